"""One article: its text with everything that was read in it, and its revisions side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from timeline.errors import NotFound
from timeline.provenance.text_diff import figures, pieces
from timeline.web.highlighting import Mark, highlighted
from timeline.web.page import Page

if TYPE_CHECKING:
    from timeline.provenance.revisions import Revision
    from timeline.web.asked import Asked

PATH = "/article/{article:path}"

KINDS = {"said": "said", "happened": "happened or planned", "state": "other clauses", "time": "times"}
"""What is marked in a text, and in which words."""


def answer(asked: Asked) -> Page:
    """The article of that key, as it stood by the moments asked for."""
    key = asked.parts["article"]
    clocks = {"as_of": None, "reported_until": None} | asked.clocks
    found = asked.rows("article", article=key, **clocks)
    if not found:
        raise NotFound(f"no article {key!r} by then: the page of articles lists them.")
    article = found[0]
    spans = asked.rows("spans", article=key, **clocks)
    marks = [Mark(row["span_start"], row["span_end"], row["kind"], str(row["event_id"]), _label(row)) for row in spans]
    revisions = [_revision(one) for one in asked.log.revisions(key, **asked.clocks)]
    counts = {kind: sum(row["kind"] == kind for row in spans) for kind in KINDS}
    values = {
        "article": article, "pieces": highlighted(article["text"], marks), "kinds": KINDS, "counts": counts,
        "revisions": revisions if len(revisions) > 1 else [], "key": key,
    }  # fmt: skip
    return Page("article.html", article["title"] or key, values, spans)


def _label(row: dict[str, Any]) -> str:
    return f"{KINDS[row['kind']]}: {row['label']}"


def _revision(one: Revision) -> dict[str, Any]:
    """A text beside the one before it, changed words and figures told apart."""
    lines = [
        {
            "change": line.change,
            "pieces": pieces(line.before or "", line.after or "") if line.change == "changed" else [],
            "before": line.before, "after": line.after,
            "figures": figures(line.before or "", line.after or "") if line.change == "changed" else ((), ()),
        }
        for line in one.paragraphs
        if line.change != "moved"
    ]  # fmt: skip
    return {"text": one, "lines": lines, "claims": sorted(one.claims, key=_place)}


def _place(claim: dict[str, Any]) -> tuple[int, str, str, str]:
    """Claims in the order of the text; the view has none."""
    return claim["paragraph"] or 0, claim["kind"], claim["change"], str(claim["event_id"])
