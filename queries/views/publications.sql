-- view:       publications
-- grain:      one row per article, as its current text stands
-- parameter:  as_of varchar = null        what the log held at that moment; a day means its end, UTC
-- parameter:  reported_until varchar = null only what had been printed by that moment
-- parameter:  since date = null           first day of publication
-- parameter:  until date = null           last day of publication
-- parameter:  publisher varchar = null    part of the outlet's name
-- parameter:  story varchar[] = null      keys of the articles of one story
-- parameter:  speaker varchar = null      someone who speaks in it
-- parameter:  about varchar[] = null      at least one of these words or phrases in title or text
-- parameter:  and_about varchar[] = null  and all of these there, too
-- parameter:  not_about varchar[] = null  and none of these
-- parameter:  limit bigint = null         only so many rows
--
-- Which articles there are, and what was read in them.
with printed as (
    select * exclude (text), length(text) as characters                  -- texts are not sorted
    from articles(p_as_of := $as_of, p_reported_until := $reported_until)
    where
        in_range(published, published + interval 1 day, $since, $until)
        and matches(publisher, $publisher)
        and is_of(article, $story)
        and (
            $speaker is null
            or article in (
                select article
                from attributed_statements(
                    p_as_of := $as_of, p_reported_until := $reported_until, p_speaker := $speaker
                )
                where $speaker is not null                               -- else it is worked out for nothing
            )
        )
        and is_about(concat_ws(' ', title, text), $about, $and_about, $not_about)
    order by published, publisher, article
    limit $limit
)

select
    published,
    publisher,
    title,
    article,
    revision                                            as revisions,    -- texts up to the current one
    (
        select count(*) from statements(p_as_of := $as_of, p_reported_until := $reported_until) as statement
        where statement.article = publication.article
    )                                                   as statements,
    (
        select count(*) from occurrences(p_as_of := $as_of, p_reported_until := $reported_until) as occurrence
        where occurrence.article = publication.article
    )                                                   as occurrences,
    (
        select count(*) from dates(p_as_of := $as_of, p_reported_until := $reported_until) as mention
        where mention.article = publication.article
    )                                                   as dates,
    characters,
    url,
    language,                                           -- BCP 47: as stated, else what the text shows it to be but English
    recorded_from                                       as recorded_at,
    event_id
from printed as publication
order by published, publisher, article
