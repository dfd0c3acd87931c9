-- projection: happening_links
-- history:    happening_link_history
-- grain:      one row per event that links an occurrence to a happening, or parts them, and interval in which that held
-- key:        event_id, recorded_from
-- by:         happening_id
-- order:      happening, position
-- reads:      occurrences_linked@1, happening_joined@1, happening_parted@1
--
-- Which reported occurrences were said to be one happening, by rules and by people.
select
    position,                                                            -- of the event in the log
    event_id,
    substr(stream, 11)                                    as happening_id, -- whose stream says so
    payload.occurrence                                    as occurrence, -- id of the event that reports it
    payload.happening                                     as happening,  -- id of the earliest event that does
    type = 'happening_parted'                             as parted,     -- they are not one
    type <> 'occurrences_linked'                          as decided,    -- by somebody, not by rules
    payload.score                                         as score,      -- how much they are alike, per mille
    payload.reason                                        as reason,
    payload.by                                            as by,         -- who says so
    rule,                                                                -- which rule linked them
    confidence,                                                          -- per mille
    extractor_version,
    recorded_from,                                                       -- when we learned it, UTC
    recorded_to                                                          -- when it ceased to hold; null while it does
from (
    select *, from_json(data, '{
        "occurrence": "UUID", "happening": "UUID", "score": "INTEGER", "reason": "VARCHAR", "by": "VARCHAR"
    }') as payload
    from assertions
    where type in ('occurrences_linked', 'happening_joined', 'happening_parted')
)
