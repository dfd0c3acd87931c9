-- view:       speakers
-- grain:      one row per speaker's name
-- parameter:  as_of varchar = null        what the log held at that moment; a day means its end, UTC
-- parameter:  since date = null           first day something may have been said
-- parameter:  until date = null           last day something may have been said
-- parameter:  speaker varchar = null      part of the name
-- parameter:  publisher varchar = null    part of the outlet's name
-- parameter:  about varchar[] = null      at least one of these words or phrases in what was said
--
-- Who speaks, how often, and where.
select
    speaker,
    count(*)                                            as statements,
    count(*) filter (manner = 'direct')                 as direct,       -- every word quoted
    count(distinct article)                             as articles,
    count(distinct publisher)                           as publishers,
    cast(min(coalesce(said_from, said_to - interval 1 microsecond)) as date) as first_day, -- said by then at the latest
    cast(max(said_to - interval 1 microsecond) as date) as last_day
from who_said_what_when(
    p_as_of := $as_of, p_since := $since, p_until := $until, p_publisher := $publisher, p_about := $about
)
where speaker is not null and matches(speaker, $speaker)
group by speaker
order by statements desc, speaker
