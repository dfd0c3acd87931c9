-- view:       figure_steps
-- grain:      one row per series and amount that articles state one after the other
-- parameter:  as_of varchar = null        what the log held at that moment; a day means its end, UTC
-- parameter:  reported_until varchar = null only what had been printed by that moment
-- parameter:  since date = null           first day it may have been so
-- parameter:  until date = null           last day it may have been so
-- parameter:  publisher varchar = null    part of the outlet's name
-- parameter:  place varchar = null        part of the name of a place where it is so
-- parameter:  story varchar[] = null      keys of the articles of one story
-- parameter:  about varchar[] = null      at least one of these words or phrases in the clause, or in the headline
-- parameter:  and_about varchar[] = null  and all of these there, too
-- parameter:  not_about varchar[] = null  and none of these
-- parameter:  limit bigint = null         only so many rows
--
-- How figures changed: of each series what was stated first, and every time that another amount was.
with reports as materialized (
    select *, row_number() over (partition by series, article, reported_from order by span_start) as place_in_text
    from figure_reports(
        p_as_of := $as_of, p_reported_until := $reported_until, p_since := $since, p_until := $until,
        p_publisher := $publisher, p_place := $place, p_story := $story, p_about := $about, p_and_about := $and_about,
        p_not_about := $not_about
    )
),

revised as (
    -- what a later text of the same article states instead, in much the same words
    select fresh.event_id, arg_max(gone, likeness(fresh.clause, gone.clause)) as gone
    from reports as fresh
    inner join reports as gone
        on fresh.series = gone.series and fresh.article = gone.article and fresh.reported_from = gone.reported_to
    where
        fresh.amount <> gone.amount and likeness(fresh.clause, gone.clause) >= 0.5
        and not exists (
            -- the article states it still, or has stated it before, of another series
            select other.amount from reports as other
            where
                other.article = fresh.article and other.head = fresh.head and other.reported_from <= fresh.reported_from
                and if(other.amount = gone.amount, coalesce(other.reported_to > fresh.reported_from, true),
                    other.amount = fresh.amount and other.reported_from < fresh.reported_from)
        )
    group by fresh.event_id
),

spoken as (
    -- an article's first figure of a series speaks for it, and so does what a later text of it states instead
    select reports.*, gone.event_id as instead_of, gone.amount as was from reports left join revised using (event_id)
    where gone is not null or (revision = 1 and place_in_text = 1)
),

changed as (
    select *, lag(amount) over (partition by series order by reported_from, position) is distinct from amount as is_step
    from spoken
),

numbered as (
    select *, count(*) filter (is_step) over (partition by series order by reported_from, position) as nth
    from changed
),

folded as (
    select
        series, nth, amount,
        arg_min(numbered, position)                     as told,         -- what stated it first
        min(reported_from)                              as reported_from,
        list_sort(list_distinct(list(coalesce(publisher, article)))) as sources,
        count(distinct article)                         as articles,
        list(event_id order by position)                as event_ids
    from numbered
    group by series, nth, amount
)

select
    series,                                                              -- what figures have in common that are compared
    told.kind, told.head, told.action, told.scene as place, told.modality,
    told.value, told.low, told.high, told.unit, told.hedge,              -- value null: a range, or a bound alone is stated
    told.text, told.clause,                                              -- the figure with its unit; the words around it
    told.subject, told.occurred_from, told.occurred_to, told.precision,  -- when it was so
    reported_from,                                                       -- when it was first printed, UTC
    amount / told.factor                                as number,       -- in the unit: the value, the middle or the bound
    coalesce(told.was, lag(amount) over in_turn) / told.factor as before, -- what was stated before, in that unit
    case when before is null then 'first' when number > before then 'rose' else 'fell' end as step,
    coalesce(told.instead_of, lag(told.event_id) over in_turn) as before_event_id,
    told.instead_of is not null                         as revised,      -- an earlier text of the article stated that
    sources, articles,                                                   -- who state it, and how many
    told.story,                                                          -- key of its earliest article
    told.article,                                                        -- that stated it first
    told.publisher, told.citation, told.event_id, event_ids,
    max(amount) over (partition by series) / told.factor as greatest,    -- of the series, in that unit
    count(*) over (partition by series)                 as steps         -- of the series
from folded
window in_turn as (partition by series order by nth)
order by steps desc, series, nth
limit $limit
