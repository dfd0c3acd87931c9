-- stage: texts
-- grain: one row per text of an article
-- reads: upcast, the log with every payload in its newest version
select
    article,
    revision,
    position,
    recorded_at,
    reported_at,
    coalesce(captured, recorded_at) as seen,
    coalesce(captured, reported_at) as changed_at, -- when it was printed, unless it is the first
    withdrawn_at
from (
    select
        *,
        cast(data ->> '$.captured' as timestamp) as captured,
        min(recorded_at) filter (type = 'article_withdrawn') over (
            partition by article order by position rows between current row and unbounded following
        ) as withdrawn_at
    from upcast
    where type in ('article_published', 'article_revised', 'article_withdrawn')
)
where type <> 'article_withdrawn'
