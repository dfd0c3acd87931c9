-- check:     commits
-- grain:     one row per commit after the first $untold events that lacks its head
--
-- What was committed together was recorded a microsecond apart, what was committed later by more: so the times, which
-- are hashed, tell after which events a head has to stand.
with followed as (
    select position, recorded_at, lead(recorded_at) over (order by position) as next_recorded_at from log
)

select position, 'heads' as name, 'a head of ' || position || ' events' as expected, 'none' as found
from followed
where
    position >= $untold
    and epoch_us(next_recorded_at) - epoch_us(recorded_at) > 1
    and position not in (select tree_size from heads)
