-- check:     hashes
-- grain:     one row per event with $first <= position <= $last, in order
--
-- The leaf of every event as it should be, and whether anything about its hashes, its id or its dates looks wrong.
with named as (
    select
        *,
        sha256(concat(
            chr(0), 'timeline/1',
            netstring(position), netstring(event_id), netstring(stream), netstring(stream_position), netstring(type),
            netstring(schema_version), netstring(article), netstring(revision),
            netstring(replace(cast(evidence as varchar), ' ', '')),
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
)

select
    position,
    expected,
    (
        expected = leaf
        and commitment = sha256(salt || data)
        and is_uuid5(event_id, digest)
        and coalesce(occurred_from between '0001-01-01' and '9999-12-31 23:59:59.999999', true)
        and coalesce(occurred_to between '0001-01-01' and '9999-12-31 23:59:59.999999', true)
        and list_contains($checked, type || '@' || schema_version)
    ) is not true as suspicious
from named
order by position
