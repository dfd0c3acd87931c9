-- view:       story_outlines
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
-- What is reported, when and by how many: what the view `stories` has of each story but whom and where it is about.
with placed_articles as (
    select *
    from placed(p_as_of := $as_of, p_reported_until := $reported_until, p_story := $story)
),

chosen as (
    select
        story,
        min(published)                                  as first_day,
        max(published)                                  as last_day,
        count(*)                                        as articles,
        count(distinct coalesce(publisher, article)) filter (
            article not in (select article from copy_origins(p_as_of := $as_of, p_reported_until := $reported_until))
        ) as sources
    from placed_articles
    group by story
    having
        count(*) >= coalesce($min_articles, 0)
        and in_range(min(published), max(published) + interval 1 day, $since, $until)
        and bool_or(matches(publisher, $publisher))
        and is_about(string_agg(title, ' | '), $about, $and_about, $not_about)
    order by articles desc, first_day desc, story
    limit $limit
),

headline_words as (
    select
        story,
        article,
        published,
        title,
        unnest(list_filter(distinct_words(title), lambda word: length(word) > 3)) as word
    from placed_articles
    semi join chosen using (story)
),

shared_words as (
    select story, word, count(*) - 1 as others
    from headline_words
    group by story, word
),

headlines as (
    -- the one whose words most others have, of equals the earliest
    select story, arg_min(title, {'far': -near, 'published': published, 'article': article}) as title
    from (
        select
            story,
            article,
            title,
            sum(others) / sqrt(count(*))                as near,
            any_value(published)                        as published
        from headline_words
        inner join shared_words using (story, word)
        group by story, article, title
    )
    group by story
)

select
    story,                                                               -- key of its earliest article
    coalesce(headlines.title, story)                    as title,        -- the headline that is nearest to all
    first_day,                                                           -- of print
    last_day,
    articles,
    sources                                                              -- outlets, without those that print a copy
from chosen
left join headlines using (story)
order by articles desc, first_day desc, story
