-- check:     registers
-- grain:     one row per entry of the writer's registers that does not follow from the log, or that they lack
--
-- How far each stream is, which texts there are under each key, and which types in which newest versions.
with counted as (
    select stream, max(stream_position) as events, min(position) as first_position from log group by stream
),

read as (
    select
        *,
        try(from_json(data, '{
            "authors": "VARCHAR[]", "captured": "VARCHAR", "published": "VARCHAR", "text": "VARCHAR",
            "title": "VARCHAR", "url": "VARCHAR"
        }')) as payload
    from log
    where type in ('article_published', 'article_revised')
),

texts as (
    select
        article,
        revision,
        case when data is not null then sha256(concat(
            netstring(payload.text), netstring(payload.title), netstring(payload.published),
            array_to_string(list_transform(payload.authors, lambda author: netstring(author)), ''),
            netstring(payload.url)
        )) end as fingerprint,
        coalesce(try_cast(payload.captured as timestamp), recorded_at) as seen,
        position
    from read
),

kinds as (
    select 'event ' || type as key, cast(max(schema_version) as varchar) as value from log group by type
),

noted as (
    select * from meta where starts_with(key, 'event ')
),

differing as (
    select first_position as position, 'streams' as name, cast(entry as varchar) as lacking, null as kept
    from (from counted except all from streams) as entry
    union all
    select first_position, 'streams', null, cast(entry as varchar)
    from (from streams except all from counted) as entry
    union all
    select position, 'revisions', cast(entry as varchar), null from (from texts except all from revisions) as entry
    union all
    select position, 'revisions', null, cast(entry as varchar) from (from revisions except all from texts) as entry
    union all
    select 0, 'meta', cast(entry as varchar), null from (from kinds except all from noted) as entry
    union all
    select 0, 'meta', null, cast(entry as varchar) from (from noted except all from kinds) as entry
)

select position, name, coalesce(lacking, 'no such entry') as expected, coalesce(kept, 'no entry') as found
from differing
