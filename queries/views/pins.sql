-- view:       pins
-- grain:      one row per article and extractor with a pinned version
-- parameter:  as_of varchar = null        what the log held at that moment; a day means its end, UTC
--
-- Which version of an extractor was chosen for an article, instead of the latest.
select
    article,
    data ->> '$.extractor'                              as extractor,
    cast(data ->> '$.pinned' as integer)                as version,
    data ->> '$.reason'                                 as reason,
    data ->> '$.by'                                     as by,           -- who chose
    recorded_at,                                                         -- when, UTC
    event_id
from log
where
    type in ('extraction_pinned', 'extraction_unpinned')
    and ($as_of is null or recorded_at <= moment($as_of))
qualify
    position = max(position) over (partition by article, data ->> '$.extractor')
    and type = 'extraction_pinned'
order by extractor, article
