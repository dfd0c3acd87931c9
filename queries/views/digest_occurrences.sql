-- view:       digest_occurrences
-- grain:      one row per reported happening, with its article
-- parameter:  as_of varchar = null        what the log held at that moment; a day means its end, UTC
-- parameter:  reported_until varchar = null only what had been printed by that moment
-- parameter:  since date = null           first day it may have happened
-- parameter:  until date = null           last day it may have happened
-- parameter:  speaker varchar = null      part of a name, which the words hold
-- parameter:  publisher varchar = null    part of the outlet's name
-- parameter:  story varchar[] = null      keys of the articles of one story
-- parameter:  about varchar[] = null      at least one of these words or phrases
-- parameter:  and_about varchar[] = null  and all of these there, too
-- parameter:  not_about varchar[] = null  and none of these
-- parameter:  place varchar = null        part of the name of a place where it happens
-- parameter:  recorded_after varchar = null only what is recorded after that moment
-- parameter:  chosen boolean = false      only what states a day, and what may tell of one without stating it
-- parameter:  lead integer = 0            that is: so many first sentences of what was printed then or a day later
-- parameter:  titled boolean = false      what is told is about what the title of its article says, too, unless that is a list
--
-- What a digest tells, or chooses from.
select
    cast(occurrence.event_id as varchar)                as event_id,
    article,
    title,
    publisher,
    published,
    url,
    occurrence.text                                     as text,
    occurred_from                                       as start,
    occurred_to                                         as "end",
    precision,
    basis,
    modality,
    place,
    paragraph,
    sentence,
    span_start,
    span_end,
    occurrence.recorded_from                            as recorded_at,
    occurrence.correction,
    occurrence.subject,
    is_told(kind, salience, null, null)                 as told,         -- it happened or is planned
    cast(happening as varchar)                          as happening,    -- that others tell of, too: id of one report of it
    coalesce(copied.origin, article)                    as origin        -- the article that it copies, or itself
from occurrences(p_as_of := $as_of, p_reported_until := $reported_until) as occurrence
inner join articles(p_as_of := $as_of, p_reported_until := $reported_until) using (article, revision)
anti join boilerplate(p_as_of := $as_of, p_reported_until := $reported_until) using (publisher, wording)
left join happenings(p_as_of := $as_of, p_reported_until := $reported_until) as one on occurrence.event_id = one.occurrence
left join copy_origins(p_as_of := $as_of, p_reported_until := $reported_until) as copied using (article)
where
    ( -- what is cheap to ask and rules out most is asked first, the words last
        not $chosen
        or sentence < $lead
        or ((basis like '%-timex' or basis = 'corrected') and occurred_to - occurred_from <= interval 1 day)
    )
    and (
        (
            in_range(occurred_from, occurred_to, $since, $until)
            and (
                not $chosen
                or ((basis like '%-timex' or basis = 'corrected') and occurred_to - occurred_from <= interval 1 day)
            )
        )
        or (
            $chosen
            and sentence < $lead
            and in_range(published, published + interval 1 day, $since, cast($until as date) + interval 1 day)
        )
    )
    and ( -- of the rest only sentences are chosen from, which weigh by themselves
        is_told(kind, salience, null, null) or ($chosen and kind <> 'boilerplate' and occurrence.rule = 'sentence')
    )
    and ($recorded_after is null or occurrence.recorded_from > moment($recorded_after))
    and matches(publisher, $publisher)
    and is_of(article, $story)
    and matches(occurrence.text, $speaker)
    and matches(array_to_string(places, ' / '), $place)
    and is_about(
        if(
            $titled and is_told(kind, salience, null, null) and length(title) - length(replace(title, ',', '')) < 3,
            concat_ws(chr(10), occurrence.text, title),
            occurrence.text
        ),
        $about, $and_about, $not_about
    )
