-- register: batches
-- grain:    one row per stream or article, and batch of events that was recorded of it at one time
--
-- The whole register, from the log: for a file that does not have it yet.
select
    md5_number_lower(about) as subject,
    min(position)           as first,
    max(position)           as last
from (
    select stream as about, recorded_at, position
    from log
    union all
    select 'article/' || article, recorded_at, position
    from log
    where stream <> 'article/' || article
)
group by about, recorded_at
order by first
