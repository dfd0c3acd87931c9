-- view:       person_lines
-- grain:      one row per statement by or about a person
-- earliest:   attributed_statements
-- parameter:  as_of varchar = null        what the log held at that moment; a day means its end, UTC
-- parameter:  reported_until varchar = null only what had been printed by that moment
-- parameter:  since date = null           first day it may have been said
-- parameter:  until date = null           last day it may have been said
-- parameter:  publisher varchar = null    part of the outlet's name
-- parameter:  story varchar[] = null      keys of the articles of one story
-- parameter:  about varchar[] = null      at least one of these, in what was said or in the names of whom it is about
-- parameter:  and_about varchar[] = null  and all of these there, too
-- parameter:  not_about varchar[] = null  and none of these
-- parameter:  person varchar = ''         the name the person goes by, whole
-- parameter:  min_confidence integer = null per mille
-- parameter:  begins_by varchar = null    only what was, or began to be, said by that moment; a day means its end, UTC
--
-- Everything that a person said and that was said about them, by date.
select
    case when speaker = $person then 'by' else 'about' end as part,
    *
from who_said_what_when(
    p_as_of := $as_of, p_reported_until := $reported_until, p_since := $since, p_until := $until, p_publisher := $publisher,
    p_story := $story, p_about := $about, p_and_about := $and_about, p_not_about := $not_about, p_person := $person,
    p_min_confidence := $min_confidence, p_begins_by := $begins_by
)
