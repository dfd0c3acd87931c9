-- stage: corrections
-- grain: one row per event that decisions apply to, and stretch of recorded time between two of them
-- idle:  not bool_or(type in ('assertion_retracted', 'assertion_corrected'))
-- column: event_id uuid
-- column: since timestamp
-- column: until timestamp
-- column: retracted boolean
-- column: decisions uuid[]
-- column: changes json[]
-- column: redated struct(occurred_from timestamp, occurred_to timestamp, precision varchar)
-- column: correction varchar
with moments as (
    select event_id, since as moment from decision_targets inner join decisions using (decision)
    union
    select event_id, until from decision_targets inner join decisions using (decision) where until is not null
    union
    select event_id, recorded_at from upcast where event_id in (select event_id from decision_targets)
),

stretches as (
    select event_id, moment as since, lead(moment) over (partition by event_id order by moment) as until
    from moments
)

select
    stretches.event_id,
    stretches.since,
    any_value(stretches.until) as until,
    coalesce(bool_or(retracts), false) as retracted,
    list(decision order by position) filter (decision is not null) as decisions,
    flatten(list(changes order by position) filter (not retracts)) as changes,
    arg_max(redated, position) filter (redated is not null) as redated,
    string_agg(reason, ' / ' order by position) as correction
from stretches
left join (
    select * from decision_targets inner join decisions using (decision)
) as taken
    on
        stretches.event_id = taken.event_id
        and taken.since <= stretches.since
        and coalesce(taken.until > stretches.since, true)
group by stretches.event_id, stretches.since
