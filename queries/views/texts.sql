-- view:       texts
-- grain:      one row per text of an article, superseded ones too
-- parameter:  article varchar = null      key of the article; without one all
-- parameter:  as_of varchar = null        what the log held at that moment; a day means its end, UTC
-- parameter:  reported_until varchar = null only what had been printed by that moment
-- parameter:  since date = null           first day of print
-- parameter:  until date = null           last day of print
--
-- Every text that an article has had, in the order in which they were printed.
select
    history.article,
    history.revision,                                                    -- 1..n
    title,
    publisher,
    published,
    captured,                                                            -- when this text was seen, UTC
    history.reported_at,                                                 -- when it was printed, UTC
    log.recorded_at,                                                     -- when we learned it, UTC
    text,                                                                -- exactly as given
    history.event_id
from article_history as history
inner join log using (position)
where
    ($article is null or history.article = $article)
    and was_valid(history.recorded_from, history.recorded_to, null, null, $as_of, null)
    and ($reported_until is null or history.reported_at <= moment($reported_until))
    and in_range(history.reported_at, history.reported_at + interval 1 microsecond, $since, $until)
order by history.article, history.reported_at, history.revision
