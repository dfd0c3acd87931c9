-- stage: valid_assertions
-- grain: one row per event and stretch in which it says the same, retracted or not
--
-- What every event says, from when to when in recorded and in reported time.
with merged as (
    select
        upcast.* exclude (data, occurred_from, occurred_to, precision, reported_at, salt, commitment, leaf),
        case
            when changes is null then data
            else cast(list_reduce(
                list_prepend(data, changes), lambda whole, change: cast(json_merge_patch(whole, change) as varchar)
            ) as varchar)
        end as data,
        case when redated is null then occurred_from else redated.occurred_from end as occurred_from,
        case when redated is null then occurred_to else redated.occurred_to end as occurred_to,
        case when redated is null then precision else redated.precision end as precision,
        coalesce(retracted, false) as retracted,
        decisions,
        correction,
        if(reported_at is null, null, coalesce(reported_from, reported_at)) as reported_at,
        greatest(recorded_at, current_texts.since, shown_extractions.since, corrections.since) as recorded_from,
        least(current_texts.until, shown_extractions.until, corrections.until) as recorded_to,
        reported_to
    from upcast
    left join current_texts using (article, revision)
    left join shown_extractions using (extraction)
    left join corrections using (event_id)
)

select *
from merged
where
    coalesce(recorded_from < recorded_to, true)
    and coalesce(reported_at < reported_to, true)
