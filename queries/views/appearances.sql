-- view:       appearances
-- grain:      one row per person that a reported statement is by or about
-- parameter:  as_of varchar = null        what the log held at that moment; a day means its end, UTC
-- parameter:  reported_until varchar = null only what had been printed by that moment
-- parameter:  since date = null           first day it may have been said
-- parameter:  until date = null           last day it may have been said
--
-- Which people speak and are spoken about, whatever their names are there.
select
    person_of(mention.name, here.person, here.decided, everywhere.person, everywhere.decided) as person,
    mention.*
from mentions(p_as_of := $as_of, p_reported_until := $reported_until) as mention
left join names(p_as_of := $as_of, p_reported_until := $reported_until) as here
    on mention.name = here.name and mention.article = here.article
left join names(p_as_of := $as_of, p_reported_until := $reported_until) as everywhere
    on mention.name = everywhere.name and everywhere.article is null
where
    ($since is null and $until is null)
    or mention.event_id in (
        select statement.event_id
        from statements(p_as_of := $as_of, p_reported_until := $reported_until) as statement
        where in_range(said_from, said_to, $since, $until)
    )
