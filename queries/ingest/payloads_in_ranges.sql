-- query: payloads_in_ranges
-- reads: log
--
-- How many events have a payload between any of the positions $firsts and $lasts, both inclusive.
select count(*)
from log, (select unnest($firsts) as first, unnest($lasts) as last)
where position between first and last and data is not null
