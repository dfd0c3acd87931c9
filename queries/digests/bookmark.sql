-- query: bookmark
-- reads: log
--
-- How many editions were delivered under the name of the stream $stream, and the position where the last one ended.
select
    stream_position,
    cast(data ->> '$.position' as bigint) as after
from log
where stream = $stream and type = 'digest_delivered'
order by position desc
limit 1
