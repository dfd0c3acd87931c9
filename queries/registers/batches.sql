-- register: batches
-- grain:    one row per article or person, and batch of events that was recorded about it
--
-- Where in the log they stand: what catches up with a later event reads and replaces no more than that.
select
    coalesce('article/' || article, stream) as subject,
    min(position)                           as first,   -- position in the log
    max(position)                           as last
from log
group by subject, recorded_at
