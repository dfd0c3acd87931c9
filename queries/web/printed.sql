-- query:      printed
-- grain:      one row per stretch of time
--
-- How many articles were published in each $unit between two days.
select
    date_trunc($unit, cast(published as timestamp))     as bin,
    count(*)                                            as articles
from articles(p_as_of := cast($as_of as varchar), p_reported_until := cast($reported_until as varchar))
where published between cast($since as date) and cast($until as date)
group by bin
order by bin
