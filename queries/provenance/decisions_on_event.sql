-- query: decisions_on_event
-- reads: log, decision_history
--
-- The retractions and corrections in force at $as_of that apply to the event $event, in order. The validity of a row is
-- asked without the macro for it: a file whose macros are of an earlier version can be explained as well.
with made as (
    from log
    where $as_of is null or recorded_at <= moment($as_of)
),

applied as (
    select decision
    from decision_history
    where
        event_id = $event
        and case
            when $as_of is null then recorded_to is null
            else recorded_from <= moment($as_of) and coalesce(recorded_to > moment($as_of), true)
        end
)

select *
from made
where
    type in ('assertion_retracted', 'assertion_corrected')
    and (causation = $event or event_id in (from applied))
    and data is not null
    and event_id not in (select causation from made where type = 'assertion_retracted')
order by position
