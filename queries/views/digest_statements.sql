-- view:       digest_statements
-- grain:      one row per reported statement, with its article
-- parameter:  as_of varchar = null        what the log held at that moment; a day means its end, UTC
-- parameter:  reported_until varchar = null only what had been printed by that moment
-- parameter:  since date = null           first day it may have been said
-- parameter:  until date = null           last day it may have been said
-- parameter:  speaker varchar = null      part of the speaker's name or of the words that name them
-- parameter:  publisher varchar = null    part of the outlet's name
-- parameter:  story varchar[] = null      keys of the articles of one story
-- parameter:  about varchar[] = null      at least one of these words or phrases, in what was said or in who said it
-- parameter:  and_about varchar[] = null  and all of these there, too
-- parameter:  not_about varchar[] = null  and none of these
-- parameter:  place varchar = null        part of the name of a place, which the words hold
-- parameter:  recorded_after varchar = null only what is recorded after that moment
-- parameter:  days date[] = null          only what was said on these, or printed on them and dated by nothing else
-- parameter:  lead integer = null         of these only so many of each article, the first ones
--
-- Who a digest quotes.
with said as (
    select
        cast(statement.event_id as varchar)                 as event_id,
        article,
        publication.title,
        publication.publisher,
        publication.published,
        publication.url,
        statement.speaker,
        statement.source_mention,
        statement.manner,
        statement.quote,
        statement.cue                                       as cue_text,
        statement.said_from,
        statement.said_to,
        statement.said_precision,
        statement.said_basis,
        statement.paragraph,
        statement.span_start,
        statement.span_end,
        statement.recorded_from                             as recorded_at,
        statement.correction,
        revision
    from statements(p_as_of := $as_of, p_reported_until := $reported_until) as statement
    inner join articles(p_as_of := $as_of, p_reported_until := $reported_until) as publication using (article, revision)
    anti join boilerplate(p_as_of := $as_of, p_reported_until := $reported_until) using (publisher, wording)
    where
        statement.modality = 'asserted'
        and lower(coalesce(statement.speaker, statement.source_mention, '')) not in ('i', 'we') -- who writes
        and in_range(statement.said_from, statement.said_to, $since, $until)
        and (
            $days is null
            or list_contains(
                $days,
                case
                    when statement.said_basis <> 'publication' and statement.said_to - statement.said_from <= interval 1 day
                        then cast(statement.said_from as date)
                    else publication.published
                end
            )
        )
        and ($speaker is null or matches(concat_ws(' ', statement.speaker, statement.source_mention), $speaker))
        and matches(publication.publisher, $publisher)
        and is_of(article, $story)
        and matches(statement.quote, $place)
        and is_about(
            concat_ws(' ', statement.speaker, statement.source_mention, statement.quote), $about, $and_about, $not_about
        )
        and ($recorded_after is null or statement.recorded_from > moment($recorded_after))
    qualify $lead is null or row_number() over (partition by article order by span_start, statement.position) <= $lead
)

select
    said.* exclude (revision),
    (
        select string_agg(whole.text, ' ' order by whole.span_start)
        from occurrences(p_as_of := $as_of, p_reported_until := $reported_until) as whole
        where
            whole.rule = 'sentence'
            and whole.article = said.article
            and whole.revision = said.revision
            and whole.paragraph = said.paragraph
            and whole.span_start < said.span_end
            and whole.span_end > said.span_start
        having min(whole.span_start) <= said.span_start and max(whole.span_end) >= said.span_end
    )                                                   as sentence      -- or sentences that hold all of it
from said
