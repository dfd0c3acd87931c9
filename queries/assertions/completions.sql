-- stage: completions
-- grain: one row per reading that was brought to its end
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
