-- view:       matrix
-- grain:      one row per person that speaks and day
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
-- parameter:  people integer = null       only so many people, those who say most
--
-- Who says how much on which day: the day on which it was said, at the latest.
with daily as (
    select
        speaker,
        day,
        count(*) as statements,
        sum(statements) over (partition by speaker) as total
    from (
        select
            arg_max(speaker, length(quote)) as speaker,
            least(cast(min(said_to - interval 1 microsecond) as date), $until) as day
        from statement_lines(
            p_as_of := $as_of, p_reported_until := $reported_until, p_since := $since, p_until := $until,
            p_speaker := $speaker, p_publisher := $publisher, p_story := $story, p_about := $about,
            p_and_about := $and_about, p_not_about := $not_about
        )
        where speaker is not null
        group by told_by
    )
    group by speaker, day
)

select speaker, day, statements, total                                   -- of the person, on all days
from daily
qualify $people is null or dense_rank() over (order by total desc, speaker) <= $people
order by total desc, speaker, day
