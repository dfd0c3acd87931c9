-- query: first_printed
-- reads: article_history
--
-- When the articles $keys were printed first, UTC.
select article, min(reported_at) as printed
from article_history
where article in (select unnest($keys))
group by article
