-- view:       people
-- grain:      one row per person that speaks or is spoken about
-- parameter:  as_of varchar = null        what the log held at that moment; a day means its end, UTC
-- parameter:  reported_until varchar = null only what had been printed by that moment
-- parameter:  since date = null           first day it may have been said
-- parameter:  until date = null           last day it may have been said
-- parameter:  person varchar = null       part of one of the person's names
--
-- Who there is, under which names, and how often.
select
    person,                                                              -- the name the person goes by
    list(distinct name order by name) filter (name <> person) as names,  -- other names of theirs
    count(distinct event_id) filter (part = 'by')       as said,         -- statements
    count(distinct event_id) filter (part = 'about')    as about,
    count(distinct article)                             as articles,
    cast(min(reported_at) as date)                      as first_day,    -- of print
    cast(max(reported_at) as date)                      as last_day
from appearances(p_as_of := $as_of, p_reported_until := $reported_until, p_since := $since, p_until := $until)
where
    (part = 'about' or resolved)
    and (
        $person is null
        or matches(person, $person)
        or person in (
            select other.person
            from names(p_as_of := $as_of, p_reported_until := $reported_until) as other
            where matches(other.name, $person)
        )
    )
group by person
order by said desc, about desc, person
