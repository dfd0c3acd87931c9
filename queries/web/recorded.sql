-- query: recorded
-- reads: log
--
-- How many events of each type articles have behind a position.
select article, type, count(*) as events
from log
where position > $before and list_contains($articles, article)
group by article, type
order by article, type
