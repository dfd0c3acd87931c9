-- projection: repetitions
-- history:    repetition_history
-- grain:      one row per reported happening or statement and interval in which it held, of wordings that an outlet prints again
-- key:        event_id, recorded_from, reported_to
-- by:         wording
-- order:      publisher, wording, position
-- folds:      occurrence_history, statement_history
-- columns:    position, event_id, article, revision, wording, reported_at, reported_to, recorded_from, recorded_to
-- least:      3
-- reads:      folded, these columns of the tables that it folds
--
-- What stands in the same words in three articles of one outlet or more, in the first eight of them: an outlet's
-- boilerplate, or what its articles on one story all say (the view `boilerplate` tells them apart).
with held as (
    select distinct
        folded.*,
        publisher,
        title
    from folded
    inner join article_history as printed using (article, revision)
    where title is not null and publisher is not null
),

ranked as (
    select
        *,
        dense_rank() over (partition by publisher, wording order by first) as nth -- of the articles, by what came first
    from (select *, min(position) over (partition by publisher, wording, article) as first from held)
),

counted as (
    select
        *,
        list_distinct(regexp_extract_all(lower(title), '\p{L}{4,}')) as title_words
    from ranked
    where nth <= 8
    qualify max(nth) over (partition by publisher, wording) >= 3
),

judged as (
    -- a word in half of three titles or more is missing in two, whichever of these articles held it at some moment
    select
        publisher,
        wording,
        2 + coalesce(list_max(map_values(list_histogram(flatten(list(title_words))))), 0) <= count(*) as varied
    from (select distinct publisher, wording, article, title_words from counted)
    group by publisher, wording
)

select
    position,                                                            -- of the event in the log
    event_id,
    article,                                                             -- key of the article
    wording,                                                             -- the same for the same words
    publisher,                                                           -- the outlet
    title_words,                                                         -- of four letters or more
    varied,                                                              -- false: boilerplate at no moment, by its titles
    reported_at,                                                         -- when it was printed, UTC
    reported_to,                                                         -- when a later text was; null: current in print
    recorded_from,                                                       -- when we learned it, UTC
    recorded_to                                                          -- when it ceased to hold; null while it does
from counted
inner join judged using (publisher, wording)
