-- query: erasures_after
-- reads: log
--
-- The erasures behind the position $position, in order.
select *
from log
where type = 'payload_erased' and position > $position and data is not null
order by position
