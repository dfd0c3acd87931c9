-- view:       watches
-- grain:      one row per watch that was added and not removed
-- parameter:  as_of varchar = null        what the log held at that moment; a day means its end, UTC
--
-- What is watched for, and how far that was told.
with life as (
    select *
    from log
    where
        type in ('watch_added', 'watch_removed', 'watch_delivered')
        and ($as_of is null or recorded_at <= moment($as_of))
),

standing as (
    select stream, max(position) filter (type = 'watch_added') as added, max(stream_position) as version
    from life
    group by stream
    having added > coalesce(max(position) filter (type = 'watch_removed'), 0)
)

select
    watch.data ->> '$.name'                             as name,
    watch.data ->> '$.speaker'                          as speaker,      -- whose words, and whom happenings name
    watch.data ->> '$.publisher'                        as publisher,
    watch.data ->> '$.place'                            as place,
    cast(watch.data -> '$.about' as varchar[])          as about,        -- at least one of these
    cast(watch.data -> '$.and_about' as varchar[])      as and_about,    -- all of these
    cast(watch.data -> '$.not_about' as varchar[])      as not_about,    -- none of these
    watch.data ->> '$.by'                               as by,           -- who watches
    watch.recorded_at                                   as added_at,     -- UTC
    max(delivery.recorded_at)                           as told_at,      -- when something was told last, UTC
    count(delivery.position)                            as times,        -- something was told
    max(cast(coalesce(delivery.data, watch.data) ->> '$.position' as bigint)) as told_until, -- position
    version,                                                             -- events of the watch
    watch.event_id
from standing
inner join life as watch on watch.position = standing.added
left join life as delivery
    on delivery.stream = standing.stream and delivery.type = 'watch_delivered' and delivery.position > standing.added
group by all
order by name
