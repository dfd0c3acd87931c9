-- query: touched_events
-- reads: log
--
-- The events behind position $after, and the earlier ones of the articles and links in $subjects: found by their
-- positions, so that as much is read of a large log as of a small one.
select * from stored.log where position > $after

union all

select known.*
from stored.log as known
semi join (select unnest($positions) as position) using (position)
where coalesce('article/' || article, stream) in (select unnest($subjects))
