-- query:      extent
-- grain:      one row
--
-- The first and the last day on which the reports in `chosen` were printed, and those of what happened.
select
    min(published)                                      as first_printed,
    max(published)                                      as last_printed,
    cast(min(coalesce(occurred_from, occurred_to)) as date) as first_happened,
    cast(max(coalesce(occurred_from, occurred_to)) as date) as last_happened
from chosen
