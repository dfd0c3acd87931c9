-- view:       figure_reports
-- grain:      one row per article and amount that it states in one of its series, in whichever of its texts
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
--
-- Who stated which figure, from when to when it was in print. Of one series are figures of a story, or of what is asked
-- about, with one unit, one noun, one action and one place; a part of others is of another series than the whole. What goes
-- by no action is compared within its article alone, but for prices of one amount of something.
with printed as (
    -- what is open until the day of its article is open until the day of the text that states it
    select
        figure.* replace (
            if(
                occurred_from is null and occurred_to = published + interval 1 day and figure.reported_at >= occurred_to,
                cast(figure.reported_at as date) + interval 1 day, occurred_to
            ) as occurred_to
        ),
        printed.publisher, printed.published, printed.title
    from figure_history as figure
    inner join article_history as printed using (article, revision)
    where
        was_known(figure.recorded_from, figure.recorded_to, figure.reported_at, $as_of, $reported_until)
        and was_known(printed.recorded_from, printed.recorded_to, printed.reported_at, $as_of, $reported_until)
),

told as (
    select
        printed.*, coalesce(placed.story, article) as placed_in, kind = 'count' and is_part(text, clause) as part,
        in_base(unit) as base, coalesce(value, (low + high) / 2, low, high) as number
    from printed
    left join placed(p_as_of := $as_of, p_reported_until := $reported_until) as placed using (article)
    where
        in_range(occurred_from, occurred_to, $since, $until)
        and matches(printed.publisher, $publisher)
        and matches(array_to_string(places, ' / '), $place)
        and is_of(article, $story)
        and is_about(concat_ws(' | ', printed.title, clause), $about, $and_about, $not_about)
        and head is not null and modality <> 'hypothetical'
),

located as (
    -- what names no place is of the place that most of the same name
    select
        *,
        coalesce(places[1], mode(places[1]) over (partition by placed_in, base.unit, kind, head, action)) as scene,
        action is null and not coalesce(contains(unit, '/'), false) as is_single
    from told
)

select
    concat_ws(
        ' | ', case when is_single then article when $story is null then placed_in else '' end, kind, base.unit, head, action,
        scene, nullif(modality, 'asserted'), if(part, 'part', null)
    )                                                   as series,       -- what figures have in common that are compared
    placed_in                                           as story,        -- key of its earliest article
    kind, head, action, scene, modality,
    part,                                                                -- "four other survivors", "two of the survivors"
    number * base.factor                                as amount,       -- in the base unit of its kind; the middle of a range
    arg_min(unit, place_in_text)                        as unit,         -- as printed
    arg_min(value, place_in_text)                       as value,
    arg_min(low, place_in_text)                         as low,
    arg_min(high, place_in_text)                        as high,
    arg_min(hedge, place_in_text)                       as hedge,
    arg_min(base.factor, place_in_text)                 as factor,       -- of the unit in its base unit
    arg_min(text, place_in_text)                        as text,         -- the figure with its unit, verbatim
    arg_min(clause, place_in_text)                      as clause,       -- the words around it
    arg_min(subject, place_in_text)                     as subject,
    arg_min(occurred_from, place_in_text)               as occurred_from, -- null: open
    arg_min(occurred_to, place_in_text)                 as occurred_to,  -- exclusive; null: open
    arg_min(precision, place_in_text)                   as precision,
    arg_min(basis, place_in_text)                       as basis,
    min(reported_at)                                    as reported_from, -- when it was first printed, UTC
    nullif(max(coalesce(reported_to, timestamp 'infinity')), timestamp 'infinity') as reported_to, -- null: still in print
    article, publisher, published,
    arg_min(revision, place_in_text)                    as revision,     -- first text that states it
    arg_min(span_start, place_in_text)                  as span_start,
    arg_min(citation(article, publisher, published, paragraph, span_start, span_end), place_in_text) as citation,
    arg_min(event_id, place_in_text)                    as event_id,
    min(position)                                       as position
from (select *, (reported_at, span_start) as place_in_text from located)
group by all
