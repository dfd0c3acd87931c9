-- view:       timeline
-- grain:      one row per happening: the same words about the same time in several articles are one
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
-- parameter:  limit bigint = null         only so many rows
--
-- What happened when.
with reports as not materialized (
    select
        occurrence.* exclude (kind), publisher, title, published, url,
        if(boilerplate.wording is null, kind, 'boilerplate') as kind,
        -- its bucket, which longer times and those that end with it close
        coalesce(date_trunc('day', coalesce(occurred_from, occurred_to - interval 1 microsecond)), 'infinity') as day
    from occurrences(p_as_of := $as_of, p_reported_until := $reported_until) as occurrence
    inner join articles(p_as_of := $as_of, p_reported_until := $reported_until) as printed using (article, revision)
    left join boilerplate(p_as_of := $as_of, p_reported_until := $reported_until) as boilerplate using (publisher, wording)
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
    arg_min(basis, position)                            as basis,        -- what the time was read from
    modality,                                                            -- asserted, planned, hypothetical, denied
    text,                                                                -- verbatim
    len(list_distinct(list(article)))                   as articles,     -- how many say so in these words
    list_sort(list_distinct(list(coalesce(publisher, article)))) as sources,
    arg_min(citation(article, publisher, published, paragraph, span_start, span_end), position) as citation,
    arg_min(subject, position)                          as subject,      -- names behind a pronoun that opens the text
    arg_min(trigger, position)                          as trigger,      -- the word that says what happens
    arg_min(participants, position)                     as participants, -- names of people and bodies
    arg_min(places, position)                           as places,       -- names of where it happens
    arg_min(kind, position)                             as kind,         -- happening, planned, state, speech, boilerplate
    max(salience)                                       as salience,     -- how much it counts, per mille
    arg_min(place, position)                            as place,        -- headline, body or caption
    arg_min(article, position)                          as article,      -- that said so first
    nullif(array_to_string(list_sort(list_distinct(list(correction))), ' / '), '') as correction, -- why and by whom
    arg_min(event_id, position)                         as event_id,
    list(event_id order by position)                    as event_ids     -- of every report, earliest first
from reports
where $limit is null or day <= (select max(day) from first_days)
group by day, occurred_from, occurred_to, precision, modality, text
order by
    day,
    coalesce(occurred_to - occurred_from > interval 1 day, true), -- an exact time opens the day
    arg_min(basis, position) = 'publication',
    occurred_from,
    occurred_to,
    min(position)
limit $limit
