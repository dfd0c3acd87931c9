-- stage: decisions
-- grain: one row per retraction or correction of an event, with when it came and when it was taken back
with answers as (
    select * from upcast where type in ('assertion_retracted', 'assertion_corrected')
)

select
    event_id as decision,
    causation as target,
    type = 'assertion_retracted' as retracts,
    data -> '$.changes' as changes,
    case
        when cast(data ->> '$.redated' as boolean) is true
            then {'occurred_from': occurred_from, 'occurred_to': occurred_to, 'precision': precision}
    end as redated,
    concat_ws(' — ', data ->> '$.reason', data ->> '$.by') as reason,
    position,
    recorded_at as since,
    (
        select min(undone.recorded_at) from answers as undone where undone.causation = answers.event_id
    ) as until
from answers
where causation not in (select event_id from answers)
