-- query: events_of_type
-- reads: log, verified_texts
--
-- Events of one type and version with $first <= position <= $last, with the texts they point into.
select log.*, text, size
from log
left join verified_texts using (article, revision)
where
    position between $first and $last
    and data is not null
    and type = $type
    and schema_version = $version
