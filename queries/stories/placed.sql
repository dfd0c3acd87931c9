-- query: placed
-- reads: placements
--
-- The story that each article was placed in last, where that is not its own.
select article, arg_max(story, position) as story
from placements
where article is not null
group by article
