-- view:       conflicts
-- grain:      one row per two figures of a series that cannot both be
-- parameter:  as_of varchar = null        what the log held at that moment; a day means its end, UTC
-- parameter:  reported_until varchar = null only what had been printed by that moment
-- parameter:  since date = null           first day it may have been so
-- parameter:  until date = null           last day it may have been so
-- parameter:  publisher varchar = null    part of the name of the outlet that stated one of them
-- parameter:  place varchar = null        part of the name of a place where it is so
-- parameter:  story varchar[] = null      keys of the articles of one story
-- parameter:  about varchar[] = null      at least one of these words or phrases in the clause, or in the headline
-- parameter:  and_about varchar[] = null  and all of these there, too
-- parameter:  not_about varchar[] = null  and none of these
-- parameter:  limit bigint = null         only so many rows
--
-- Where two articles state for one time, within a day of each other, what leaves no number that both allow. Which of them
-- is right is not decided. Of rounded numbers a twentieth is allowed for, and so it is between units.
with reports as materialized (
    select
        *,
        if(hedge = 'around' or regexp_matches(text, 'hundred|thousand|illion|[0-9](bn|m|k)\\b'), 0.05, 0) as slack,
        case
            when hedge in ('under', 'up to') then '-infinity'::double
            when hedge = 'nearly' then 0.9 * amount
            else coalesce(low * factor, amount)
        end as least,
        case when hedge in ('over', 'at least', 'vague') then 'infinity'::double else coalesce(high * factor, amount) end as most
    from figure_reports(
        p_as_of := $as_of, p_reported_until := $reported_until, p_since := $since, p_until := $until, p_place := $place,
        p_story := $story, p_about := $about, p_and_about := $and_about, p_not_about := $not_about
    )
    where modality = 'asserted' and not part and action not in ('rose', 'fell')
    qualify row_number() over (partition by series, article, reported_from order by span_start) = 1
)

select
    one.series,                                                          -- what both figures have in common
    one.head, one.action, one.scene as place, one.reported_from, other.reported_from as other_reported_from,
    one.text, other.text                                as other_text,
    one.clause, other.clause                            as other_clause,
    one.value, one.low, one.high, one.unit,
    other.value                                         as other_value,
    other.low                                           as other_low,
    other.high                                          as other_high,
    other.unit                                          as other_unit,
    one.story, one.article, other.article               as other_article,
    one.publisher, other.publisher                      as other_publisher,
    one.citation, other.citation                        as other_citation,
    one.event_id, other.event_id                        as other_event_id
from reports as one
inner join reports as other
    on one.series = other.series and one.article <> other.article
    and (one.reported_from, one.position) < (other.reported_from, other.position)
where
    other.reported_from <= one.reported_from + interval 1 day
    and coalesce(one.occurred_from < other.occurred_to, true) and coalesce(other.occurred_from < one.occurred_to, true)
    and (
        one.most * (1 + greatest(one.slack, other.slack, if(one.unit = other.unit, 0, 0.05))) < other.least
        or other.most * (1 + greatest(one.slack, other.slack, if(one.unit = other.unit, 0, 0.05))) < one.least
    )
    and (matches(one.publisher, $publisher) or matches(other.publisher, $publisher))
    and not exists (
        select article from copies(p_as_of := $as_of, p_reported_until := $reported_until) as copy
        where copy.kind = 'copy' and copy.article in (one.article, other.article) and copy.of in (one.article, other.article)
    )
order by one.reported_from, one.position, other.position
limit $limit
