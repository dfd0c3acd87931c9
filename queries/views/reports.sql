-- view:       reports
-- grain:      one row per report of a happening that a timeline tells
-- parameter:  as_of varchar = null        what the log held at that moment; a day means its end, UTC
-- parameter:  reported_until varchar = null only what had been printed by that moment
-- parameter:  since date = null           first day it may have happened
-- parameter:  until date = null           last day it may have happened
-- parameter:  speaker varchar = null      someone who speaks in the same paragraph
-- parameter:  publisher varchar = null    part of the outlet's name
-- parameter:  about varchar[] = null      at least one of these words or phrases
-- parameter:  and_about varchar[] = null  and all of these there, too
-- parameter:  not_about varchar[] = null  and none of these
-- parameter:  story varchar[] = null      keys of the articles of one story
-- parameter:  place varchar = null        part of the name of a place where it happens
-- parameter:  kind varchar[] = null       of these kinds: happening, planned, state, speech, boilerplate
-- parameter:  min_salience integer = null per mille; null: what counts as a happening, or all of the kinds asked for
-- parameter:  min_confidence integer = null per mille
--
-- Every report of what happened, with who printed it; `timeline` tells those of the same words and time once.
select
    coalesce(date_trunc('day', coalesce(occurred_from, occurred_to - interval 1 microsecond)), 'infinity') as day, -- it stands under
    if(boilerplate.wording is null, kind, 'boilerplate') as kind,
    occurrence.* exclude (kind),
    publisher,
    title,
    published,
    url
from occurrences(p_as_of := $as_of, p_reported_until := $reported_until) as occurrence
inner join articles(p_as_of := $as_of, p_reported_until := $reported_until) as printed using (article, revision)
left join boilerplate(p_as_of := $as_of, p_reported_until := $reported_until) as boilerplate using (publisher, wording)
where
    in_range(occurred_from, occurred_to, $since, $until)
    and matches(publisher, $publisher)
    and is_about(occurrence.text, $about, $and_about, $not_about)
    and is_of(article, $story)
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
