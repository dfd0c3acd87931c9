-- view:       activity
-- grain:      one row per day of print
-- parameter:  as_of varchar = null        what the log held at that moment; a day means its end, UTC
-- parameter:  reported_until varchar = null only what had been printed by that moment
-- parameter:  since date = null           first day
-- parameter:  until date = null           last day
-- parameter:  publisher varchar = null    part of the outlet's name
-- parameter:  story varchar[] = null      keys of the articles of one story
--
-- How much was printed, said and reported, day by day.
select
    published                                           as day,
    count(*)                                            as articles,
    sum(statements)                                     as statements,
    sum(occurrences)                                    as occurrences,
    sum(dates)                                          as dates,
    sum(characters)                                     as characters
from publications(
    p_as_of := $as_of, p_reported_until := $reported_until, p_since := $since, p_until := $until,
    p_publisher := $publisher, p_story := $story
)
group by day
order by day
