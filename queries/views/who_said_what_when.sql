-- view:       who_said_what_when
-- grain:      one row per reported statement
-- parameter:  as_of varchar = null        what the log held at that moment; a day means its end, UTC
-- parameter:  since date = null           first day it may have been said
-- parameter:  until date = null           last day it may have been said
-- parameter:  speaker varchar = null      part of the speaker's name or of the words that name them
-- parameter:  publisher varchar = null    part of the outlet's name
-- parameter:  about varchar[] = null      at least one of these words or phrases
--
-- Who said what when.
select
    statement.said_from,                                                 -- null: not known
    statement.said_to,                                                   -- exclusive
    statement.said_precision,
    statement.said_basis,                                                -- what that was read from
    statement.speaker,                                                   -- null: not attributed, or not named
    statement.source_mention,                                            -- the words that name the speaker
    statement.cue,                                                       -- the reporting words
    statement.manner,                                                    -- direct, indirect or mixed
    statement.quote,                                                     -- verbatim
    article,
    publication.publisher,
    publication.published,
    statement.paragraph,
    citation(
        article, publication.publisher, publication.published, statement.paragraph, statement.span_start,
        statement.span_end
    )                                                   as citation,
    statement.confidence,                                                -- per mille
    statement.event_id
from statements(p_as_of := $as_of) as statement
inner join articles(p_as_of := $as_of) as publication using (article, revision)
where
    in_range(statement.said_from, statement.said_to, $since, $until)
    and ($speaker is null or matches(concat_ws(' ', statement.speaker, statement.source_mention), $speaker))
    and matches(publication.publisher, $publisher)
    and about_any(statement.quote, $about)
order by coalesce(statement.said_from, statement.said_to), statement.said_to, statement.position
