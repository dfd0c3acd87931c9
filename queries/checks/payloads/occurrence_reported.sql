-- check:     occurrence_reported
-- reads:     occurrence_reported@3
-- grain:     one row per event whose payload, evidence, time or words look wrong
with read as (
    select
        *,
        try(from_json(data, '{
            "basis": "VARCHAR", "dated_by": "INTEGER[][]", "end": "VARCHAR", "kind": "VARCHAR",
            "modality": "VARCHAR", "paragraph": "INTEGER", "participants": "INTEGER[][]", "place": "VARCHAR", "places": "INTEGER[][]",
            "precision": "VARCHAR", "salience": "INTEGER", "sentence": "INTEGER", "span": "INTEGER[]", "start": "VARCHAR",
            "subject": "VARCHAR[]", "text": "VARCHAR", "trigger": "INTEGER[][]"
        }')) as payload
    from events
)

select position
from read
where
    (
        cast(to_json(payload) as varchar) = data
        and payload.basis in ('clause-timex', 'sentence-timex', 'reporting-verb', 'lede-day', 'publication', 'unread')
        and payload.modality in ('asserted', 'planned', 'hypothetical', 'denied')
        and payload.kind in ('happening', 'planned', 'state', 'speech', 'boilerplate')
        and payload.salience between 0 and 1000
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
        and evidence = list_prepend(payload.span, payload.dated_by)
        and within(evidence, size)
        and inside(list_concat(payload.trigger, payload.participants, payload.places), payload.span)
        and payload.text = substring(text, payload.span[1] + 1, payload.span[2] - payload.span[1])
    ) is not true
