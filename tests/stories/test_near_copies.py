"""Copies are told from updates, and from forms that are filled in anew."""

from __future__ import annotations

import pytest
from hypothesis import given, strategies

from timeline.stories.near_copies import judged, same_headline, shared, substituted
from timeline.stories.shingles import LEAST_WORDS, MOST_WORDS, SAMPLED, sample, words
from wires import FORM, REPORT, changed, text

LONG = f"{REPORT} {' '.join(f'{word}ly' for word in REPORT.split()[:60])}"
ANEW = (
    "About 25 of the 80 owners shouted that Ann Lee had promised otherwise in 2014",
    "They fear that buyers will not come back after the summer",
)


@pytest.mark.parametrize(
    ("why", "other", "hours"),
    [
        ("the same words", REPORT, 2),
        ("other words", changed(REPORT, ("the town council said", "officials said")), 2),
        ("a passage less", REPORT.split(" Owners")[0], 2),
        ("a passage more", f"{REPORT} {FORM}", 2),
        ("a number spelt otherwise", changed(REPORT, ("27.5", "27.50"), ("11 weeks", "eleven weeks")), 2),
        ("a number rounded", changed(REPORT, ("412", "412.4")), 2),
        ("a name spelt otherwise", changed(REPORT, ("Marchetti", "Marcheti"), ("Jo Brook", "Joe Brook")), 2),
        ("another word for a day", changed(REPORT, ("Tuesday", "Monday")), 2),
        ("an outlet's own name", changed(REPORT, ("reporters", "the Verrin Gazette")), 2),
        ("a passage written anew", changed(REPORT, ANEW[::-1]), 2),
        ("after two days", REPORT, 60),
        ("after weeks, when it is long", LONG, 700),
    ],
)
def test_a_copy_has_the_same_figures_and_names_in_the_same_places(why, other, hours):
    """
    What is more, less or spelt otherwise changes nothing; which of the two is given first does not matter, either.
    """
    one = text(LONG if other == LONG else REPORT)
    assert "copy" == judged(one, text(other, hours)) == judged(text(other, hours), one), why


@pytest.mark.parametrize(
    ("why", "other", "hours"),
    [
        ("one count", changed(REPORT, ("340", "360")), 20),
        ("a month", changed(REPORT, ("from June", "from July")), 20),
        ("two counts in a text of more than sixty words", changed(REPORT, ("340", "360"), ("412", "420")), 2),
    ],
)
def test_an_update_has_few_other_figures_soon(why, other, hours):
    """
    A correction or the next count is no other report.
    """
    assert "update" == judged(text(REPORT), text(other, hours)), why


@pytest.mark.parametrize(
    ("why", "one", "other", "hours"),
    [
        ("figures of another week", FORM, changed(FORM, ("400", "600"), ("3.12", "3.05"), ("980", "1,100")), 168),
        ("one figure, a day later", FORM, changed(FORM, ("3.12", "3.13")), 24),
        ("the same figures, a day later, in a short text", FORM, FORM, 24),
        ("the same figures, a week later", REPORT, REPORT, 168),
        ("many figures at once", REPORT, changed(REPORT, ("340", "10"), ("412", "2"), ("11 w", "1 w"), ("60", "8")), 1),
        ("one figure, days later", REPORT, changed(REPORT, ("340", "360")), 60),
        ("another bank at once", FORM, changed(FORM, ("Bank of Lindow", "Verrin Savings Union")), 1),
        ("another fraction", changed(FORM, ("3.12", "3-1/8")), changed(FORM, ("3.12", "3")), 24),
    ],
)
def test_a_form_that_is_filled_in_anew_is_of_a_series(why, one, other, hours):
    """
    Prices of the week and another company's bonds are other reports in the same words.
    """
    assert "series" == judged(text(one, 0, "Bills"), text(other, hours, "Other bills")), why


def test_texts_that_share_little_are_nothing_to_each_other():
    """
    Half of all runs of words are needed: a quotation is no copy.
    """
    assert judged(text(REPORT), text(FORM)) is None
    assert judged(text(REPORT), text(f"{REPORT} {' '.join(reversed(REPORT.split()))} {FORM}")) is None
    assert 1000 == shared(text(REPORT), text(REPORT))
    assert 0 == shared(text("Word"), text(""))


def test_under_one_headline_a_name_at_once_is_the_writers():
    """
    Names are others in a repetition of the same hours that has the same headline; later they are another's.
    """
    other = changed(FORM, ("Bank of Lindow", "Verrin Savings Union"))
    headline = "Weekly bills sold by auction"
    assert "copy" == judged(text(FORM, 0, headline), text(other, 1, headline))
    assert "series" == judged(text(FORM, 0, headline), text(other, 12, headline))
    assert same_headline("Harbour of Lindow closed", "HARBOUR OF LINDOW CLOSED: officials")
    assert not same_headline("Harbour of Lindow closed", "Harbour of Lindow closed: officials see no end")
    assert not same_headline("Harbour closed", "Harbour closed")
    assert not same_headline(None, None)


def test_figures_and_names_are_counted_where_few_words_stand_for_few():
    """
    A name counts once for each place, and only where either text has one that the other has nowhere.
    """
    assert (0, 0) == substituted(text(REPORT), text(REPORT))
    assert (1, 1) == substituted(text(REPORT), text(changed(REPORT, ("340", "350"), ("Tessa Marchetti", "Ann Lee"))))
    assert (0, 0) == substituted(text(REPORT), text(changed(REPORT, ("Mayor Tessa Marchetti", "She"))))
    assert (0, 0) == substituted(text(REPORT), text(changed(REPORT, ("Tessa Marchetti", "Brook"))))
    assert (0, 0) == substituted(text(REPORT), text(changed(REPORT, ("340 boats", "Many boats"))))
    assert (0, 0) == substituted(text(REPORT), text(changed(REPORT, ANEW[::-1])))


def test_numbers_that_nobody_reads_are_compared_as_well():
    """
    Figures of thousands of digits, and signs that are digits somewhere, are words like others.
    """
    one, other = (changed(FORM, ("980", f"{digits} ²")) for digits in ("9" * 5000, "8" * 6000))
    assert "series" == judged(text(one), text(other, 200))


def test_a_sample_is_the_smallest_numbers_of_a_text():
    """
    It does not depend on the case of letters; a text of few words has none, of a long one the beginning is looked at.
    """
    assert SAMPLED == len(sample(REPORT)) == len(set(sample(REPORT)))
    assert sorted(sample(REPORT)) == sample(REPORT.upper())
    few = " ".join(REPORT.split()[: LEAST_WORDS - 1])
    assert [] == sample(few)
    assert LEAST_WORDS - 4 == len(sample(f"{few} weeks"))
    assert MOST_WORDS == len(words("word " * MOST_WORDS + "more"))
    assert ["It's", "6-1/8", "2.5", "10/3", "l’été"] == words("It's 6-1/8, 2.5 (10/3) l’été_")


@given(strategies.text("ab 1.-/,’é²\n"), strategies.text("ab 1.-/,’é²\n"))
def test_whatever_texts_hold_can_be_compared(one, other):
    """
    Every text shares all of its runs of words with itself, and any two are judged.
    """
    assert shared(text(one), text(one)) in {0, 1000}
    assert judged(text(one + REPORT), text(REPORT + other)) in {None, "copy", "update", "series"}
