-- view:       statement_lines
-- grain:      one row per reported statement
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
-- parameter:  begins_by varchar = null    only what is told by then, in whole, and what may be told again of it
--
-- Statements with the people they are by and about, and the fullest statement of the same.
with said as not materialized (
    select
        *, datediff('day', date '1970-01-01', published) as day, coalesce(speaker, plain_beginning(quote, manner)) as told_as
    from attributed_statements(
        p_as_of := $as_of, p_reported_until := $reported_until, p_since := $since, p_until := $until, p_speaker := $speaker,
        p_publisher := $publisher, p_story := $story, p_person := $person, p_min_confidence := $min_confidence,
        p_unsaid := $unsaid
    )
),

early as (
    -- within nine days: three to the fullest of the same, three more to another that it is the fullest of, three to its like
    select distinct
        unnest(if(speaker is null, ['', split_part(core_quote(quote, manner), ' ', 2)], [speaker])) as told_as,
        day // 9 + aside as slot
    from said, (select unnest([-1, 0, 1]) as aside)
    where $begins_by is not null and coalesce(said_from, said_to) <= moment($begins_by)
),

asked as materialized (
    from said
    where $begins_by is null or (told_as, day // 9) in (select (told_as, slot) from early)
),

subjects as (
    select event_id, list(distinct person order by person) as about
    from appearances(p_as_of := $as_of, p_reported_until := $reported_until)
    where part = 'about' and position in (select position from asked)
    group by event_id
),

told as materialized (
    select
        asked.*, coalesce(about, []) as about, normalized_words(quote) as words,
        core_quote(quote, manner) as core,
        concat(nullif(modality, 'asserted'), coalesce(speaker, core)) as teller
    from asked
    left join subjects using (event_id)
    where is_about(concat_ws(' | ', quote, array_to_string(about, ' | ')), $about, $and_about, $not_about)
),

tellings as materialized (
    select teller, day, core, words, arg_min(event_id, position) as event_id, min(position) as position
    from told
    where teller in (select teller from told group by teller having count(*) > 1)
    group by all
),

near as ( -- holds the same words, or four in a row of them
    select *, day // 4 as slot, unnest(list_prepend(hash(core), word_runs(words))) as key from tellings
),

again as ( -- within three days: four-day slots, and those beside them
    select *, unnest([day // 4 - 1, day // 4, day // 4 + 1]) as slot
    from (
        select distinct teller, day, core, unnest(list_prepend(hash(core), word_runs(core)[1:1])) as key from tellings
    )
),

repeats as materialized (
    select teller, again.day, again.core, arg_max(event_id, {'length': length(words), 'earlier': -position}) as told_by
    from again
    inner join near using (teller, key, slot)
    where abs(near.day - again.day) <= 3
        and (near.core = again.core or (len(word_runs(again.core)) > 0 and contains(words, again.core)))
    group by teller, again.day, again.core
),

lines as not materialized (
    select told.*, coalesce(repeats.told_by, event_id) as told_by from told left join repeats using (teller, day, core)
)

select * exclude (words, core, teller, day, told_as)                     -- told_by: the fullest
from lines
where
    $begins_by is null or told_by in (select told_by from lines where coalesce(said_from, said_to) <= moment($begins_by))
