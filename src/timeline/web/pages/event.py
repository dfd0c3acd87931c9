"""One event: its words in their article, how they were read, when, and the proof that the log holds it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from timeline.errors import NotFound
from timeline.model.text_fragment import cited_url
from timeline.provenance.citing import cite
from timeline.web.highlighting import Mark, highlighted
from timeline.web.page import Page

if TYPE_CHECKING:
    from timeline.provenance.explanation import Explanation
    from timeline.web.asked import Asked

PATH = "/event/{event}"

AROUND_CHARS = 300
"""Of the article's text, on either side of the words."""

STYLES = {"text": "Text", "md": "Markdown", "bibtex": "BibTeX"}


def answer(asked: Asked) -> Page:
    """The event whose id begins so; its proof where it is asked for, as all leaves of the log are read for it."""
    found = asked.log.explain(asked.parts["event"], **asked.clocks)
    recorded = found.recorded
    event_id = str(recorded.event_id)
    history = asked.log.run("history", subject=event_id, **asked.clocks).dicts()
    values = {
        "found": found, "recorded": recorded, "event": found.event, "history": history, "passage": _passage(found),
        "url": _url(found), "citations": _citations(found),
        "proof": asked.log.prove(event_id) if asked.one("proof") and not asked.moment else None,
    }  # fmt: skip
    return Page("event.html", _title(found), values, [_row(found)])


def _title(found: Explanation) -> str:
    """What it says: the words, or of an article its headline."""
    names = ("title", "key") if found.recorded.type.startswith("article_") else ("text", "quote")
    said = next((text for name in names if (text := getattr(found.event, name, None))), found.recorded.type)
    return " ".join(str(said).split())


def _bounds(found: Explanation) -> tuple[int, int]:
    evidence = found.recorded.evidence
    return min(span[0] for span in evidence), max(span[1] for span in evidence)


def _passage(found: Explanation) -> dict[str, Any] | None:
    """The words among those around them."""
    if found.article is None or not found.recorded.evidence:
        return None
    text, (start, end) = found.article.text, _bounds(found)
    begins, ends = max(0, start - AROUND_CHARS), min(len(text), end + AROUND_CHARS)
    begins = at + 2 if (at := text.rfind("\n\n", 0, begins)) >= 0 else 0
    ends = at if (at := text.find("\n\n", ends)) >= 0 else len(text)
    marks = [
        Mark(first, last, "more" if place else "sure", None, "")
        for place, (first, last) in enumerate(found.recorded.evidence)
    ]
    return {"pieces": highlighted(text, marks, begins, ends), "cut_before": begins > 0, "cut_after": ends < len(text)}


def _url(found: Explanation) -> str | None:
    if found.article is None or not found.recorded.evidence:
        return None
    return cited_url(found.article.url, found.article.text, *_bounds(found))


def _citations(found: Explanation) -> dict[str, str]:
    try:
        return {label: cite(found, style).strip() for style, label in STYLES.items()}
    except NotFound:
        return {}


def _row(found: Explanation) -> dict[str, Any]:
    recorded = found.recorded
    names = (
        "event_id", "position", "type", "schema_version", "article", "revision", "evidence", "occurred_from",
        "occurred_to", "precision", "reported_at", "recorded_at", "extractor", "extractor_version", "rule",
        "confidence", "data", "leaf",
    )  # fmt: skip
    return {name: getattr(recorded, name) for name in names}
