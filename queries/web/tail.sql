-- query:      tail
-- grain:      one row per event
--
-- The last events before the position $before, the newest first.
select position, recorded_at, type, article, revision, extractor, rule, confidence, occurred_from, event_id
from log
where
    ($before is null or position < $before)
    and ($type is null or type = $type)
    and ($as_of is null or recorded_at <= moment(cast($as_of as varchar)))
    and ($reported_until is null or reported_at is null or reported_at <= moment(cast($reported_until as varchar)))
order by position desc
limit $most
