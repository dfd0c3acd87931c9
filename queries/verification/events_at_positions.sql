-- query: events_at_positions
-- reads: log, verified_texts
--
-- The events at some positions, with the texts they point into.
select log.*, text
from log
left join verified_texts using (article, revision)
where position in (select unnest($positions))
order by position
