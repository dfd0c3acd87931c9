-- query: refused_copies
-- reads: log
--
-- The pairs of articles of which somebody said that a link between them is wrong.
with answers as (
    select event_id, causation from log where type = 'assertion_retracted'
)

select distinct data ->> '$.article' as article, data ->> '$.of' as of
from log
where
    type = 'copies_linked'
    and event_id in (
        select causation from answers where event_id not in (select causation from answers)
    )
