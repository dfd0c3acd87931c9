-- query: events_by_prefix
-- reads: log
--
-- Up to two events whose id begins with $prefix, of those known by the moments asked for.
select *
from log
where
    id_begins(event_id, $prefix)
    and ($as_of is null or recorded_at <= moment($as_of))
    and ($reported_until is null or reported_at is null or reported_at <= moment($reported_until))
limit 2
