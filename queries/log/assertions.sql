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
    -- in force until the retraction is itself retracted; the writer sees to it that they never overlap
    select
        retraction.causation as event_id,
        retraction.recorded_at as retracted_at,
        min(undone.recorded_at) as restored_at
    from upcast as retraction
    left join upcast as undone
        on undone.type = 'assertion_retracted' and undone.causation = retraction.event_id
    where retraction.type = 'assertion_retracted'
    group by retraction.causation, retraction.recorded_at
),

starts as (
    -- what was retracted and restored holds anew from then
    select event_id, recorded_at as recorded_from
    from upcast
    union all
    select event_id, restored_at
    from retractions
    where restored_at is not null
),

ends as (
    select
        upcast.*,
        starts.recorded_from,
        least(replaced_at, withdrawn_at, superseded_at, retracted_at) as ended_at
    from upcast
    inner join starts using (event_id)
    left join revision_ends using (article, revision)
    left join withdrawals using (article, revision)
    left join extraction_ends using (extraction)
    asof left join retractions
        on starts.event_id = retractions.event_id and starts.recorded_from <= retractions.retracted_at
)

select
    * exclude (ended_at),
    case when ended_at is not null then greatest(recorded_from, ended_at) end as recorded_to -- equal: never held
from ends
