-- query: texts
-- reads: articles
--
-- The current texts, those that were printed first before others.
select article, title, published, text
from articles
order by published, article
