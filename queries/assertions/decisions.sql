-- stage: decisions
-- grain: one row per retraction or correction of an event, with when it came and when it was taken back
--
-- A correction of a time is one of its basis as well: the time no longer comes from the article.
with answers as (
    select * from upcast where type in ('assertion_retracted', 'assertion_corrected')
)

select
    answers.event_id as decision,
    answers.causation as target,
    answers.type = 'assertion_retracted' as retracts,
    case
        when cast(answers.data ->> '$.redated' as boolean) is not true then [answers.data -> '$.changes']
        when json_exists(target.data, '$.said_basis')
            then [cast('{"said_basis": "corrected"}' as json), answers.data -> '$.changes']
        when json_exists(target.data, '$.basis')
            then [cast('{"basis": "corrected"}' as json), answers.data -> '$.changes']
        else [answers.data -> '$.changes']
    end as changes,
    case
        when cast(answers.data ->> '$.redated' as boolean) is true
            then {
                'occurred_from': answers.occurred_from,
                'occurred_to': answers.occurred_to,
                'precision': answers.precision
            }
    end as redated,
    concat_ws(' — ', answers.data ->> '$.reason', answers.data ->> '$.by') as reason,
    answers.position,
    answers.recorded_at as since,
    (
        select min(undone.recorded_at) from answers as undone where undone.causation = answers.event_id
    ) as until
from answers
left join upcast as target on answers.causation = target.event_id
where answers.causation not in (select event_id from answers)
