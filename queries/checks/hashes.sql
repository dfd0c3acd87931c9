-- check:     hashes
-- grain:     one row per 4,096 positions with $first <= position <= $last, in order
--
-- The leaves of the events as they should be, one after the other, and the events about whose hashes, ids or dates
-- anything looks wrong. Where positions have holes or come twice, they are listed.
with named as (
    select
        *,
        sha256(concat(
            chr(0), 'timeline/1',
            netstring(position), netstring(event_id), netstring(stream), netstring(stream_position), netstring(type),
            netstring(schema_version), netstring(article), netstring(revision),
            netstring(to_json(evidence)),
            netstring(epoch_us(occurred_from)), netstring(epoch_us(occurred_to)), netstring(precision),
            netstring(epoch_us(reported_at)), netstring(epoch_us(recorded_at)), netstring(extraction),
            netstring(extractor), netstring(extractor_version), netstring(ordinal), netstring(rule),
            netstring(confidence), netstring(causation), netstring(commitment)
        )) as expected,
        named(case
            when extraction is null or ordinal is null then part(stream) || part(stream_position) || part(type)
            else part(extraction) || part(ordinal)
        end) as digest
    from log
    where position between $first and $last
),

checked as (
    select
        position,
        expected,
        (
            expected = leaf
            and (commitment = sha256(salt || data) or (data is null and salt is null)) -- erased: see erased.sql
            and is_uuid5(event_id, digest)
            and (extraction is null or stream = 'article/' || article)
            and coalesce(occurred_from between '0001-01-01' and '9999-12-31 23:59:59.999999', true)
            and coalesce(occurred_to between '0001-01-01' and '9999-12-31 23:59:59.999999', true)
            and (data is null or list_contains($checked, type || '@' || schema_version))
        ) is not true as suspicious
    from named
)

select
    min(position)                                                       as first,
    count(*)                                                            as events,
    string_agg(expected, '' order by position)                          as leaves,
    list(position) filter (suspicious)                                  as suspicious,
    case when list(position % 4096 order by position) <> range(min(position % 4096), max(position % 4096) + 1)
        then list(position order by position) end                       as positions
from checked
group by position // 4096
order by first
