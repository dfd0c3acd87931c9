-- statement: select
-- reads:     upcast, the log with every payload in its newest version
--
-- What every event says and from when to when it held: the one place with windows, each within one article.
with texts as (
    select
        article,
        revision,
        type,
        position,
        recorded_at,
        coalesce(cast(data ->> '$.captured' as timestamp), recorded_at) as seen
    from upcast
    where type in ('article_published', 'article_revised', 'article_withdrawn')
),

revision_ends as (
    -- a revision gives way to one that was captured later, however late that one arrives
    select
        article,
        revision,
        min(recorded_at) over (
            partition by article order by seen desc, revision desc rows between unbounded preceding and 1 preceding
        ) as replaced_at
    from texts
    where type <> 'article_withdrawn'
),

withdrawals as (
    select
        article,
        revision,
        min(case when type = 'article_withdrawn' then recorded_at end) over (
            partition by article order by position rows between 1 following and unbounded following
        ) as withdrawn_at
    from texts
    qualify type <> 'article_withdrawn'
),

extraction_ends as (
    select
        extraction,
        lead(recorded_at) over (partition by article, revision, extractor order by position) as superseded_at
    from upcast
    where type = 'extraction_completed'
),

retractions as (
    select causation as event_id, min(recorded_at) as retracted_at
    from upcast
    where type = 'assertion_retracted'
    group by article, causation
),

ends as (
    select
        upcast.*,
        least(replaced_at, withdrawn_at, superseded_at, retracted_at) as ended_at
    from upcast
    left join revision_ends using (article, revision)
    left join withdrawals using (article, revision)
    left join extraction_ends using (extraction)
    left join retractions using (event_id)
)

select
    * exclude (ended_at),
    recorded_at as recorded_from,
    case when ended_at is not null then greatest(recorded_at, ended_at) end as recorded_to -- equal: never held
from ends
