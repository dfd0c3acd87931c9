-- query: frequencies
-- reads: story_frequencies, story_articles, meta
--
-- In how many articles each of the terms $terms stands; as term -1 how many articles there are, as -2 whether people decided
-- anything about stories: what is asked in one statement is planned once.
select cast(term as bigint) as term, cast(sum(articles) as bigint) as articles
from story_frequencies
where term in (select unnest($terms))
group by term

union all

select -1, coalesce(max(number), 0)
from story_articles

union all

select -2, count(*)
from meta
where key in ('event stories_merged', 'event story_split')
