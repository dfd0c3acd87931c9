-- stage: decision_targets
-- grain: one row per decision and event that it applies to
--
-- A decision finds its target again in other extractions and revisions of the article: the event of the same type with the
-- same evidence in the same text, else the only one with the same words as evidence, else the only one in the same text
-- that overlaps it by half.
with said as (
    select
        upcast.event_id,
        upcast.type,
        upcast.article,
        upcast.revision,
        upcast.extraction,
        upcast.evidence,
        list_sum(list_transform(upcast.evidence, lambda span: span[2] - span[1])) as size,
        list_transform(upcast.evidence, lambda span: (printed.data ->> '$.text')[span[1] + 1:span[2]]) as words
    from upcast
    inner join upcast as printed using (article, revision)
    where
        printed.type in ('article_published', 'article_revised')
        and upcast.ordinal is not null
        and (upcast.article, upcast.type) in (
            select (article, type) from upcast where event_id in (select target from decisions)
        )
),

near as (
    select
        decision,
        other.event_id,
        other.extraction,
        case
            when target.revision = other.revision and target.evidence = other.evidence then 1
            when target.words = other.words then 2
            when
                target.revision = other.revision
                and 2 * list_sum(flatten(list_transform(target.evidence, lambda one: list_transform(
                    other.evidence, lambda two: greatest(0, least(one[2], two[2]) - greatest(one[1], two[1]))
                )))) >= greatest(target.size, other.size)
                then 3
        end as nearness
    from decisions
    inner join said as target on target = target.event_id
    inner join said as other
        on target.article = other.article and target.type = other.type and target.extraction <> other.extraction
)

select decision, target as event_id
from decisions

union all

select decision, event_id
from near
qualify
    nearness = min(nearness) over (partition by decision, extraction)
    and count(*) over (partition by decision, extraction, nearness) = 1
