-- query: current_texts
-- reads: articles
--
-- Where the text of each article stands that is its current one.
select position
from articles
order by position
