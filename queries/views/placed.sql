-- view:       placed
-- grain:      one row per article, as its current text stands
-- parameter:  as_of varchar = null          what the log held at that moment; a day means its end, UTC
-- parameter:  reported_until varchar = null only what had been printed by that moment
-- parameter:  since date = null             first day of publication
-- parameter:  until date = null             last day of publication
-- parameter:  publisher varchar = null      part of the outlet's name
-- parameter:  story varchar[] = null        keys of the articles of one story
--
-- Which story each article reports: that of the last placing; its own where it is like no other.
with last_placing as (
    select
        article,
        arg_max(story, position)                        as story,
        arg_max(decided, position)                      as decided,
        arg_max(rule, position)                         as rule,
        arg_max(confidence, position)                   as confidence,
        arg_max(event_id, position)                     as event_id
    from placements(p_as_of := $as_of, p_reported_until := $reported_until)
    where article is not null
    group by article
)

select
    article,
    coalesce(story, article)                            as story,        -- key of its earliest article
    published,
    publisher,
    title,
    rule,                                                                -- which rule placed it
    confidence,                                                          -- per mille
    last_placing.event_id
from articles(p_as_of := $as_of, p_reported_until := $reported_until)
left join last_placing using (article)
where
    in_range(published, published + interval 1 day, $since, $until)
    and matches(publisher, $publisher)
    and is_of(article, $story)
order by story, published, article
