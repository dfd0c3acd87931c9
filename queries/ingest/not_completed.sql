-- query: not_completed
-- reads: log, revisions
--
-- The newest texts, of $articles or of all, that some of the $extractors in their $versions have not completed.
with texts as (
    select article, max(revision) as revision
    from revisions
    where fingerprint is not null and ($articles is null or list_contains($articles, article))
    group by article
),

wanted as (
    select unnest($extractors) as extractor, unnest($versions) as version
),

completed as (
    select article, revision, extractor, extractor_version as version
    from log
    where type = 'extraction_completed'
)

select
    article,
    revision,
    list(extractor order by extractor) as extractors
from (
    select article, revision, extractor, version
    from texts cross join wanted
    except
    from completed
)
group by article, revision
order by article
