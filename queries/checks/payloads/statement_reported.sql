-- check:     statement_reported
-- reads:     statement_reported@2
-- grain:     one row per event whose payload, evidence, time or quotations look wrong
with read as (
    select
        *,
        try(from_json(data, '{
            "about": "VARCHAR[]", "content": "INTEGER[][]", "cue": "INTEGER[][]", "cue_text": "VARCHAR",
            "manner": "VARCHAR", "modality": "VARCHAR", "paragraph": "INTEGER", "quote": "VARCHAR", "said_basis": "VARCHAR",
            "said_from": "VARCHAR", "said_precision": "VARCHAR", "said_to": "VARCHAR", "source": "INTEGER[][]",
            "source_text": "VARCHAR", "speaker": "VARCHAR"
        }')) as payload
    from events
),

near as (
    -- cutting counts characters from the start of the text: do it once, for all that is quoted
    select *, list_min(flatten(evidence)) as first, list_max(flatten(evidence)) as last from read
),

windowed as (
    select *, substring(text, first + 1, last - first) as passage from near
)

select position
from windowed
where
    (
        cast(to_json(payload) as varchar) = data
        and payload.manner in ('direct', 'indirect', 'mixed')
        and payload.modality in ('asserted', 'unsaid', 'asked', 'conditional')
        and payload.said_basis in ('cue-timex', 'sentence-timex', 'publication')
        and is_precision(precision)
        and payload.quote is not null
        and payload.paragraph is not null
        and are_words(payload.about)
        and rule is not null
        and confidence is not null
        and causation is null
        and payload.said_from is not distinct from iso(occurred_from)
        and payload.said_to is not distinct from iso(occurred_to)
        and payload.said_precision is not distinct from precision
        and evidence = list_concat(payload.content, payload.cue, payload.source)
        and (evidence = [] or within(evidence, size))
        and (payload.content = [] or payload.quote = cut(passage, payload.content, first))
        and (payload.cue = [] or payload.cue_text = cut(passage, payload.cue, first))
        and (payload.source = [] or payload.source_text = cut(passage, payload.source, first))
    ) is not true
