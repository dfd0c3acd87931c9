-- stage: completions
-- grain: one row per extraction that was completed
select
    extraction,
    article,
    revision,
    extractor,
    extractor_version,
    position,
    recorded_at
from upcast
where type = 'extraction_completed'
