-- query:      article
-- grain:      one row: the article
--
-- The current text of $article, and what it states of itself.
select article, revision, title, publisher, published, captured, url, authors, language, text, recorded_from, event_id
from articles(p_as_of := cast($as_of as varchar), p_reported_until := cast($reported_until as varchar))
where article = $article
