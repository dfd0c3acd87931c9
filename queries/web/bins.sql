-- query:      bins
-- grain:      one row per lane and stretch of time
--
-- How many of the reports in `chosen` begin in each $unit of time. $lanes names what lanes are: publisher, place, person
-- or nothing; the $most fullest are lanes.
with told as (
    select
        date_trunc($unit, coalesce(occurred_from, occurred_to - interval 1 microsecond)) as bin,
        kind,
        case $lanes
            when 'publisher' then [coalesce(publisher, article)]
            when 'place' then places
            when 'person' then participants
            else ['']
        end as named
    from chosen
    where coalesce(occurred_from, occurred_to) is not null
),

laned as (
    select unnest(list_distinct(named)) as lane, bin, kind
    from told
),

fullest as (
    select lane
    from laned
    group by lane
    order by count(*) desc, lane
    limit $most
)

select
    lane,
    bin,
    count(*) filter (kind <> 'planned')                 as happened,
    count(*) filter (kind = 'planned')                  as planned
from laned
where lane in (select lane from fullest)
group by lane, bin
order by lane, bin
