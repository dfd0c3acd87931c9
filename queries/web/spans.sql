-- query:      spans
-- grain:      one row per stretch of an article's text that something was read from
--
-- What was read in the current text of $article: statements, happenings and times.
select event_id, 'said' as kind, span_start, span_end, coalesce(speaker, source_mention, 'not attributed') as label
from statements(p_as_of := cast($as_of as varchar), p_reported_until := cast($reported_until as varchar))
where article = $article
union all
select event_id, if(kind in ('happening', 'planned'), 'happened', 'state'), span_start, span_end, kind
from occurrences(p_as_of := cast($as_of as varchar), p_reported_until := cast($reported_until as varchar))
where article = $article
union all
select event_id, 'time', span_start, span_end, timex
from dates(p_as_of := cast($as_of as varchar), p_reported_until := cast($reported_until as varchar))
where article = $article
order by span_start, span_end desc, kind, event_id
