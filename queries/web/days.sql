-- query:      days
-- grain:      one row per happening
--
-- A page of what happened, of the reports in `chosen`, those of one happening as one row, as in the view `timeline`: those
-- behind the row whose key is $day, $long, $start, $first, so many rows, $most, and one to show that there are more; on the
-- last page of a day fewer, and `next_day` goes on.
with linked as not materialized (
    select chosen.*, one.happening
    from chosen
    left join happenings(p_as_of := cast($as_of as varchar), p_reported_until := cast($reported_until as varchar)) as one
        on chosen.event_id = one.occurrence
),

shown as (
    select
        happening,
        shown_report(
            event_id, day, occurred_from, occurred_to, precision, modality, text,
            basis, place, subject, reported_at, position
        ) as report
    from linked
    where happening is not null
    group by happening
),

told as not materialized (
    select
        linked.* exclude (day, occurred_from, occurred_to, precision, modality, text),
        if(report is null, linked.day, report.day)      as day,
        if(report is null, linked.occurred_from, report.occurred_from) as occurred_from,
        if(report is null, linked.occurred_to, report.occurred_to) as occurred_to,
        if(report is null, linked.precision, report.precision) as precision,
        if(report is null, linked.modality, report.modality) as modality,
        if(report is null, linked.text, report.text)    as text,
        if(event_id = report.event_id, 0, position)     as rank         -- what is shown comes first
    from linked
    left join shown using (happening)
    where if(report is null, linked.day, report.day) >= cast($day as timestamp)
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
        or arg_min(basis, rank) = 'publication'             as long,         -- an exact time opens the day
        coalesce(occurred_from, occurred_to, 'infinity')    as start,
        min(position)                                       as first,
        occurred_from,
        occurred_to,
        precision,
        arg_min(basis, rank)                                as basis,
        modality,
        text,
        count(distinct article)                             as articles,
        list_sort(list_distinct(list(article)))             as told_by,
        list_sort(list_distinct(list(coalesce(publisher, article)))) as sources,
        arg_min(subject, rank)                              as subject,
        arg_min(participants, rank)                         as participants,
        arg_min(places, rank)                               as places,
        arg_min(kind, rank)                                 as kind,
        max(salience)                                       as salience,
        arg_min(place, rank)                                as place,
        arg_min(article, rank)                              as article,
        arg_min(coalesce(publisher, article), rank)         as outlet,
        arg_min(paragraph, rank)                            as paragraph,
        arg_min(published, rank)                            as published,
        nullif(array_to_string(list_sort(list_distinct(list(correction))), ' / '), '') as correction,
        arg_min(event_id, rank)                             as event_id
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
