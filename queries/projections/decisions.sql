-- projection: decisions
-- history:    decision_history
-- grain:      one row per retraction or correction, event that it applies to, and interval in which it did
-- key:        decision, event_id, recorded_from, reported_to
-- by:         article
-- order:      decision, position
-- reads:      assertion_retracted@1, assertion_corrected@2
--
-- Which events people's decisions apply to: their targets, and what later extractions and revisions have in the same place.
select
    position,                                                            -- of the event in the log
    event_id,                                                            -- the event that is retracted or corrected
    unnest(decisions)                                     as decision,   -- id of the event that says so
    article,                                                             -- key of the article
    revision,
    type,                                                                -- of the event
    retracted,                                                           -- else only corrected
    correction                                            as reason,     -- of all that are in force, and who says so
    reported_at,                                                         -- when it was printed, UTC
    reported_to,                                                         -- when a later text was; null: current in print
    recorded_from,                                                       -- since when it held, UTC
    recorded_to                                                          -- when it ceased to hold; null while it does
from valid_assertions
where decisions is not null and article is not null
