-- query:      story_bins
-- grain:      one row per story and stretch of time
--
-- How many of the reports in `chosen` begin in each $unit of time, of the $most stories that most of them are of. What
-- one article alone reports is no story to be told apart.
with told as (
    select
        date_trunc($unit, coalesce(occurred_from, occurred_to - interval 1 microsecond)) as bin,
        kind,
        story
    from chosen
    inner join placed(
        p_as_of := cast($placed_as_of as varchar), p_reported_until := cast($placed_reported_until as varchar)
    ) using (article)
    where coalesce(occurred_from, occurred_to) is not null
),

fullest as (
    select story, outlines.title
    from told
    inner join story_outlines(
        p_as_of := cast($placed_as_of as varchar), p_reported_until := cast($placed_reported_until as varchar)
    ) as outlines using (story)
    group by story, outlines.title
    order by count(*) desc, story
    limit $most
)

select
    story                                               as key,
    coalesce(title, story)                              as lane,
    bin,
    count(*) filter (kind <> 'planned')                 as happened,
    count(*) filter (kind = 'planned')                  as planned
from told
inner join fullest using (story)
group by story, title, bin
order by lane, key, bin
