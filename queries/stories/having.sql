-- query: having
-- reads: story_terms
--
-- Which articles that were printed from day $first to day $last are found by each of the terms $terms.
select term, day, number
from story_terms
where term in (select unnest($terms)) and day between $first and $last
