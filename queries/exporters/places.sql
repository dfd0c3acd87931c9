-- query:      places
-- grain:      one row per happening or statement that is to be cited
--
-- Where each of the events in $events stands.
select
    cast(event_id as varchar)                           as event_id,
    article,
    paragraph,
    span_start,
    span_end,
    recorded_from                                       as recorded_at
from (
    select event_id, article, paragraph, span_start, span_end, recorded_from
    from occurrences(p_as_of := cast($as_of as varchar), p_reported_until := cast($reported_until as varchar))
    union all
    select event_id, article, paragraph, span_start, span_end, recorded_from
    from statements(p_as_of := cast($as_of as varchar), p_reported_until := cast($reported_until as varchar))
)
where event_id in (select cast(unnest(cast($events as varchar[])) as uuid))
