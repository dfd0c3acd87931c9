-- view:       extractor_diff
-- grain:      one row per event in which two versions of an extractor differ
-- parameter:  extractor varchar = null    whose extractions
-- parameter:  before integer = null       the one version
-- parameter:  after integer = null        the other
-- parameter:  article varchar = null      key of the only article to look at
--
-- What was gained, lost and changed between two versions, in the texts that both have completed.
with texts as (
    select article, revision
    from log
    where
        type = 'extraction_completed'
        and extractor = $extractor
        and extractor_version in ($before, $after)
        and ($article is null or article = $article)
    group by article, revision
    having count(distinct extractor_version) = 2
),

extracted as (
    select
        log.*,
        coalesce(data ->> '$.quote', data ->> '$.text') as words,
        list_sum(list_transform(evidence, lambda span: span[2] - span[1])) as size
    from log
    inner join texts using (article, revision)
    where extractor = $extractor and ordinal is not null and len(evidence) > 0
),

pairs as (
    select
        old.event_id as old_id,
        new.event_id as new_id,
        list_sum(flatten(list_transform(old.evidence, lambda one: list_transform(
            new.evidence, lambda two: greatest(0, least(one[2], two[2]) - greatest(one[1], two[1]))
        )))) as common
    from extracted as old
    inner join extracted as new using (article, revision, type)
    where
        old.extractor_version = $before
        and new.extractor_version = $after
        and 2 * common >= greatest(old.size, new.size)
    qualify
        row_number() over (partition by old_id order by common desc, new.position) = 1
        and row_number() over (partition by new_id order by common desc, old.position) = 1
)

select
    coalesce(old.article, new.article)                  as article,
    coalesce(old.revision, new.revision)                as revision,
    case when new.event_id is null then 'lost' when old.event_id is null then 'gained' else 'changed' end as change,
    coalesce(old.type, new.type)                        as type,
    old.words                                           as before,       -- verbatim
    new.words                                           as after,
    list_filter(
        json_keys(coalesce(old.data, new.data)),
        lambda field: json_extract(old.data, field) <> json_extract(new.data, field)
    )                                                   as fields,       -- that differ
    old.event_id                                        as before_event,
    new.event_id                                        as after_event
from (from extracted where extractor_version = $before) as old
left join pairs on old.event_id = old_id
full join (from extracted where extractor_version = $after) as new on new.event_id = new_id
where (old.data, old.evidence) is distinct from (new.data, new.evidence)
order by article, revision, coalesce(old.evidence[1][1], new.evidence[1][1]), type
