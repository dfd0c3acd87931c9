-- view:       date_counts
-- grain:      one row per day that articles name
-- parameter:  as_of varchar = null        what the log held at that moment; a day means its end, UTC
-- parameter:  reported_until varchar = null only what had been printed by that moment
-- parameter:  since date = null           first day
-- parameter:  until date = null           last day
-- parameter:  publisher varchar = null    part of the outlet's name
-- parameter:  story varchar[] = null      keys of the articles of one story
--
-- Which days matter: what is still named afterwards mattered.
select
    cast(date_from as date)                             as day,
    count(*)                                            as mentions,
    count(distinct article)                             as articles,
    count(distinct article) filter (publication.published > cast(date_from as date)) as later_articles,
    articles + 0.5 * later_articles                     as salience
from dates(p_as_of := $as_of, p_reported_until := $reported_until) as mention
inner join articles(p_as_of := $as_of, p_reported_until := $reported_until) as publication using (article, revision)
where
    mention.precision = 'day'
    and in_range(date_from, date_to, $since, $until)
    and matches(publication.publisher, $publisher)
    and is_of(publication.article, $story)
group by day
order by salience desc, day
