-- query: last_words
-- reads: log
--
-- Of each of the $articles that the log holds, whether it stands withdrawn, and when its latest text was captured.
select
    article,
    arg_max(type, position) = 'article_withdrawn' as is_withdrawn,
    max(cast(data ->> '$.captured' as timestamp)) as captured
from log
where
    type in ('article_published', 'article_revised', 'article_withdrawn')
    and article in (select unnest($articles))
    and data is not null
group by article
