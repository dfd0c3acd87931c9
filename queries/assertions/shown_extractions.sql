-- stage: shown_extractions
-- grain: one row per extraction and stretch of recorded time in which it is shown; an empty one for what never was
-- idle:  count(*) filter (type = 'extraction_completed') = count(distinct (article, revision, extractor)) filter (type = 'extraction_completed')
-- column: extraction uuid
-- column: since timestamp
-- column: until timestamp
with changes as (
    select *
    from extraction_choices
    qualify extraction is distinct from lag(extraction) over (partition by article, revision, extractor order by position)
)

select
    extraction,
    recorded_at as since,
    lead(recorded_at) over (partition by article, revision, extractor order by position) as until
from changes

union all

select extraction, recorded_at, recorded_at
from completions
anti join changes using (extraction)
