-- stage: texts
-- grain: one row per text of an article
-- reads: upcast, the log with every payload in its newest version
select article, revision, position, recorded_at, reported_at, seen, withdrawn_at
from (
    select
        *,
        coalesce(cast(data ->> '$.captured' as timestamp), recorded_at) as seen,
        min(recorded_at) filter (type = 'article_withdrawn') over (
            partition by article order by position rows between current row and unbounded following
        ) as withdrawn_at
    from upcast
    where type in ('article_published', 'article_revised', 'article_withdrawn')
)
where type <> 'article_withdrawn'
