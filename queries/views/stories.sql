-- view:       stories
-- grain:      one row per story
-- parameter:  as_of varchar = null          what the log held at that moment; a day means its end, UTC
-- parameter:  reported_until varchar = null only what had been printed by that moment
-- parameter:  since date = null             a day of it, or a later one
-- parameter:  until date = null             a day of it, or an earlier one
-- parameter:  publisher varchar = null      part of the name of an outlet that reports it
-- parameter:  story varchar[] = null        keys of the articles of one story
-- parameter:  about varchar[] = null        at least one of these words or phrases in a headline
-- parameter:  and_about varchar[] = null    and all of these in the headlines, too
-- parameter:  not_about varchar[] = null    and none of these
-- parameter:  min_articles bigint = 2       only what so many articles report
-- parameter:  limit bigint = null           only so many rows
--
-- What is reported, by one article or by many, those first that most articles report.
with outlines as materialized (
    select *
    from story_outlines(
        p_as_of := $as_of, p_reported_until := $reported_until, p_since := $since, p_until := $until,
        p_publisher := $publisher, p_story := $story, p_about := $about, p_and_about := $and_about,
        p_not_about := $not_about, p_min_articles := $min_articles, p_limit := $limit
    )
),

told as materialized (
    select story, article
    from placed(p_as_of := $as_of, p_reported_until := $reported_until, p_story := $story)
    semi join outlines using (story)
),

named as (
    select story, list(person order by articles desc, person)[:5] as people
    from (
        select story, person, count(distinct article) as articles
        from appearances(p_as_of := $as_of, p_reported_until := $reported_until)
        inner join told using (article)
        where part = 'by' and resolved
        group by story, person
    )
    group by story
),

located as (
    select story, list(place order by articles desc, place)[:5] as places
    from (
        select story, place, count(distinct article) as articles
        from (
            select article, story, unnest(places) as place
            from occurrences(p_as_of := $as_of, p_reported_until := $reported_until)
            inner join told using (article)
        )
        group by story, place
    )
    group by story
)

select
    outlines.*,
    people,                                                              -- who speaks in most of its articles
    places                                                               -- where most of them say that it happens
from outlines
left join named using (story)
left join located using (story)
order by articles desc, first_day desc, story
