-- view:       attributed_statements
-- grain:      one row per reported statement
-- parameter:  as_of varchar = null        what the log held at that moment; a day means its end, UTC
-- parameter:  reported_until varchar = null only what had been printed by that moment
-- parameter:  since date = null           first day it may have been said
-- parameter:  until date = null           last day it may have been said
-- parameter:  speaker varchar = null      part of one of the speaker's names or of the words that name them
-- parameter:  publisher varchar = null    part of the outlet's name
-- parameter:  story varchar[] = null      keys of the articles of one story
-- parameter:  about varchar[] = null      at least one of these in what was said
-- parameter:  and_about varchar[] = null  and all of these there, too
-- parameter:  not_about varchar[] = null  and none of these
-- parameter:  person varchar = null       the name of a person, whole, that it is by or about
-- parameter:  min_confidence integer = null per mille
-- parameter:  unsaid boolean = false      also what the article does not say was said: unsaid, asked or conditional
--
-- Statements with the people they are by and the articles they stand in; what is told again is not looked for.
with links as materialized (
    select name, article, person, decided from names(p_as_of := $as_of, p_reported_until := $reported_until)
)

select *
from (
    select
        statement.* exclude (speaker),
        statement.speaker                               as name,         -- as resolved in the article
        person_of(statement.speaker, here.person, here.decided, everywhere.person, everywhere.decided) as speaker,
        publisher,
        published
    from statements(p_as_of := $as_of, p_reported_until := $reported_until) as statement
    inner join articles(p_as_of := $as_of, p_reported_until := $reported_until) as printed
        -- an equation of the revisions, too, would be taken for one that hardly any row fulfils
        on statement.article = printed.article and statement.revision - printed.revision = 0
    left join links as here
        on here.name = coalesce(statement.speaker, source_mention) and here.article = statement.article
    left join links as everywhere
        on everywhere.name = coalesce(statement.speaker, source_mention) and everywhere.article is null
    where
        in_range(said_from, said_to, $since, $until)
        and matches(publisher, $publisher)
        and is_of(statement.article, $story)
        and (
            $unsaid
            or (
                statement.modality = 'asserted'
                -- no anti join: its sides would be changed, and a table be made of all statements
                and not coalesce((publisher, wording) in (
                    select (publisher, wording) from boilerplate(p_as_of := $as_of, p_reported_until := $reported_until)
                ), false)
            )
        )
        and is_about(quote, $about, $and_about, $not_about)
        and coalesce(statement.confidence, 1000) >= coalesce($min_confidence, 0)
)
where
    (
        $speaker is null
        or matches(concat_ws(' | ', speaker, name, source_mention), $speaker)
        or speaker in (select person from links where matches(links.name, $speaker))
    )
    and (
        $person is null
        or speaker = $person
        or event_id in (
            select event_id
            from appearances(p_as_of := $as_of, p_reported_until := $reported_until)
            where $person is not null and part = 'about' and person = $person
        )
    )
