-- projection: mentions
-- history:    mention_history
-- grain:      one row per name that a reported statement is by or about, and interval in which it held
-- key:        event_id, part, name, recorded_from, reported_to
-- by:         article
-- order:      position
-- reads:      statement_reported@2
--
-- Which names articles give to those who speak and to whom they speak about.
select
    position,                                                            -- of the event in the log
    event_id,
    article,                                                             -- key of the article
    revision,
    named.part                                            as part,       -- by or about
    named.name                                            as name,       -- as resolved in the article
    regexp_replace(
        translate(
            replace(
                lower(strip_accents(regexp_extract(
                    regexp_replace(named.name, ',? (Jr\.?|Sr\.?|I{2,3}|IV)$', ''), '([^\s-]+)$', 1
                ))),
                'ph', 'f'
            ),
            'qcgwfzx', 'kkkvvss'
        ),
        '[^bdk-np-tv]+', '', 'g'
    )                                                     as key,        -- the same for names that may be one person's
    payload.speaker is not null                           as resolved,   -- the speaker's mention, to a name
    payload.source_text                                   as mention,    -- the words that name the speaker
    reported_at,                                                         -- when it was printed, UTC
    reported_to,                                                         -- when a later text was; null: current in print
    recorded_from,                                                       -- when we learned it, UTC
    recorded_to                                                          -- when it ceased to hold; null while it does
from (
    select
        *,
        unnest(list_prepend(
            {'part': 'by', 'name': coalesce(payload.speaker, payload.source_text)},
            list_transform(coalesce(payload.about, []), lambda name: {'part': 'about', 'name': name})
        )) as named
    from (
        select *, from_json(data, '{
            "speaker": "VARCHAR", "source_text": "VARCHAR", "about": "VARCHAR[]"
        }') as payload
        from assertions
        where type = 'statement_reported'
    )
)
where named.name is not null
