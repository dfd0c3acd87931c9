-- query: numbers
-- reads: story_articles
--
-- The numbers of the articles with the keys $articles.
select article, number
from story_articles
where article in (select unnest($articles))
