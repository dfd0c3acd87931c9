-- query: lost
-- reads: happening_reports, story_members
--
-- The stories in which reports are, or were, one happening with those of the articles $numbers, which left them, or with those
-- that are $gone, of which the happenings are among them.
with moved as (
    select happening
    from happening_reports
    where number in (select unnest($numbers))
    union
    select unnest($gone)
),

told as (
    select number
    from happening_reports
    where happening in (from moved)
    union
    select number
    from happening_reports
    where event_id in (from moved)
)

select distinct story
from story_members
where number in (from told)
