-- view:       speakers
-- grain:      one row per person that speaks
-- parameter:  as_of varchar = null        what the log held at that moment; a day means its end, UTC
-- parameter:  reported_until varchar = null only what had been printed by that moment
-- parameter:  since date = null           first day something may have been said
-- parameter:  until date = null           last day something may have been said
-- parameter:  speaker varchar = null      part of one of the person's names
-- parameter:  publisher varchar = null    part of the outlet's name
-- parameter:  story varchar[] = null      keys of the articles of one story
-- parameter:  about varchar[] = null      at least one of these, in what was said or in the names of whom it is about
-- parameter:  and_about varchar[] = null  and all of these there, too
-- parameter:  not_about varchar[] = null  and none of these
--
-- Who speaks, how often, and where.
select
    speaker,
    count(distinct told_by)                             as statements,   -- told again is not said again
    count(distinct told_by) filter (manner = 'direct')  as direct,       -- every word quoted
    count(distinct article)                             as articles,
    count(distinct publisher)                           as publishers,
    cast(min(coalesce(said_from, said_to - interval 1 microsecond)) as date) as first_day, -- said by then at the latest
    cast(max(said_to - interval 1 microsecond) as date) as last_day,
    list(distinct name order by name) filter (name <> speaker) as names  -- other names of theirs in these articles
from statement_lines(
    p_as_of := $as_of, p_reported_until := $reported_until, p_since := $since, p_until := $until, p_speaker := $speaker,
    p_publisher := $publisher, p_story := $story, p_about := $about, p_and_about := $and_about, p_not_about := $not_about
)
where speaker is not null
group by speaker
order by statements desc, speaker
