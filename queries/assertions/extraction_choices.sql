-- stage: extraction_choices
-- grain: one row per event that may change which extraction of a text by an extractor is shown
--
-- The pinned version when it has completed the text, else the latest.
with pins as (
    select
        article,
        data ->> '$.extractor' as extractor,
        {'version': cast(data ->> '$.pinned' as smallint)} as pin, -- null in what unpins
        position,
        recorded_at
    from upcast
    where type in ('extraction_pinned', 'extraction_unpinned')
),

steps as (
    select article, revision, extractor, position, recorded_at, extraction, null as pin
    from completions
    union all
    select article, completed.revision, extractor, pins.position, pins.recorded_at, null, pin
    from pins
    inner join (select distinct article, revision, extractor from completions) as completed using (article, extractor)
),

standing as (
    select
        article,
        revision,
        extractor,
        position,
        recorded_at,
        last_value(extraction ignore nulls) over same as latest,
        last_value(pin ignore nulls) over same as pin
    from steps
    window same as (partition by article, revision, extractor order by position)
)

select
    standing.article,
    standing.revision,
    standing.extractor,
    standing.position,
    standing.recorded_at,
    coalesce(pinned.extraction, latest) as extraction
from standing
left join completions as pinned
    on
        standing.article = pinned.article
        and standing.revision = pinned.revision
        and standing.extractor = pinned.extractor
        and pin.version = pinned.extractor_version
        and standing.position >= pinned.position
