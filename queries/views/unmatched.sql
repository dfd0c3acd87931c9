-- view:       unmatched
-- grain:      one row per decision in force whose target is gone, and nothing in its article has taken the place
-- parameter:  as_of varchar = null        what the log held at that moment; a day means its end, UTC
-- parameter:  reported_until varchar = null what had been printed by that moment; a day means its end, UTC
--
-- Retractions and corrections that found no event, or several, in what is read in the article's current text.
with made as (
    select *
    from log
    where type in ('assertion_retracted', 'assertion_corrected') and ($as_of is null or recorded_at <= moment($as_of))
)

select
    made.recorded_at,                                                    -- when it was decided, UTC
    made.type,
    made.article,
    target.type                                         as target_type,
    target.data ->> '$.quote'                           as quote,        -- what it was about, where that was said
    target.data ->> '$.text'                            as text,         -- or happened
    made.data ->> '$.reason'                            as reason,
    made.data ->> '$.by'                                as by,           -- who says so
    made.causation                                      as target,       -- id of the event it was about
    made.event_id
from made
inner join log as target on made.causation = target.event_id and target.ordinal is not null
inner join articles(p_as_of := $as_of, p_reported_until := $reported_until) as article on made.article = article.article
anti join made as undone on made.event_id = undone.causation
anti join decisions(p_as_of := $as_of, p_reported_until := $reported_until) as met on made.event_id = met.decision
order by made.position
