-- view:       copies
-- grain:      one row per article that prints an earlier one again, or fills in the same form
-- parameter:  as_of varchar = null        what the log held at that moment; a day means its end, UTC
-- parameter:  reported_until varchar = null only what had been printed by that moment
-- parameter:  since date = null           first day of publication
-- parameter:  until date = null           last day of publication
-- parameter:  publisher varchar = null    part of the outlet's name
-- parameter:  article varchar = null      key of one of the two
-- parameter:  kind varchar[] = null       of these kinds: copy, update, series
-- parameter:  limit bigint = null         only so many rows
--
-- What articles are to earlier ones. All copies of one report are copies of the earliest of them, which stands for them
-- where sources are counted.
with known as (
    select *
    from copy_links(p_as_of := $as_of, p_reported_until := $reported_until)
    qualify row_number() over (partition by article, of order by position desc) = 1
)

select
    known.article,                                                       -- key
    known.of,                                                            -- key of the earlier one
    known.kind,                                                          -- copy, update or series
    known.shared,                                                        -- runs of words in both, per mille of all
    copy.published,
    copy.publisher,
    copy.title,
    origin.published                                    as of_published,
    origin.publisher                                    as of_publisher,
    origin.title                                        as of_title,
    known.rule,                                                          -- by which it was told
    known.confidence,                                                    -- per mille
    known.event_id,                                                      -- to be retracted if it is wrong
    known.position
from known
inner join articles(p_as_of := $as_of, p_reported_until := $reported_until) as copy on known.article = copy.article
inner join articles(p_as_of := $as_of, p_reported_until := $reported_until) as origin on known.of = origin.article
where
    known.kind <> 'none'
    and ($kind is null or list_contains($kind, known.kind))
    and ($article is null or $article in (known.article, known.of))
    and in_range(copy.published, copy.published + interval 1 day, $since, $until)
    and (matches(copy.publisher, $publisher) or matches(origin.publisher, $publisher))
order by of_published, known.of, copy.published, known.article
limit $limit
