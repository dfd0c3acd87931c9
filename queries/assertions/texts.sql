-- stage: texts
-- grain: one row per text of an article
-- reads: upcast, the log with every payload in its newest version
select
    article,
    revision,
    position,
    recorded_at,
    reported_at,
    coalesce(cast(data ->> '$.captured' as timestamp), recorded_at) as seen,
    (
        select min(gone.recorded_at) from upcast as gone
        where gone.type = 'article_withdrawn' and gone.article = upcast.article and gone.position > upcast.position
    ) as withdrawn_at
from upcast
where type in ('article_published', 'article_revised')
