-- stage: current_texts
-- grain: one row per text of an article and stretch of recorded time in which one and the same later text was the next
-- idle:  not bool_or(type in ('article_revised', 'article_withdrawn'))
-- column: article varchar
-- column: revision integer
-- column: reported_to timestamp
-- column: since timestamp
-- column: until timestamp
--
-- From when to when a text was the current one, in both clocks: a text gives way to one that was seen later, however
-- late that one arrives; what had been reported before that one was printed, still reads as it did.
with successions as (
    select
        text.article,
        text.revision,
        greatest(text.recorded_at, later.recorded_at) as since,
        min(later.reported_at) over (partition by text.article, text.revision order by later.position) as reported_to
    from texts as text
    inner join texts as later
        on text.article = later.article and (later.seen, later.revision) > (text.seen, text.revision)
),

stretches as (
    select article, revision, recorded_at as since, cast(null as timestamp) as reported_to
    from texts
    union all
    select article, revision, min(since), reported_to
    from successions
    group by article, revision, reported_to
)

select
    article,
    revision,
    reported_to,
    since,
    least(
        lead(since) over (partition by article, revision order by since, reported_to desc nulls first), withdrawn_at
    ) as until
from stretches
inner join texts using (article, revision)
