-- projection: copy_links
-- history:    copy_link_history
-- grain:      one row per link of an article to an earlier one, and interval in which that held
-- key:        event_id, recorded_from
-- by:         copy_id
-- order:      article, position
-- reads:      copies_linked@1
--
-- Which articles were found to print earlier ones again; of an article and an earlier one the last link says what they
-- are now.
select
    position,                                                            -- of the event in the log
    event_id,
    substr(stream, 6)                                     as copy_id,    -- the earlier article
    payload.article                                       as article,    -- key of the later article
    payload.of                                            as of,         -- key of the earlier one
    payload.kind                                          as kind,       -- copy, update, series; none: no longer
    payload.shared                                        as shared,     -- runs of words in both, per mille of all
    rule,                                                                -- which rule linked it
    confidence,                                                          -- per mille
    extractor_version,
    recorded_from,                                                       -- when we learned it, UTC
    recorded_to                                                          -- when it ceased to hold; null while it does
from (
    select *, from_json(data, '{"article": "VARCHAR", "of": "VARCHAR", "kind": "VARCHAR", "shared": "INTEGER"}') as payload
    from assertions
    where type = 'copies_linked'
)
