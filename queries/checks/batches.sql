-- check:     batches
-- grain:     one row per entry of the register of batches that does not follow from the log, or that it lacks
--
-- Where the events of each stream, and about each article, stand: what catching up reads and replaces.
with standing as (
    select stream as about, recorded_at, position from log
    union all
    select 'article/' || article, recorded_at, position from log where stream <> 'article/' || article
),

counted as (
    select md5_number_lower(about) as subject, min(position) as first, max(position) as last
    from standing
    group by about, recorded_at
),

differing as (
    select first as position, cast(entry as varchar) as lacking, null as kept
    from (from counted except all from batches) as entry
    union all
    select first, null, cast(entry as varchar)
    from (from batches except all from counted) as entry
)

select
    position,
    'batches'                         as name,
    coalesce(lacking, 'no such entry') as expected,
    coalesce(kept, 'no entry')         as found
from differing
