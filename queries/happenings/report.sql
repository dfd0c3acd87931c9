-- query: report
-- reads: occurrences, happenings
--
-- The reports whose id begins with $prefix, each with the happening it tells of; two at most.
select event_id as occurrence, coalesce(happening, event_id) as happening
from occurrences
left join happenings on event_id = occurrence
where id_begins(event_id, $prefix)
limit 2
