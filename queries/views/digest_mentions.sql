-- view:       digest_mentions
-- grain:      one row per article and day it names
-- parameter:  as_of varchar = null        what the log held at that moment; a day means its end, UTC
-- parameter:  reported_until varchar = null only what had been printed by that moment
-- parameter:  since date = null           first day
-- parameter:  until date = null           last day
-- parameter:  publisher varchar = null    part of the outlet's name
-- parameter:  story varchar[] = null      keys of the articles of one story
-- parameter:  recorded_after varchar = null only what is recorded after that moment
--
-- Which articles name which days: what days are ranked by.
select distinct
    article,
    published,
    cast(date_from as date)                             as day
from dates(p_as_of := $as_of, p_reported_until := $reported_until) as mention
inner join articles(p_as_of := $as_of, p_reported_until := $reported_until) as publication using (article, revision)
where
    date_to - date_from <= interval 1 day
    and in_range(date_from, date_to, $since, $until)
    and ($recorded_after is null or mention.recorded_from > moment($recorded_after))
    and matches(publication.publisher, $publisher)
    and is_of(article, $story)
