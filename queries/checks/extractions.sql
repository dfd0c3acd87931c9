-- check:     extractions
-- grain:     one row per event with $first <= position <= $last whose extraction looks wrong
--
-- An extraction is named by the text that was read and by who read it.
with readings as (
    select distinct extraction, article, revision, extractor, extractor_version
    from log
    where position between $first and $last and extraction is not null and data is not null
),

named as (
    select
        readings.*,
        named(
            part(article) || part(revision) || part(texts.digest) || part(extractor) || part(extractor_version)
        ) as name
    from readings
    left join verified_texts as texts using (article, revision)
),

wrong as (
    select * from named where is_uuid5(extraction, name) is not true
)

select position
from log
inner join wrong
    on
        log.extraction = wrong.extraction
        and log.article is not distinct from wrong.article
        and log.revision is not distinct from wrong.revision
        and log.extractor is not distinct from wrong.extractor
        and log.extractor_version is not distinct from wrong.extractor_version
where position between $first and $last
