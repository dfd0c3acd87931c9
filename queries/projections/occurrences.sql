-- projection: occurrences
-- history:    occurrence_history
-- grain:      one row per reported happening and interval in which it held
-- key:        event_id, recorded_from, reported_to
-- by:         article
-- order:      occurred_to, position
-- reads:      occurrence_reported@3
--
-- What is said to have happened, when, and where we read it. A line end in the words is a blank.
select
    position,                                                            -- of the event in the log
    event_id,
    article,                                                             -- key of the article
    revision,
    regexp_replace(payload.text, '\s*\n\s*', ' ', 'g')    as text,       -- the clause, verbatim
    payload.subject                                       as subject,    -- names behind a pronoun that opens it
    list_transform(
        payload.trigger,
        lambda one: replace(substring(payload.text, one[1] - payload.span[1] + 1, one[2] - one[1]), chr(10), ' ')
    )[1]                                                  as trigger,    -- the word that says what happens, or null
    list_transform(
        payload.participants,
        lambda one: replace(substring(payload.text, one[1] - payload.span[1] + 1, one[2] - one[1]), chr(10), ' ')
    )                                                     as participants, -- names of people and bodies
    list_transform(
        payload.places,
        lambda one: replace(substring(payload.text, one[1] - payload.span[1] + 1, one[2] - one[1]), chr(10), ' ')
    )                                                     as places,     -- names of where it happens
    occurred_from,                                                       -- null: open
    occurred_to,                                                         -- exclusive; null: open
    precision,                                                           -- how finely the time is stated
    payload.basis                                         as basis,      -- what the time was read from, or corrected
    payload.modality                                      as modality,   -- asserted, planned, hypothetical, denied
    payload.kind                                          as kind,       -- happening, planned, state, speech, boilerplate
    payload.salience                                      as salience,   -- how much it counts as a happening, per mille
    payload.place                                         as place,      -- headline, body or caption
    payload.paragraph                                     as paragraph,  -- one-based
    payload.sentence                                      as sentence,   -- zero-based in the article
    md5_number_lower(payload.text)                        as wording,    -- the same for the same words
    evidence[1][1]                                        as span_start, -- code points into the article's text
    evidence[1][2]                                        as span_end,
    rule,                                                                -- which rule read it
    confidence,                                                          -- per mille
    extractor_version,
    correction,                                                          -- why and by whom, where somebody corrected it
    reported_at,                                                         -- when it was printed, UTC
    reported_to,                                                         -- when a later text was; null: current in print
    recorded_from,                                                       -- when we learned it, UTC
    recorded_to                                                          -- when it ceased to hold; null while it does
from (
    select *, from_json(data, '{
        "text": "VARCHAR", "subject": "VARCHAR[]", "span": "INTEGER[]", "trigger": "INTEGER[][]", "participants": "INTEGER[][]",
        "places": "INTEGER[][]", "basis": "VARCHAR", "modality": "VARCHAR", "kind": "VARCHAR",
        "salience": "INTEGER", "place": "VARCHAR", "paragraph": "INTEGER", "sentence": "INTEGER"
    }') as payload
    from assertions
    where type = 'occurrence_reported'
)
