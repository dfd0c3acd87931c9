-- query: numbers
-- reads: story_articles, story_members
--
-- What is known of the articles with the keys $articles.
select number, article, day, story, length, terms, counts, near, likeness
from story_articles
inner join story_members using (number)
where article in (select unnest($articles))
