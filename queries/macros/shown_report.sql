-- macro:     shown_report(event_id, day, occurred_from, occurred_to, precision, modality, text, basis, place, subject, reported_at, position)
--
-- Of the reports of one happening, an aggregate, the one that is shown: one that says when, of those a sentence rather than
-- a headline, and rather with a name than with a pronoun; of those the one that was printed first.
arg_min(
    {
        event_id: event_id, day: day, occurred_from: occurred_from, occurred_to: occurred_to, precision: precision,
        modality: modality, text: text
    },
    {
        states_no_time: basis not in ('clause-timex', 'sentence-timex', 'corrected'),
        is_headline: place = 'headline', opens_with_pronoun: len(subject) > 0, printed: reported_at, position: position
    }
)
