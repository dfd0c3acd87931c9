-- projection: identities
-- history:    identity_history
-- grain:      one row per name that an event gave to a person, and interval in which that held
-- key:        event_id, recorded_from
-- by:         person_id
-- order:      person, position
-- reads:      mention_linked@1, people_merged@1, people_split@1
--
-- Which names were said to be whose, by rules and by people; the view `names` says whose they are.
select
    position,                                                            -- of the event in the log
    event_id,
    substr(stream, 8)                                     as person_id,  -- whose; follows from the name
    coalesce(payload.into, payload.person)                as person,     -- the name the person goes by
    unnest(coalesce(payload.names, [payload.name]))       as name,       -- as articles give it
    payload.article                                       as article,    -- only there; null: everywhere
    type <> 'mention_linked'                              as decided,    -- by somebody, not by rules
    payload.reason                                        as reason,
    payload.by                                            as by,         -- who says so
    rule,                                                                -- which rule linked it
    confidence,                                                          -- per mille
    extractor_version,
    recorded_from,                                                       -- when we learned it, UTC
    recorded_to                                                          -- when it ceased to hold; null while it does
from (
    select *, from_json(data, '{
        "person": "VARCHAR", "into": "VARCHAR", "names": "VARCHAR[]", "name": "VARCHAR", "article": "VARCHAR",
        "reason": "VARCHAR", "by": "VARCHAR"
    }') as payload
    from assertions
    where type in ('mention_linked', 'people_merged', 'people_split')
)
