"""Articles that are not in English are appended, and it is said which they are."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import timeline
from timeline.model.article import Article

if TYPE_CHECKING:
    from pathlib import Path

GERMAN = (
    "Die Fähre nach Alder ist am Montag bei einem Sturm gesunken. Vier Menschen sind ertrunken, sagte die "
    "Bürgermeisterin. Der Hafen bleibt nach ihren Worten für eine Woche geschlossen, bis zum 2024-08-20."
)
OTHERS = (("a", "de"), ("b", "de-AT"), ("e", "fr"))
ENGLISH = "The ferry to Alder sank on Monday. Four people drowned."


def test_languages_are_listed(tmp_path: Path) -> None:
    """
    The language is the one stated, else another one that the text shows; in those only dates in ISO 8601 are read.
    """
    articles = [
        Article(key=key, text=text, published=date(2024, 8, 13), language=language)
        for key, text, language in [
            ("a", GERMAN, None), ("b", GERMAN, "de-AT"), ("c", ENGLISH, None), ("d", ENGLISH, "en-GB"),
            ("e", ENGLISH, "fr"),
        ]
    ]  # fmt: skip
    with timeline.open(tmp_path / "log.duckdb") as log:
        appended = log.append(articles)
        again = log.append(articles)
        rows = log.articles().dicts()

    assert [("a", "de"), ("b", "de-AT"), ("c", None), ("d", "en-GB"), ("e", "fr")] == [
        (row["article"], row["language"]) for row in rows
    ]
    assert [(0, 0, 1), (0, 0, 1), (0, 2, 1), (0, 2, 1), (0, 0, 0)] == [
        (row["statements"], row["occurrences"], row["dates"]) for row in rows
    ]
    assert [f"{key} is not in English ({tag}): only dates in ISO 8601 were read in it." for key, tag in OTHERS] == (
        appended.notes
    )
    assert (5, []) == (again.unchanged, again.notes)
