-- view:       boilerplate
-- grain:      one row per outlet and wording
-- parameter:  as_of varchar = null        what the log held at that moment; a day means its end, UTC
-- parameter:  reported_until varchar = null only what had been printed by that moment
--
-- What an outlet prints in the same words whatever the story: it stands in three articles or more, and no word stands
-- in the titles of more than half of them. Copies of one article, and articles about one story, share words of their titles.
select
    publisher,
    wording,
    count(*)                                            as articles      -- that hold it, eight at most
from (
    select distinct
        publisher,
        wording,
        article,
        title_words
    from repetitions(p_as_of := $as_of, p_reported_until := $reported_until)
    where varied -- of the others none can be
)
group by publisher, wording
having
    count(*) >= 3
    and 2 * coalesce(list_max(map_values(list_histogram(flatten(list(title_words))))), 0) <= count(*)
