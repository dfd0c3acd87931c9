-- query:      said
-- grain:      one row per statement
--
-- What was said on the days between $first and $last, at most $most a day, of the statements in `chosen`.
select
    cast(coalesce(said_from, said_to - interval 1 microsecond) as date) as day,
    said_from,
    said_to,
    said_precision,
    coalesce(speaker, source_mention)                   as who,
    speaker,
    manner,
    quote,
    cue,
    article,
    coalesce(publisher, article)                        as outlet,
    paragraph,
    published,
    event_id,
    count(*) over (partition by day)                    as of_day
from chosen
where
    coalesce(said_from, said_to - interval 1 microsecond) >= cast($first as date)
    and coalesce(said_from, said_to - interval 1 microsecond) < cast($last as date) + interval 1 day
qualify row_number() over (partition by day order by speaker is null, manner <> 'direct', position) <= $most
order by day, said_from is null, said_from, position
