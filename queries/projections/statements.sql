-- projection: statements
-- history:    statement_history
-- grain:      one row per reported statement and interval in which it held
-- key:        event_id, recorded_from, reported_to
-- by:         article
-- order:      occurred_to, position
-- reads:      statement_reported@2
--
-- Who said what, when, and where we read it. A line end in the words is a blank.
select
    position,                                                            -- of the event in the log
    event_id,
    article,                                                             -- key of the article
    revision,
    payload.speaker                                       as speaker,    -- resolved within its article
    regexp_replace(payload.source_text, '\s*\n\s*', ' ', 'g') as source_mention, -- the words that name the speaker
    regexp_replace(payload.cue_text, '\s*\n\s*', ' ', 'g') as cue,       -- the reporting words
    payload.manner                                        as manner,     -- direct, indirect or mixed
    payload.modality                                      as modality,   -- asserted: it was said; else unsaid, asked, conditional
    regexp_replace(payload.quote, '\s*\n\s*', ' ', 'g')   as quote,      -- verbatim; pieces joined by " / "
    occurred_from                                         as said_from,  -- null: not known
    occurred_to                                           as said_to,    -- exclusive
    precision                                             as said_precision,
    payload.said_basis                                    as said_basis, -- what the time was read from, or corrected
    payload.paragraph                                     as paragraph,  -- one-based
    evidence[1][1]                                        as span_start, -- code points into the article's text
    payload.content[-1][2]                                as span_end,
    md5_number_lower(concat_ws(' ', payload.speaker, payload.source_text, payload.cue_text, payload.quote))
                                                          as wording,    -- the same for the same words of the same
    evidence,                                                            -- content, cue and source spans
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
        "speaker": "VARCHAR", "source_text": "VARCHAR", "cue_text": "VARCHAR", "manner": "VARCHAR",
        "modality": "VARCHAR", "quote": "VARCHAR", "said_basis": "VARCHAR", "paragraph": "INTEGER", "content": "INTEGER[][]"
    }') as payload
    from assertions
    where type = 'statement_reported'
)
