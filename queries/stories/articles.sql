-- query: articles
-- reads: story_articles, story_members
--
-- What is known of the articles with the numbers $numbers.
select number, article, day, story, length, terms, counts, near, likeness
from story_articles
inner join story_members using (number)
where number in (select unnest($numbers))
