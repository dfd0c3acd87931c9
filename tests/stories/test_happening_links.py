"""Which reports of one story tell of one happening."""

from __future__ import annotations

from datetime import timedelta

import pytest

from reported import DAY, report
from timeline.stories.happening_links import match, weights
from timeline.stories.reports import Report

SANK = "The ferry Alder sank off Lindow with 212 people aboard"
CAPTAIN = "Police arrested Jo Brook, the captain of the ferry Alder"


def rule(one: Report, other: Report) -> str | None:
    """The rule by which they are one; it is the same the other way round."""
    weight = weights([one, other])
    found = match(one, other, weight)
    assert found == match(other, one, weight)
    return found and found.rule


@pytest.mark.parametrize(
    ("by", "one", "other"),
    [
        ("words", (SANK, "sank"), ("The Alder, a ferry, sank off Lindow on Monday with 230 people aboard.", "sank")),
        ("words", ("The bank revised its forecast of the shortage", "revised"),
                  ("The bank’s forecast of the shortage was a surprise", "was")),
        ("act", ("Staff said the mayor of Lindow resigned over the ferry after days of protest", "said"),
                ("The mayor resigned over the ferry, and thanked voters", "resigned")),
        ("within", ("The mayor of Lindow abruptly resigned over the ferry inquiry report", "resigned"),
                   ("Hours after divers had brought up another body near the northern quay, the mayor of Lindow abruptly"
                    " resigned over the ferry inquiry report, councillors gathered at a school near the castle to pick a successor by secret"
                    " ballot, cheered by fishermen, bakers, clerks and tourists", "gathered")),
        ("verb", (CAPTAIN, "arrested"), ("Jo Brook was detained at home by officers with dogs over the ferry", "detained")),
        ("verb and day", ("Jo Brook was arrested at dawn after a search of farms, woods and bakeries", "arrested"),
                         ("Officers of Lindow arrested the captain, Brook", "arrested")),
        ("verb and day", ("Dozens of volunteers with buckets and hoses fought flames for hours while snow fell on roads, roofs,"
                          " fields, barns and trees", "fought"),
                         ("Flames were fought", "fought")),
        (None, (SANK, "sank"), ("The harbour of Lindow closed for repairs", "closed")),
        (None, ("Jo Brook, Ada Finch and Kim Lind left Lindow", "left"),
               ("Jo Brook, Ada Finch and Kim Lind joined a choir", "joined")),
        (None, ("The mayor began a tour", "began"), ("The trial began in Lindow", "began")),
        (None, ("Snow", None), ("Rain", None)),
    ],
)  # fmt: skip
def test_rule(by: str | None, one: tuple[str, str | None], other: tuple[str, str | None]) -> None:
    """
    Each rule has an example, and so has what none of them finds.
    """
    assert by == rule(report(*one), report(*other, article="b"))


STATED = {"basis": "clause-timex"}
LATER = {**STATED, "since": DAY + timedelta(days=1), "until": DAY + timedelta(days=2)}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (report(f"{SANK}.", "sank", **STATED), report(f"{SANK}.", "sank", **LATER)),
        (report(f"{SANK} on March 4.", "sank"), report(f"{SANK} on March 5.", "sank")),
        (report("The grocer raised the price of bread to $4.", "raised"),
         report("The grocer raised the price of bread to $5.", "raised")),
        (report("Prices of bread rose 4 percent.", "rose"), report("Prices of bread rose 5 percent.", "rose")),
        (report("Lindow beat Alder 91-73.", "beat"), report("Lindow beat Alder 90-73.", "beat")),
        (report("Divers were injured in the harbour.", "injured"), report("No divers were injured in the harbour.", "injured")),
        (report(f"{SANK}.", "sank"), report(f"{SANK}.", "sank", kind="planned")),
        (report("Then Ana Ruiz opened a bakery in the harbour.", "opened"),
         report("Then Tom Berg opened a bakery in the harbour.", "opened")),
        (report("Kim Lind killed Ana Ruiz with an axe in the harbour.", "killed"),
         report("Kim Lind tried to kill Ana Ruiz by poison years before.", "kill")),
    ],
)  # fmt: skip
def test_contradictions_are_two(one: Report, other: Report) -> None:
    """
    Other days, prices, shares, scores or people are another happening, and so is what was denied, planned or tried.
    """
    assert None is rule(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (report("A quake killed 9 people in Lindow.", "killed"), report("A quake killed 17 people in Lindow.", "killed")),
        (report(f"{SANK} on March 4, in 2026.", "sank", **STATED), report(f"{SANK} in 2026.", "sank", **LATER)),
        (report(f"{SANK}.", "sank", **STATED), report(f"{SANK}.", "sank", since=DAY + timedelta(days=3))),
        (report("Police arrested Jo Brook in the harbour.", "arrested"),
         report("In the harbour, Jo Brook was arrested.", "arrested")),
    ],
)  # fmt: skip
def test_tolls_and_days_that_are_not_stated_may_differ(one: Report, other: Report) -> None:
    """
    Tolls rise, one date that both name is enough, what the publication dates says little, and who is named first varies.
    """
    assert rule(one, other) is not None


def test_number_that_both_have_counts() -> None:
    """
    The same number, larger than most, makes two sentences more alike.
    """
    one, other = report("Probe nears moon at 252,756 miles, scientists say", "nears"), "Probe at 252,756 miles breaks record of crew"
    both = [one, report(other, "breaks"), report(other.replace("252,756", "many"), "breaks")]
    scores = [found.score if (found := match(one, each, weights(both))) else 0.0 for each in both[1:]]
    assert scores == sorted(scores, reverse=True)


def test_words_of_many_reports_weigh_less() -> None:
    """
    What all reports of a story say tells none of them from another.
    """
    weight = weights([report("The ferry sank."), report("The ferry turned."), report("The ferry left.")])
    assert weight["ferry"] < weight["sank"] if "sank" in weight else weight["ferry"] < max(weight.values())
