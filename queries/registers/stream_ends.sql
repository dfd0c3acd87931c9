-- query: stream_ends
-- reads: streams
--
-- The register's rows of the streams that begin at the positions $firsts.
select stream, events, first_position, rowid
from stored.streams
where first_position in (select unnest($firsts))
