-- query: event_with_answers
-- reads: log
--
-- The event $event_id, the decisions about it, and those about these, in order.
with named as (
    select $event_id as event_id
),

answers as (
    select event_id
    from log
    where causation = $event_id
)

select *
from log
where
    event_id in (from named)
    or causation in (from named)
    or causation in (from answers)
order by position
