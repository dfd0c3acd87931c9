-- view:       timeline
-- grain:      one row per happening: what several articles tell of it, and the same words about the same time, are one
-- parameter:  as_of varchar = null        what the log held at that moment; a day means its end, UTC
-- parameter:  reported_until varchar = null only what had been printed by that moment
-- parameter:  since date = null           first day it may have happened
-- parameter:  until date = null           last day it may have happened
-- parameter:  speaker varchar = null      someone who speaks in the same paragraph
-- parameter:  publisher varchar = null    part of the outlet's name
-- parameter:  story varchar[] = null      keys of the articles of one story
-- parameter:  about varchar[] = null      at least one of these words or phrases
-- parameter:  and_about varchar[] = null  and all of these there, too
-- parameter:  not_about varchar[] = null  and none of these
-- parameter:  place varchar = null        part of the name of a place where it happens
-- parameter:  kind varchar[] = null       of these kinds: happening, planned, state, speech, boilerplate
-- parameter:  min_salience integer = null per mille; null: what counts as a happening, or all of the kinds asked for
-- parameter:  min_confidence integer = null per mille
-- parameter:  min_sources integer = null  only what so many articles tell that print no copy of each other
-- parameter:  limit bigint = null         only so many rows
--
-- What happened when. Of the reports of one happening one is shown (`shown_report`), at the time that it states.
with found as not materialized (
    select
        occurrence.* exclude (kind), one.happening, publisher, title, published, url,
        coalesce(copied.origin, article) as origin,
        if(boilerplate.wording is null, kind, 'boilerplate') as kind,
        -- its bucket, which longer times and those that end with it close
        coalesce(date_trunc('day', coalesce(occurred_from, occurred_to - interval 1 microsecond)), 'infinity') as day
    from occurrences(p_as_of := $as_of, p_reported_until := $reported_until) as occurrence
    inner join articles(p_as_of := $as_of, p_reported_until := $reported_until) as printed using (article, revision)
    left join boilerplate(p_as_of := $as_of, p_reported_until := $reported_until) as boilerplate using (publisher, wording)
    left join happenings(p_as_of := $as_of, p_reported_until := $reported_until) as one
        on occurrence.event_id = one.occurrence
    left join copy_origins(p_as_of := $as_of, p_reported_until := $reported_until) as copied using (article)
    where
        in_range(occurred_from, occurred_to, $since, $until)
        and matches(publisher, $publisher)
        and is_of(article, $story)
        and is_about(occurrence.text, $about, $and_about, $not_about)
        and matches(array_to_string(places, ' / '), $place)
        and is_told(if(boilerplate.wording is null, kind, 'boilerplate'), salience, $kind, $min_salience)
        and coalesce(occurrence.confidence, 1000) >= coalesce($min_confidence, 0)
        and (
            $speaker is null
            or (article, revision, paragraph) in (
                select (statement.article, statement.revision, statement.paragraph)
                from statements(p_as_of := $as_of, p_reported_until := $reported_until) as statement
                where $speaker is not null and matches(concat_ws(' ', statement.speaker, statement.source_mention), $speaker)
            )
        )
),

shown as (
    select
        happening,
        shown_report(
            event_id, day, occurred_from, occurred_to, precision, modality, text,
            basis, place, subject, reported_at, position
        ) as report
    from found
    where happening is not null
    group by happening
),

reports as not materialized (
    select
        found.* exclude (day, occurred_from, occurred_to, precision, modality, text),
        if(report is null, day, report.day)             as day,
        if(report is null, occurred_from, report.occurred_from) as occurred_from,
        if(report is null, occurred_to, report.occurred_to) as occurred_to,
        if(report is null, precision, report.precision) as precision,
        if(report is null, modality, report.modality)   as modality,
        if(report is null, text, report.text)           as text,
        if(event_id = report.event_id, 0, position)     as rank         -- what is shown comes first
    from found
    left join shown using (happening)
),

first_days as (
    -- no more than so many days can be among the first rows: only what happened on them has to be folded
    select distinct day
    from reports
    where $limit is not null
    order by day
    limit $limit
)

select
    occurred_from,                                                       -- null: open
    occurred_to,                                                         -- exclusive; null: open
    precision,                                                           -- how finely the time is stated
    arg_min(basis, rank)                            as basis,        -- what the time was read from
    modality,                                                            -- asserted, planned, hypothetical, denied
    text,                                                                -- verbatim
    len(list_distinct(list(article)))                   as articles,     -- how many tell of it
    len(list_distinct(list(origin)))                    as independent,  -- of these none prints a copy of another
    list_sort(list_distinct(list(coalesce(publisher, article)))) as sources,
    arg_min(citation(article, publisher, published, paragraph, span_start, span_end), rank) as citation,
    arg_min(subject, rank)                          as subject,      -- names behind a pronoun that opens the text
    arg_min(trigger, rank)                          as trigger,      -- the word that says what happens
    arg_min(participants, rank)                     as participants, -- names of people and bodies
    arg_min(places, rank)                           as places,       -- names of where it happens
    arg_min(kind, rank)                             as kind,         -- happening, planned, state, speech, boilerplate
    max(salience)                                       as salience,     -- how much it counts, per mille
    arg_min(place, rank)                            as place,        -- headline, body or caption
    arg_min(article, rank)                          as article,      -- whose words these are
    arg_min(publisher, rank)                        as publisher,    -- the outlet that printed that
    nullif(array_to_string(list_sort(list_distinct(list(correction))), ' / '), '') as correction, -- why and by whom
    arg_min(event_id, rank)                         as event_id,
    list(event_id order by position)                    as event_ids     -- of every report, earliest first
from reports
where $limit is null or day <= (select max(day) from first_days)
group by day, occurred_from, occurred_to, precision, modality, text
having $min_sources is null or independent >= $min_sources
order by
    day,
    coalesce(occurred_to - occurred_from > interval 1 day, true), -- an exact time opens the day
    arg_min(basis, rank) = 'publication',
    occurred_from,
    occurred_to,
    min(position)
limit $limit
