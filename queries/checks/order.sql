-- check:     order
-- grain:     one row per event that does not follow the one before it, and per head that has another time than its event
--
-- Streams count without holes, recorded times never go back.
select position, 'stream_position' as name, cast(expected as varchar) as expected, cast(stream_position as varchar) as found
from (
    select
        position,
        stream_position,
        coalesce(lag(cast(stream_position as bigint)) over (partition by stream order by position), 0) + 1 as expected
    from log
)
where stream_position <> expected

union all

select position, 'recorded_at', 'no time before ' || before, cast(recorded_at as varchar)
from (select position, recorded_at, lag(recorded_at) over (order by position) as before from log)
where recorded_at < before

union all

select position, 'heads.recorded_at', cast(log.recorded_at as varchar), cast(heads.recorded_at as varchar)
from log
inner join heads on position = tree_size
where log.recorded_at <> heads.recorded_at
