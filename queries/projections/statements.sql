-- projection: statements
-- history:    statement_history
-- grain:      one row per reported statement and interval in which it held
-- key:        event_id, recorded_from
-- by:         article
-- order:      speaker, occurred_to, position
-- reads:      statement_reported@1
--
-- Who said what, when, and where we read it.
select
    position,                                                            -- of the event in the log
    event_id,
    article,                                                             -- key of the article
    revision,
    data ->> '$.speaker'                                  as speaker,    -- resolved within its article
    data ->> '$.source_text'                              as source_mention, -- the words that name the speaker
    data ->> '$.cue_text'                                 as cue,        -- the reporting words
    data ->> '$.manner'                                   as manner,     -- direct, indirect or mixed
    data ->> '$.quote'                                    as quote,      -- verbatim; pieces joined by " / "
    occurred_from                                         as said_from,  -- null: not known
    occurred_to                                           as said_to,    -- exclusive
    precision                                             as said_precision,
    data ->> '$.said_basis'                               as said_basis, -- what the time was read from
    cast(data ->> '$.paragraph' as integer)               as paragraph,  -- one-based
    evidence[1][1]                                        as span_start, -- code points into the article's text
    cast(data ->> '$.content[#-1][1]' as integer)         as span_end,
    evidence,                                                            -- content, cue and source spans
    rule,                                                                -- which rule read it
    confidence,                                                          -- per mille
    extractor_version,
    reported_at,                                                         -- when it was printed, UTC
    recorded_from,                                                       -- when we learned it, UTC
    recorded_to                                                          -- when it ceased to hold; null while it does
from assertions
where type = 'statement_reported'
