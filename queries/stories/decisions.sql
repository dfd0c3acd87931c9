-- query: decisions
-- reads: placements
--
-- What people decided about stories, in the order in which they did.
select story, other, article, parted
from placements
where decided
order by position, article
