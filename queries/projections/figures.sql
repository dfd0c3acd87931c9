-- projection: figures
-- history:    figure_history
-- grain:      one row per reported figure and interval in which it held
-- key:        event_id, recorded_from, reported_to
-- by:         article
-- order:      occurred_to, position
-- reads:      figure_reported@1
--
-- How many and how much, of what, and where we read it. A line end in the words is a blank.
select
    position,                                                            -- of the event in the log
    event_id,
    article,                                                             -- key of the article
    revision,
    regexp_replace(payload.text, '\s*\n\s*', ' ', 'g')    as text,       -- the figure with its unit, verbatim
    regexp_replace(payload.clause_text, '\s*\n\s*', ' ', 'g') as clause, -- the words around it
    try_cast(payload.value as double)                     as value,      -- null: a range, or only a bound is stated
    try_cast(payload.low as double)                       as low,        -- the least, as far as the words say so
    try_cast(payload.high as double)                      as high,       -- the most
    payload.kind                                          as kind,       -- count, money, measure, percent, ratio
    payload.unit                                          as unit,       -- currency, %, measure, or what is counted
    payload.hedge                                         as hedge,      -- over, at least, nearly, up to, under, around, vague
    payload.subject                                       as subject,    -- what is counted or measured
    payload.head                                          as head,       -- the noun among these words
    payload.action                                        as action,     -- what happens to it: killed, evacuated, rose ...
    list_transform(
        payload.names,
        lambda one: replace(substring(payload.clause_text, one[1] - payload.clause[1] + 1, one[2] - one[1]), chr(10), ' ')
    )                                                     as names,      -- of people and bodies near it
    list_transform(
        payload.places,
        lambda one: replace(substring(payload.clause_text, one[1] - payload.clause[1] + 1, one[2] - one[1]), chr(10), ' ')
    )                                                     as places,     -- where it is so
    payload.modality                                      as modality,   -- asserted, planned, hypothetical, denied
    occurred_from,                                                       -- null: open
    occurred_to,                                                         -- exclusive; null: open
    precision,                                                           -- how finely the time is stated
    payload.basis                                         as basis,      -- what the time was read from, or corrected
    payload.place                                         as place,      -- headline, body or caption
    payload.paragraph                                     as paragraph,  -- one-based
    payload.sentence                                      as sentence,   -- zero-based in the article
    evidence[1][1]                                        as span_start, -- code points into the article's text
    evidence[1][2]                                        as span_end,
    rule,                                                                -- which rule read it
    confidence,                                                          -- per mille
    extractor_version,
    correction,                                                          -- why and by whom, where somebody corrected it
    reported_at,                                                         -- when it was printed, UTC
    reported_to,                                                         -- when a later text was; null: current in print
    recorded_from,                                                       -- when we learned it, UTC
    recorded_to                                                          -- when it ceased to hold; null while it does
from (
    select *, from_json(data, '{
        "text": "VARCHAR", "clause": "INTEGER[]", "clause_text": "VARCHAR", "value": "VARCHAR", "low": "VARCHAR",
        "high": "VARCHAR", "kind": "VARCHAR", "unit": "VARCHAR", "hedge": "VARCHAR", "subject": "VARCHAR", "head": "VARCHAR",
        "action": "VARCHAR", "names": "INTEGER[][]", "places": "INTEGER[][]", "modality": "VARCHAR", "basis": "VARCHAR",
        "place": "VARCHAR", "paragraph": "INTEGER", "sentence": "INTEGER"
    }') as payload
    from assertions
    where type = 'figure_reported'
)
