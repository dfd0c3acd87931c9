-- statement: select
--
-- What happened, told by most sources
select
    occurred_from,
    text,
    independent,
    sources
from timeline
order by independent desc, occurred_from
limit 20
