-- projection: articles
-- history:    article_history
-- grain:      one row per text of an article and interval in which it was the current one
-- key:        event_id, recorded_from, reported_to
-- by:         article
-- order:      published, article, revision
-- reads:      article_published@1, article_revised@1
--
-- What was printed, as it was handed in.
select
    position,                                                            -- of the event in the log
    event_id,
    article,                                                             -- key of the article
    revision,                                                            -- 1..n
    payload.title                                         as title,
    payload.source                                        as publisher,  -- the outlet
    payload.url                                           as url,
    payload.authors                                       as authors,
    payload.language                                      as language,   -- BCP 47
    cast(left(payload.published, 10) as date)             as published,  -- day where it was published
    cast(payload.captured as timestamp)                   as captured,   -- when this text was seen, UTC
    payload.text                                          as text,       -- exactly as given
    reported_at,                                                         -- when it was printed, UTC
    reported_to,                                                         -- when a later text was; null: current in print
    recorded_from,                                                       -- when we learned it, UTC
    recorded_to                                                          -- when it ceased to hold; null while it does
from (
    select *, from_json(data, '{
        "title": "VARCHAR", "source": "VARCHAR", "url": "VARCHAR", "authors": "VARCHAR[]",
        "language": "VARCHAR", "published": "VARCHAR", "captured": "VARCHAR", "text": "VARCHAR"
    }') as payload
    from assertions
    where type in ('article_published', 'article_revised')
)
