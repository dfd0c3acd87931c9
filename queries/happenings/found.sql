-- statement: found
--
-- Note that the reports $reports were found to be the happenings $happenings.
update stored.happening_reports
set happening = found.happening
from (select unnest($reports) as event_id, unnest($happenings) as happening) as found
where happening_reports.event_id = found.event_id
