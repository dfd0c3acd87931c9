-- query: told
-- reads: occurrences, articles, happening_links, story_articles
--
-- The occurrences that timelines tell, of the articles that were linked, each with the happening that it was linked to last.
with latest as (
    select occurrence, arg_max(happening, position) as happening
    from happening_links
    where not decided
    group by occurrence
)

select
    number,
    occurrences.event_id                                as id,
    coalesce(latest.happening, occurrences.event_id)    as happening,
    article,
    occurrences.reported_at                             as at,
    span_start                                          as place,
    occurrences.text                                    as text,
    trigger,
    participants || places                              as names,
    coalesce(subject, [])                               as subject,
    occurred_from                                       as since,
    occurred_to                                         as until,
    basis,
    kind
from occurrences
inner join articles using (article, revision)
inner join story_articles using (article)
left join latest on occurrences.event_id = latest.occurrence
where is_told(kind, salience, null, null)
order by number, place
