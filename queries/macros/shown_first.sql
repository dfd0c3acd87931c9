-- macro:     shown_first(basis, place, subject, reported_at, position)
--
-- The order in which reports of one happening are shown: one that says when, of those a sentence rather than a headline, and
-- rather with a name than with a pronoun; of those the one that was printed first.
{
    states_no_time: basis not in ('clause-timex', 'sentence-timex', 'corrected'),
    is_headline: place = 'headline', opens_with_pronoun: len(subject) > 0, printed: reported_at, position: position
}
