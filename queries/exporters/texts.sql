-- query:      texts
-- grain:      one row per article that is to be cited
--
-- The texts that the articles in $articles had then, and who printed them.
select
    article,
    title,
    publisher,
    published,
    url,
    authors,
    language,
    text
from articles(p_as_of := cast($as_of as varchar), p_reported_until := cast($reported_until as varchar))
where article in (select unnest(cast($articles as varchar[])))
