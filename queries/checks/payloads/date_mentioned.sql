-- check:     date_mentioned
-- reads:     date_mentioned@2
-- grain:     one row per event whose payload, evidence, time or words look wrong
with read as (
    select
        *,
        try(from_json(data, '{
            "basis": "VARCHAR", "edtf": "VARCHAR", "end": "VARCHAR", "kind": "VARCHAR", "paragraph": "INTEGER",
            "precision": "VARCHAR", "span": "INTEGER[]", "start": "VARCHAR", "text": "VARCHAR", "timex": "VARCHAR"
        }')) as payload
    from events
)

select position
from read
where
    (
        cast(to_json(payload) as varchar) = data
        and payload.kind in ('DATE', 'TIME', 'DURATION', 'SET')
        and payload.timex is not null
        and is_precision(precision)
        and (payload.basis in ('absolute', 'publication', 'captured', 'reference') or (payload.basis is null and precision is null))
        and (payload.edtf is null) = (precision is null)
        and payload.paragraph is not null
        and rule is not null
        and confidence is not null
        and causation is null
        and payload.start is not distinct from iso(occurred_from)
        and payload."end" is not distinct from iso(occurred_to)
        and payload.precision is not distinct from precision
        and evidence = [payload.span]
        and within(evidence, size)
        and payload.text = substring(text, payload.span[1] + 1, payload.span[2] - payload.span[1])
    ) is not true
