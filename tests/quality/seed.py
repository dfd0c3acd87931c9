"""
Count what is right in the seed article.

- ``statements``: statements paired with one that has the right source, of 17
- ``names``: statements paired with one that has the right name, or none where the article has none, of 17
- ``exact``: statements paired with one of the same content, of 17
- ``dates``: core expressions that have the right value, of 9
- ``clauses``: clauses that get the right interval from the occurrence that covers or else overlaps them most, of 11;
  where gold is open, open or the publication day is right
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from quality import dates, statements
from quality.mentions import has_word, head
from timeline.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterable

    from quality.sets import Case, Row


def score(cases: Iterable[Case]) -> dict[str, int]:
    """The counts of the article."""
    (case,) = cases
    return {
        **_statements(case),
        "dates": _dates(case),
        "clauses": sum(_is_dated(case, clause) for clause in case.gold["occurrences"]),
    }


def _statements(case: Case) -> dict[str, int]:
    golds = statements.statements(case.text, case.gold["statements"])
    found = statements.statements(case.text, case.found["statement_reported"])
    scored = {i: j for i, j in statements.pairs(golds, found).items() if golds[i].row["scored"]}
    paired = [(golds[i], found[j]) for i, j in scored.items()]
    return {
        "statements": sum(statements.right_speaker(case.text, gold.row, other.row) for gold, other in paired),
        "names": sum(_is_named(case, gold.row["speaker"], other.row["speaker"]) for gold, other in paired),
        "exact": sum(gold.content == other.content for gold, other in paired),
    }


def _is_named(case: Case, wanted: str, speaker: str | None) -> bool:
    """The name has the family name of gold's; for those whom the article does not name, none is right too."""
    if speaker is None:
        return wanted not in case.gold["speakers"]
    return has_word(speaker, head(wanted))


def _dates(case: Case) -> int:
    golds = dates.expressions(case.text, case.gold["dates"])
    found = dates.expressions(case.text, case.found["date_mentioned"])
    paired = [(golds[i].row, found[j].row) for i, j in dates.pairs(golds, found).items()]
    return sum(gold["core"] and gold["timex"] == other["timex"] for gold, other in paired)


def _is_dated(case: Case, clause: Row) -> bool:
    place = Span(*clause["span"])

    def fit(occurrence: Row) -> tuple[bool, int]:
        span = Span(*occurrence["span"])
        covers = span.covers(place)
        return covers, span.start - span.end if covers else min(span.end, place.end) - max(span.start, place.start)

    touching = [row for row in case.found["occurrence_reported"] if place.overlaps(Span(*row["span"]))]
    if not touching:
        return False
    best, published = max(touching, key=fit), case.published.isoformat()
    days = {name: (best[name] or "")[:10] for name in ("start", "end")}
    return all(day in ((clause[name],) if clause[name] else ("", published)) for name, day in days.items())
