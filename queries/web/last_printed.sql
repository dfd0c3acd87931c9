-- query:      last_printed
-- grain:      one row
--
-- The last day on which an article was published.
select max(published) as day
from articles(p_as_of := cast($as_of as varchar), p_reported_until := cast($reported_until as varchar))
