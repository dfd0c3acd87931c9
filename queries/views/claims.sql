-- view:       claims
-- grain:      one row per article, reported statement and reported happening
-- parameter:  as_of varchar = null        what the log held at that moment; a day means its end, UTC
-- parameter:  reported_until varchar = null only what had been printed by that moment
-- parameter:  since date = null           first day it may have happened, been said or printed
-- parameter:  until date = null           last day
-- parameter:  kind varchar = null         article, statement or happening: only that
--
-- What the log says, in one form: what two moments are compared by.
with told as (
    select
        'article'                                       as kind,
        event_id, article, revision,
        null                                            as who,          -- as the article names them
        coalesce(title, article)                        as what,         -- title, quote or clause, verbatim
        published                                       as time_from,
        published + interval 1 day                      as time_to,      -- exclusive
        'day'                                           as precision,
        null                                            as modality,
        null                                            as paragraph,    -- one-based
        null                                            as span_start,
        null                                            as span_end,
        position
    from articles(p_as_of := $as_of, p_reported_until := $reported_until)
    union all by name
    select
        'statement' as kind, event_id, article, revision, coalesce(speaker, source_mention) as who, quote as what,
        said_from as time_from, said_to as time_to, said_precision as precision, modality, paragraph, span_start, span_end,
        position
    from statements(p_as_of := $as_of, p_reported_until := $reported_until)
    union all by name
    select
        'happening' as kind, event_id, article, revision, text as what, occurred_from as time_from,
        occurred_to as time_to, precision, modality, paragraph, span_start, span_end, position
    from occurrences(p_as_of := $as_of, p_reported_until := $reported_until)
)

select
    told.*,
    publication.publisher,
    publication.published
from told
inner join articles(p_as_of := $as_of, p_reported_until := $reported_until) as publication using (article, revision)
where in_range(time_from, time_to, $since, $until) and ($kind is null or kind = $kind)
