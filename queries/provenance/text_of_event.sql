-- query: text_of_event
-- reads: log
--
-- The text with the number $revision of the article $article.
select *
from log
where article = $article and revision = $revision and type in ('article_published', 'article_revised')
