-- query:      extent
-- grain:      one row
--
-- The first and the last day of print, and those of what happened.
select
    (select min(published) from articles(p_as_of := cast($as_of as varchar), p_reported_until := cast($reported_until as varchar))) as first_printed,
    (select max(published) from articles(p_as_of := cast($as_of as varchar), p_reported_until := cast($reported_until as varchar))) as last_printed,
    cast(min(coalesce(occurred_from, occurred_to)) as date) as first_happened,
    cast(max(coalesce(occurred_from, occurred_to)) as date) as last_happened
from chosen
