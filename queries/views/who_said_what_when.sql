-- view:       who_said_what_when
-- grain:      one row per statement: what is told again within three days, by whatever outlet, is the same
-- earliest:   attributed_statements
-- parameter:  as_of varchar = null        what the log held at that moment; a day means its end, UTC
-- parameter:  reported_until varchar = null only what had been printed by that moment
-- parameter:  since date = null           first day it may have been said
-- parameter:  until date = null           last day it may have been said
-- parameter:  speaker varchar = null      part of one of the speaker's names or of the words that name them
-- parameter:  publisher varchar = null    part of the outlet's name
-- parameter:  story varchar[] = null      keys of the articles of one story
-- parameter:  about varchar[] = null      at least one of these, in what was said or in the names of whom it is about
-- parameter:  and_about varchar[] = null  and all of these there, too
-- parameter:  not_about varchar[] = null  and none of these
-- parameter:  person varchar = null       the name of a person, whole, that it is by or about
-- parameter:  min_confidence integer = null per mille
-- parameter:  unsaid boolean = false      also what the article does not say was said: unsaid, asked or conditional
-- parameter:  begins_by varchar = null    only what was, or began to be, said by that moment; a day means its end, UTC
--
-- Who said what when: the fullest wording, the time that is stated best, and every place to read it, earliest first.
with cited as (
    select
        *,
        citation(article, publisher, published, paragraph, span_start, span_end) as citation,
        {'length': length(quote), 'earlier': -position} as fullest,
        {'open': said_from is null, 'end': said_to, 'start': said_from, 'position': position} as dated
    from statement_lines(
        p_as_of := $as_of, p_reported_until := $reported_until, p_since := $since, p_until := $until, p_speaker := $speaker,
        p_publisher := $publisher, p_story := $story, p_about := $about, p_and_about := $and_about, p_not_about := $not_about,
        p_person := $person, p_min_confidence := $min_confidence, p_unsaid := $unsaid, p_begins_by := $begins_by
    )
),

folded as (
    select
        arg_min(said_from, dated) filter (said_from is not null) as said_from, -- null: not known
        arg_min(said_to, dated)                             as said_to,      -- exclusive
        arg_min(said_precision, dated) filter (said_precision is not null) as said_precision,
        arg_min(said_basis, dated)                          as said_basis,   -- what that was read from
        arg_max(speaker, fullest)                           as speaker,      -- null: not attributed, or not named
        arg_max(source_mention, fullest) filter (source_mention is not null) as source_mention, -- the words that name them
        arg_max(cue, fullest) filter (cue is not null)      as cue,          -- the reporting words
        arg_max(manner, fullest)                            as manner,       -- direct, indirect or mixed
        arg_max(modality, fullest)                          as modality,     -- asserted: it was said
        arg_max(quote, fullest)                             as quote,        -- verbatim
        list_sort(list_distinct(flatten(list(about))))      as about,        -- people, places and bodies named in it
        arg_max(article, fullest)                           as article,      -- where it reads so
        arg_max(publisher, fullest)                         as publisher,
        arg_max(published, fullest)                         as published,
        arg_max(paragraph, fullest)                         as paragraph,
        arg_max(citation, fullest)                          as citation,
        len(list_distinct(list(article)))                   as articles,     -- how many report it
        list(citation order by published, position)         as citations,    -- of every report, earliest first
        max(confidence)                                     as confidence,   -- per mille
        nullif(array_to_string(list_sort(list_distinct(list(correction))), ' / '), '') as correction, -- why and by whom
        arg_max(event_id, fullest)                          as event_id,
        list(event_id order by published, position)         as event_ids,
        min(position)                                       as position
    from cited
    group by told_by
)

select * exclude (position)
from folded
where $begins_by is null or coalesce(said_from, said_to) <= moment($begins_by)
order by coalesce(said_from, said_to), said_to, position
