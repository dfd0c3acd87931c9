"""What is compared of a reported occurrence."""

from __future__ import annotations

from datetime import timedelta

import pytest
from reported import DAY, report

from timeline.stories.reports import packed, unpacked


def test_words_are_compared_by_stems_and_acts() -> None:
    """
    Forms of a word, and words that say the same act, are one; words that stand in all news are none.
    """
    assert report("A teacher was killed on Monday.").words == report("A teacher was slain, he said.").words
    assert {"teache", "protes"} == report("Teachers protested.").words


@pytest.mark.parametrize(
    ("text", "trigger", "act"),
    [
        ("The mayor resigned.", "resigned", "resign"),
        ("The mayor quit.", "quit", "resign"),
        ("Officials said the mayor resigned.", "said", "resign"),
        ("The mayor began to speak.", "began", ""),
        ("The mayor baked bread.", "baked", "baked"),
        ("Prosecutors charged the mayor with fraud.", "charged", "charge"),
        ("The mayor agreed to sell the pier.", "agreed", "agree"),
        ("The council rejected the plan.", "rejected", "reject"),
        ("The clerk testified that the mayor resigned.", "testified", "resign"),
        ("The mayor announced that the clerk resigned.", "announced", "resign"),
        ("Snow", None, ""),
    ],
)
def test_act_is_what_the_verb_says(text: str, trigger: str | None, act: str) -> None:
    """
    A verb that says little or reports leaves it to the next one that says something.
    """
    assert act == report(text, trigger).act


def test_acts_are_all_that_a_sentence_says() -> None:
    """
    Nouns of what happens count as acts.
    """
    assert (
        {"arrest", "collid", "crash"}
        >= report("He was arrested after a crash.", "arrested").acts
        >= {"arrest", "crash"}
    )


@pytest.mark.parametrize(
    ("text", "amounts"),
    [
        ("Oil cost $71 a barrel.", {71}),
        ("Oil rose 4.5% and gas 3 percent.", {4.5, 3}),
        ("It paid 2,800,000 dollars.", {2800000}),
        ("It paid 2.8 mln dlrs, or £1 million.", {2800000, 1000000}),
        ("Farmers sold 900 tonnes.", {900}),
        ("A quake killed 17 people.", set()),
    ],
)
def test_amounts_are_money_shares_and_measures(text: str, amounts: set[float]) -> None:
    """
    People who were counted are no amount.
    """
    assert amounts == report(text).amounts


def test_scores_are_no_spans_of_time() -> None:
    """
    Two numbers with a dash are a result, but for an age or a length.
    """
    assert {"91-73"} == report("They beat Lindow 91–73.").scores
    assert set() == report("A 20-30 mile front.").scores


def test_dates_are_days_of_the_calendar_and_years() -> None:
    """
    A day is one however it is written; a year alone is no day.
    """
    one = report("It sank on March 4, 2026.")
    assert {"mar 4", "2026"} == one.dates
    assert {"mar 4"} == one.days == report("It sank on 4 March.").days


def test_time_of_day_alone_says_no_day() -> None:
    """
    A sentence states its day by a name or number of one, or by a time of a day or more.
    """
    hour = {"since": DAY, "until": DAY + timedelta(hours=1), "basis": "clause-timex"}
    assert not report("It sank at 3 p.m.", **hour).is_stated
    assert report("It sank at 3 p.m. on Monday.", **hour).is_stated
    assert report("It sank.", basis="clause-timex").is_stated
    assert not report("It sank.").is_stated
    assert not report("It sank.", since=None, basis="clause-timex").is_stated


@pytest.mark.parametrize(
    ("text", "trigger", "denied"),
    [
        ("No one was injured.", "injured", True),
        ("She was not injured.", "injured", True),
        ("She didn’t ever resign.", "resign", True),
        ("She resigned, not he.", "resigned", False),
        ("She resigned.", "resigned", False),
    ],
)
def test_what_is_denied_is_told_by_what_stands_before_the_verb(text: str, trigger: str, denied: bool) -> None:  # noqa: FBT001
    """
    Nobody did it, or it was not done.
    """
    assert denied == report(text, trigger).is_denied


def test_names_are_those_written_so_and_those_given() -> None:
    """
    The first word of a sentence is not taken for a name by its capital; titles and bodies of all kinds are no names.
    """
    one = report("Police arrested President Jo Brook.", "arrested", names=["Jo Brook", "Lindow"], subject=["Ada Finch"])
    assert {"jo", "brook", "lindow", "ada", "finch"} == one.names
    assert {"ada", "finch"} == one.leading
    assert {"jo", "brook"} == report("On Monday Jo Brook met Ada Finch.", "met").leading


def test_attempts_are_told_from_what_was_done() -> None:
    """
    Who tried has not done it.
    """
    assert report("He tried to kill her.", "tried").is_attempt
    assert not report("He killed her.", "killed").is_attempt


def test_report_is_the_same_when_it_was_packed() -> None:
    """
    What is kept beside the log is all that is compared.
    """
    whole = report("Police arrested Jo Brook, 54, on March 4 after $2 was paid.", "arrested", since=None)
    assert whole == unpacked(packed(whole))


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("Lindow counted 28 lorries and six cranes.", {28, 6}),
        ("It paid 2.8 mln dlrs, or £1 million.", {2800000, 1000000}),
        ("A man aged 54 was held for 9 days on March 4, 2026, at 7 a.m.", set()),
        ("The 19-year-old swam 400 metres; one of 12 boats saw her.", {400, 12}),
    ],
)
def test_counts_are_how_many_or_how_much_there_is(text: str, counts: set[float]) -> None:
    """
    Ages, times, days and years count nothing.
    """
    assert counts == report(text).counts
