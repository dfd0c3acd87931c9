-- check:     elsewhere
-- grain:     one row per text before or behind $first <= position <= $last that an event inside points into
with stretch as (
    select article, revision, type from log where position between $first and $last and article is not null
),

missing as (
    select distinct article, revision from stretch
    anti join (from stretch where type in ('article_published', 'article_revised')) using (article, revision)
)

select position
from log
inner join missing using (article, revision)
where type in ('article_published', 'article_revised')
