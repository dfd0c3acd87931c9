-- projection: placements
-- history:    placement_history
-- grain:      one row per article that an event put into a story, and interval in which that held
-- key:        event_id, article, recorded_from
-- by:         story_id
-- order:      story, position
-- reads:      article_placed@1, stories_merged@1, story_split@1
--
-- Which articles were said to report which story, by rules and by people.
select
    position,                                                            -- of the event in the log
    event_id,
    substr(stream, 7)                                     as story_id,   -- the story whose stream says so
    coalesce(payload.into, payload.story)                 as story,      -- the one that they report: its key
    payload.other                                         as other,      -- the one that became the same
    unnest(coalesce(payload.articles, [payload.article])) as article,    -- key; null: all of the other story
    type <> 'article_placed'                              as decided,    -- by somebody, not by rules
    if(payload.into is null, null, payload.story)         as parted,     -- the story they were taken out of
    payload.reason                                        as reason,
    payload.by                                            as by,         -- who says so
    rule,                                                                -- which rule placed it
    confidence,                                                          -- per mille
    extractor_version,
    recorded_from,                                                       -- when we learned it, UTC
    recorded_to                                                          -- when it ceased to hold; null while it does
from (
    select *, from_json(data, '{
        "story": "VARCHAR", "other": "VARCHAR", "into": "VARCHAR", "articles": "VARCHAR[]", "article": "VARCHAR",
        "reason": "VARCHAR", "by": "VARCHAR"
    }') as payload
    from assertions
    where type in ('article_placed', 'stories_merged', 'story_split')
)
