"""Which reports of one story tell of one happening."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from reported import DAY, report

from timeline.stories.happening_links import match, weights

if TYPE_CHECKING:
    from timeline.stories.reports import Report

SANK = "The ferry Alder sank off Lindow with 212 people aboard"
CAPTAIN = "Police arrested Jo Brook, the captain of the ferry Alder"
FOUGHT = (
    "Dozens of volunteers with buckets and hoses fought flames for hours while snow fell on roads, roofs, fields, barns"
    " and trees"
)
ONE = [
    ("words", SANK, "sank", "The Alder, a ferry, sank off Lindow on Monday with 230 people aboard.", "sank"),
    ("verb", CAPTAIN, "arrested", "Jo Brook was detained at home by officers with dogs over the ferry", "detained"),
    ("verb and day", "Jo Brook was arrested at dawn after a search of farms, woods and bakeries", "arrested",
     "Officers of Lindow arrested the captain, Brook", "arrested"),
    ("verb and day", FOUGHT, "fought", "Flames were fought", "fought"),
    (None, SANK, "sank", "The harbour of Lindow closed for repairs", "closed"),
    (None, "Jo Brook, Ada Finch and Kim Lind left Lindow", "left",
     "Jo Brook, Ada Finch and Kim Lind joined a choir", "joined"),
    (None, "The mayor began a tour", "began", "The trial began in Lindow", "began"),
    (None, "Snow", None, "Rain", None),
]  # fmt: skip


def rule(one: Report, other: Report) -> str | None:
    """The rule by which they are one; it is the same the other way round."""
    weight = weights([one, other])
    found = match(one, other, weight)
    assert (found and found.rule) == ((again := match(other, one, weight)) and again.rule)
    return found and found.rule


@pytest.mark.parametrize(("by", "one", "verb", "other", "other_verb"), ONE)
def test_rule(by: str | None, one: str, verb: str | None, other: str, other_verb: str | None) -> None:
    """
    Each rule has an example, and so has what none of them finds.
    """
    assert by == rule(report(one, verb), report(other, other_verb, article="b"))


STATED = {"basis": "clause-timex"}
BELL = "The bell of the old mill cracked on Wednesday during a concert for children"
HEARD = "A concert for children was silent on Wednesday when the great iron bell of the mill gave way, and all ran"


@pytest.mark.parametrize(("by", "basis"), [("day", "clause-timex"), (None, "publication")])
def test_a_day_that_both_say(by: str | None, basis: str) -> None:
    """
    Less likeness is asked of what was on one day by the words of both.
    """
    assert by == rule(report(BELL, "cracked", basis=basis), report(HEARD, "gave", article="b", basis=basis))


def test_other_acts_of_one_day_are_two() -> None:
    """
    What a day and its names have in common does not join two acts.
    """
    one = "Police in Port Lindow arrested the captain of the ferry Alder on Wednesday"
    other = (
        "The ferry Alder killed 21 people off Port Lindow, police in Port Lindow said on Wednesday of the ferry Alder"
    )
    given = report(one, "arrested", **STATED), report(other, "killed", article="b", **STATED)
    assert not rule(*given)


def test_one_article_tells_of_two_acts() -> None:
    """
    Acts that are alike are one happening in two articles, not where one article tells of both.
    """
    one, other = (
        "Jo Brook was arrested at dawn after a search of farms",
        "Officers of Lindow arrested the captain, Brook",
    )
    assert rule(report(one, "arrested"), report(other, "arrested", article="b"))
    assert not rule(report(one, "arrested"), report(other, "arrested", place=90))


def test_one_more_is_another() -> None:
    """
    Who was arrested after another is not the one who was arrested first.
    """
    one, other = "Jo Brook was arrested at dawn after a search of farms", "Officers of Lindow arrested a second Brook"
    assert not rule(report(one, "arrested"), report(other, "arrested", article="b"))


LATER = {**STATED, "since": DAY + timedelta(days=1), "until": DAY + timedelta(days=2)}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (report(f"{SANK}.", "sank", **STATED), report(f"{SANK}.", "sank", **LATER)),
        (report(f"{SANK} on March 4.", "sank"), report(f"{SANK} on March 5.", "sank")),
        (report("Bread cost $4 in Lindow.", "cost"), report("Bread cost $5 in Lindow.", "cost")),
        (report("Prices of bread rose 4 percent.", "rose"), report("Prices of bread rose 5 percent.", "rose")),
        (
            report("Lindow counted 28 lorries and 6 cranes.", "counted"),
            report("Lindow counted 156 lorries and 9 cranes.", "counted"),
        ),
        (report("Lindow beat Alder 91-73.", "beat"), report("Lindow beat Alder 90-73.", "beat")),
        (report("Divers were injured here.", "injured"), report("No divers were injured here.", "injured")),
        (report(f"{SANK}.", "sank"), report(f"{SANK}.", "sank", kind="planned")),
        (report("Then Ana Ruiz opened a bakery.", "opened"), report("Then Tom Berg opened a bakery.", "opened")),
    ],
)
def test_contradictions_are_two(one: Report, other: Report) -> None:
    """
    Other days, prices, shares, scores or people are another happening, and so is what was denied or planned.
    """
    assert None is rule(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (report("A quake killed 9 in Lindow.", "killed"), report("A quake killed 17 in Lindow.", "killed")),
        (
            report("A quake killed 9 and hurt 40 in Lindow.", "killed"),
            report("A quake killed 17 and hurt 90 in Lindow.", "killed"),
        ),
        (
            report("Lindow counted 28 lorries and 6 cranes.", "counted"),
            report("Lindow counted about 30 lorries and 9 cranes.", "counted"),
        ),
        (report("Lindow counted 28 lorries.", "counted"), report("Lindow counted 156 lorries.", "counted")),
        (report(f"{SANK} on March 4, in 2026.", **STATED), report(f"{SANK} in 2026.", **LATER)),
        (report(f"{SANK}.", **STATED), report(f"{SANK}.", since=DAY + timedelta(days=3))),
        (report(f"The crew was not injured, and {SANK}.", "injured"), report(f"{SANK}.", "sank")),
    ],
)
def test_tolls_days_that_are_not_stated_and_what_one_denies_may_differ(one: Report, other: Report) -> None:
    """
    Tolls rise, one date that both name is enough, and what is dated by print, or the other does not tell, says little.
    """
    assert "words" == rule(one, other)


CROSSED = "The Alder crossed on time for the islands with 212 tourists and people aboard."


@pytest.mark.parametrize(
    ("by", "other", "verb"),
    [
        ("words", "The ferry Alder crossed to other islands with her 212 people, praised by all.", "crossed"),
        (None, "The ferry Alder was painted by the people aboard, bound for other islands.", "painted"),
        ("words", "The ferry Alder was painted by 212 tourists and people aboard, bound for islands.", "painted"),
        (None, "The ferry Tarn crossed to the islands with people aboard, praised by all.", "crossed"),
    ],
)
def test_other_acts_and_other_names_ask_for_more_likeness(by: str | None, other: str, verb: str) -> None:
    """
    Words that are alike make two reports one; where these go by other acts or names, only words nearly the same do.
    """
    assert by == rule(report(CROSSED, "crossed"), report(other, verb, article="b"))


def test_words_of_many_reports_weigh_less() -> None:
    """
    What all reports of a story say tells none of them from another.
    """
    weight = weights([report("The ferry sank."), report("The ferry turned."), report("The ferry left.")])
    assert weight["ferry"] < weight["turned"]
