"""Compare the texts an article has had: by paragraph, and by what was read in them."""

from __future__ import annotations

from datetime import datetime
from itertools import pairwise
from typing import TYPE_CHECKING, Any
from uuid import UUID

from attrs import frozen

from timeline.errors import NotFound
from timeline.language.paragraphs import paragraphs
from timeline.projections.views import bind
from timeline.provenance.text_diff import LineChange, line_changes
from timeline.store.rows import Rows

if TYPE_CHECKING:
    from pathlib import Path


@frozen(kw_only=True)
class Revision:
    """
    A text of an article beside an earlier one.

    Attributes:
        article: Its key.
        number: Of this text, one-based; the first is the article as it was published.
        against: Of the text it is compared with; None of the first.
        title, title_before: Of the two texts.
        reported_at, recorded_at: When this text was printed and when it was logged, naive UTC.
        event_id: Of its event.
        paragraphs: Those that differ, in the order of this text.
        claims: The statements and happenings that are new, gone or changed: rows of ``queries/views/claim_diff.sql``.
    """

    article: str
    number: int
    title: str | None
    reported_at: datetime
    recorded_at: datetime
    event_id: UUID
    against: int | None = None
    title_before: str | None = None
    paragraphs: tuple[LineChange, ...] = ()
    claims: tuple[dict[str, Any], ...] = ()


def compare(
    path: Path, article: str, first: int | None = None, second: int | None = None, *, wait: float, **clocks: Any
) -> list[Revision]:
    """
    Every text beside the one printed before it, the first beside none; or only the *second* beside the *first*.

    Args:
        path: The log.
        article: Key of the article.
        first: Number of a text; where only the other is given, that of the first text.
        second: Number of a text; where only the other is given, that of the last.
        wait: Seconds to wait for another process.
        **clocks: *as_of*, *reported_until*.

    Raises:
        NotFound: No such article or text by the moments asked for.
    """
    texts = {row["revision"]: row for row in _rows(path, "texts", wait, article=article, **clocks)}
    if not texts:
        raise NotFound(f"no article {article!r}: `timeline articles` lists the keys; a withdrawn one needs --as-of.")
    for number in (first, second):
        if number is not None and number not in texts:
            raise NotFound(f"{article!r} has no revision {number}; it has {', '.join(map(str, texts))}.")
    earliest, *_, latest = [*texts, *texts]
    if first is not None or second is not None:
        return [_beside(path, texts[first or earliest], texts[second or latest], wait, clocks)]
    steps = [_beside(path, texts[old], texts[new], wait, clocks) for old, new in pairwise(texts)]
    return [Revision(**_own(texts[earliest])), *steps]


def _beside(path: Path, old: dict[str, Any], new: dict[str, Any], wait: float, clocks: dict[str, Any]) -> Revision:
    """What was read in a text is what holds of all that had been printed when it was."""
    claims = _rows(
        path, "claim_diff", wait, article=new["article"], as_of=clocks.get("as_of"),
        printed_after=old["reported_at"], reported_until=new["reported_at"],
    )  # fmt: skip
    changes = line_changes(_lines(old["text"]), _lines(new["text"]))
    return Revision(
        **_own(new), against=old["revision"], title_before=old["title"],
        paragraphs=tuple(line for line in changes if _bare(line.before) != _bare(line.after) or line.change == "moved"),
        claims=tuple(row for row in claims if row["kind"] != "article"),
    )  # fmt: skip


def _own(text: dict[str, Any]) -> dict[str, Any]:
    kept = {name: text[name] for name in ("article", "title", "reported_at", "recorded_at", "event_id")}
    return kept | {"number": text["revision"]}


def _lines(text: str) -> list[str]:
    """Its paragraphs; how wide a blank is does not tell two apart."""
    return [" ".join(span.cut(text).split()) for span in paragraphs(text)]


def _bare(line: str | None) -> str:
    """Its letters and marks: feeds lose and find blanks around links, which changes no word."""
    return (line or "").replace(" ", "")


def _rows(path: Path, view: str, wait: float, **parameters: Any) -> list[dict[str, Any]]:
    return Rows(path, *bind(view, parameters), wait=wait).dicts()
