-- view:       statement_lines
-- grain:      one row per reported statement
-- parameter:  as_of varchar = null        what the log held at that moment; a day means its end, UTC
-- parameter:  reported_until varchar = null only what had been printed by that moment
-- parameter:  since date = null           first day it may have been said
-- parameter:  until date = null           last day it may have been said
-- parameter:  speaker varchar = null      part of one of the speaker's names or of the words that name them
-- parameter:  publisher varchar = null    part of the outlet's name
-- parameter:  about varchar[] = null      at least one of these, in what was said or in the names of whom it is about
-- parameter:  person varchar = null       the name of a person, whole, that it is by or about
-- parameter:  min_confidence integer = null per mille
--
-- Statements with the people they are by and about, and the fullest statement of the same.
with links as materialized (
    select name, article, person, decided from names(p_as_of := $as_of, p_reported_until := $reported_until)
),

asked as materialized (
    select *
    from (
        select
            statement.* exclude (speaker),
            statement.speaker as name,
            person_of(statement.speaker, here.person, here.decided, everywhere.person, everywhere.decided) as speaker,
            publisher, published
        from statements(p_as_of := $as_of, p_reported_until := $reported_until) as statement
        inner join articles(p_as_of := $as_of, p_reported_until := $reported_until) using (article, revision)
        left join links as here
            on here.name = coalesce(statement.speaker, source_mention) and here.article = statement.article
        left join links as everywhere
            on everywhere.name = coalesce(statement.speaker, source_mention) and everywhere.article is null
        where
            in_range(said_from, said_to, $since, $until)
            and matches(publisher, $publisher)
            and coalesce(statement.confidence, 1000) >= coalesce($min_confidence, 0)
    )
    where
        $speaker is null
        or matches(concat_ws(' | ', speaker, name, source_mention), $speaker)
        or speaker in (select person from links where matches(links.name, $speaker))
),

subjects as (
    select event_id, list(distinct person order by person) as about
    from appearances(p_as_of := $as_of, p_reported_until := $reported_until)
    where part = 'about' and position in (select position from asked)
    group by event_id
),

told as materialized (
    select
        asked.*,
        coalesce(about, []) as about,
        normalized_words(quote) as words,
        core_quote(quote, manner) as core,
        coalesce(speaker, core) as teller, datediff('day', date '1970-01-01', published) as day
    from asked
    left join subjects using (event_id)
    where
        about_any(concat_ws(' | ', quote, array_to_string(about, ' | ')), $about)
        and ($person is null or speaker = $person or list_contains(about, $person))
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

repeats as (
    select teller, again.day, again.core, arg_max(event_id, {'length': length(words), 'earlier': -position}) as told_by
    from again
    inner join near using (teller, key, slot)
    where
        abs(near.day - again.day) <= 3
        and (near.core = again.core or (len(word_runs(again.core)) > 0 and contains(words, again.core)))
    group by teller, again.day, again.core
)

select told.* exclude (words, core, teller, day), coalesce(repeats.told_by, event_id) as told_by -- the fullest
from told
left join repeats using (teller, day, core)
