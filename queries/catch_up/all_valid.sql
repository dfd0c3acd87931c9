-- query: all_valid
-- reads: upcast, the log with every payload in its newest version
--
-- What the stage `valid_assertions` comes to where every stage that may be idle is: planned in less time than it.
select
    * exclude (salt, commitment, leaf),
    false as retracted,
    cast(null as uuid[]) as decisions,
    cast(null as varchar) as correction,
    recorded_at as recorded_from,
    cast(null as timestamp) as recorded_to,
    cast(null as timestamp) as reported_to
from upcast
