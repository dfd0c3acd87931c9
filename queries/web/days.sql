-- query:      days
-- grain:      one row per happening
--
-- A page of what happened, of the reports in `chosen`: those behind the row whose key is $day, $long, $start, $first, so
-- many rows, $most, and one to show that there are more; on the last page of a day fewer, and `next_day` goes on.
with told as not materialized (
    from chosen
    where day >= cast($day as timestamp)
),

days as (
    select day, coalesce(sum(count(*)) over (order by day rows between unbounded preceding and 1 preceding), 0) as before
    from told
    group by day
),

folded as (
    select
        day,
        coalesce(occurred_to - occurred_from > interval 1 day, true)
        or arg_min(basis, position) = 'publication'         as long,         -- an exact time opens the day
        coalesce(occurred_from, occurred_to, 'infinity')    as start,
        min(position)                                       as first,
        occurred_from,
        occurred_to,
        precision,
        arg_min(basis, position)                            as basis,
        modality,
        text,
        count(distinct article)                             as articles,
        list_sort(list_distinct(list(article)))             as told_by,
        list_sort(list_distinct(list(coalesce(publisher, article)))) as sources,
        arg_min(subject, position)                          as subject,
        arg_min(participants, position)                     as participants,
        arg_min(places, position)                           as places,
        arg_min(kind, position)                             as kind,
        max(salience)                                       as salience,
        arg_min(place, position)                            as place,
        arg_min(article, position)                          as article,
        arg_min(coalesce(publisher, article), position)     as outlet,
        arg_min(paragraph, position)                        as paragraph,
        arg_min(published, position)                        as published,
        nullif(array_to_string(list_sort(list_distinct(list(correction))), ' / '), '') as correction,
        arg_min(event_id, position)                         as event_id
    from told
    where day in (select day from days where before < $most)
    group by day, occurred_from, occurred_to, precision, modality, text
)

select *, (select min(day) from days where before >= $most) as next_day
from folded
where
    (day, long, start, first)
    > (cast($day as timestamp), cast($long as boolean), cast($start as timestamp), cast($first as bigint))
order by day, long, start, first
limit $most + 1
