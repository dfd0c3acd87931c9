-- view:       history
-- grain:      one row per recorded event in the life of an article or of one event
-- parameter:  subject varchar = null      key of an article, or the beginning of an event's id
-- parameter:  as_of varchar = null        up to this moment; a day means its end, UTC
-- parameter:  reported_until varchar = null only what had been printed by that moment
--
-- The whole life of an article (its texts, extractions, corrections, withdrawal) or of an event (itself, what corrects it).
select
    recorded_at,                                                         -- when we learned it, UTC
    position,                                                            -- in the log
    type,
    revision,                                                            -- of the article's texts
    coalesce(
        case when data is null then 'erased' end,
        data ->> '$.reason',
        data ->> '$.error',
        data ->> '$.quote',
        data ->> '$.title',
        left(data ->> '$.text', 80),
        (data ->> '$.events') || ' events'
    )                                                   as what,         -- reason, words, or how much was read
    coalesce(data ->> '$.by', extractor || ' ' || extractor_version) as by_whom, -- who says so
    causation                                           as corrects,
    event_id
from log
where
    position in (
        -- first which, by columns that are small: then only theirs are unpacked
        select position from log
        where
            (article = $subject and (extractor is null or starts_with(type, 'extraction_')))
            or id_begins(event_id, $subject)
            or id_begins(causation, $subject)
            or causation in (select event_id from log where id_begins(causation, $subject))
    )
    and ($as_of is null or recorded_at <= moment($as_of))
    and ($reported_until is null or reported_at is null or reported_at <= moment($reported_until))
order by position
