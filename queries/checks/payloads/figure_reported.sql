-- check:     figure_reported
-- reads:     figure_reported@1
-- grain:     one row per event whose payload, evidence, time or words look wrong
with read as (
    select
        *,
        try(from_json(data, '{
            "action": "VARCHAR", "basis": "VARCHAR", "clause": "INTEGER[]", "clause_text": "VARCHAR", "end": "VARCHAR",
            "head": "VARCHAR", "hedge": "VARCHAR", "high": "VARCHAR", "kind": "VARCHAR", "low": "VARCHAR",
            "modality": "VARCHAR", "names": "INTEGER[][]", "paragraph": "INTEGER", "place": "VARCHAR", "places": "INTEGER[][]",
            "precision": "VARCHAR", "sentence": "INTEGER", "span": "INTEGER[]", "start": "VARCHAR", "subject": "VARCHAR",
            "text": "VARCHAR", "unit": "VARCHAR", "value": "VARCHAR"
        }')) as payload
    from events
)

select position
from read
where
    (
        cast(to_json(payload) as varchar) = data
        and payload.kind in ('count', 'money', 'measure', 'percent', 'ratio')
        and coalesce(payload.hedge in ('over', 'at least', 'nearly', 'up to', 'under', 'around', 'vague'), true)
        and payload.basis in ('clause-timex', 'sentence-timex', 'reporting-verb', 'lede-day', 'publication', 'unread')
        and len(
            list_filter(
                [payload.value, payload.low, payload.high], lambda number: not regexp_full_match(number, '-?\d+(\.\d*[1-9])?')
            )
        ) = 0
        and payload.modality in ('asserted', 'planned', 'hypothetical', 'denied')
        and payload.place in ('headline', 'body', 'caption')
        and is_precision(precision)
        and payload.paragraph is not null
        and payload.sentence is not null
        and rule is not null
        and confidence is not null
        and causation is null
        and payload.start is not distinct from iso(occurred_from)
        and payload."end" is not distinct from iso(occurred_to)
        and payload.precision is not distinct from precision
        and evidence = [payload.span]
        and within([payload.span, payload.clause], size)
        and inside(list_concat([payload.span], payload.names, payload.places), payload.clause)
        and payload.text = substring(text, payload.span[1] + 1, payload.span[2] - payload.span[1])
        and payload.clause_text = substring(text, payload.clause[1] + 1, payload.clause[2] - payload.clause[1])
    ) is not true
