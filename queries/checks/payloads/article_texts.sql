-- check:     article_texts
-- reads:     article_published@1, article_revised@1
-- grain:     one row per event whose payload looks wrong
with read as (
    select
        *,
        try(from_json(data, '{
            "authors": "VARCHAR[]", "captured": "VARCHAR", "key": "VARCHAR", "language": "VARCHAR",
            "published": "VARCHAR", "source": "VARCHAR", "text": "VARCHAR", "title": "VARCHAR", "url": "VARCHAR"
        }')) as payload
    from events
)

select position
from read
where
    (
        cast(to_json(payload) as varchar) = data
        and payload.key = article
        and is_moment(payload.published)
        and payload.captured is not distinct from iso(try_cast(payload.captured as timestamp))
        and payload.text is not null
        and are_words(payload.authors)
        and evidence = []
        and occurred_from is null
        and occurred_to is null
        and precision is null
        and causation is null
    ) is not true
