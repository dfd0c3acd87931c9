-- projection: dates
-- history:    date_history
-- grain:      one row per mention of a time and interval in which it held
-- key:        event_id, recorded_from, reported_to
-- by:         article
-- order:      occurred_from, position
-- reads:      date_mentioned@2
--
-- Which times articles name. A line end in the words is a blank.
select
    position,                                                            -- of the event in the log
    event_id,
    article,                                                             -- key of the article
    revision,
    regexp_replace(payload.text, '\s*\n\s*', ' ', 'g')    as text,       -- the expression, verbatim
    payload.kind                                          as kind,       -- DATE, TIME, DURATION or SET
    payload.timex                                         as timex,      -- TIMEX3 value
    payload.edtf                                          as edtf,       -- EDTF text; null where it is no time
    payload.basis                                         as basis,      -- absolute, publication, reference or corrected
    occurred_from                                         as date_from,  -- null: open or no time
    occurred_to                                           as date_to,    -- exclusive
    precision,
    payload.paragraph                                     as paragraph,  -- one-based
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
        "text": "VARCHAR", "kind": "VARCHAR", "timex": "VARCHAR", "edtf": "VARCHAR", "basis": "VARCHAR",
        "paragraph": "INTEGER"
    }') as payload
    from assertions
    where type = 'date_mentioned'
)
