-- query:      origins
-- grain:      one row per article that prints a copy
--
-- Which of $articles are copies, and the key of the article that stands for each where sources are counted.
select article, origin
from copy_origins(p_as_of := cast($as_of as varchar), p_reported_until := cast($reported_until as varchar))
where article in (select unnest(cast($articles as varchar[])))
order by article
