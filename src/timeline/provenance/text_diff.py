"""What differs between two texts: words within a line, and lines within a text."""

from __future__ import annotations

import re
from collections import Counter
from difflib import SequenceMatcher
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, Literal, NamedTuple

from attrs import frozen

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

FIGURE = re.compile(r"\d+(?:[.,:]\d+)*")
TOKEN = re.compile(r"\d+(?:[.,:]\d+)*|\w+(?:['’]\w+)*|\s+|[^\w\s]")
"""A figure, a word, blanks, or a mark."""

WORD = re.compile(r"\w+")

ALIKE = 0.5
"""Lines that share half of their words are one line, changed; else one is gone and one is new."""

FEW_WORDS = 2
"""Fewer words between two changes are shown as changed with them: that reads better than word by word."""

Kind = Literal["same", "gone", "new"]


class Piece(NamedTuple):
    """Words of a line that are in both texts, or in one."""

    kind: Kind
    text: str


@frozen
class LineChange:
    """
    A line that differs.

    Attributes:
        change: Only in the second text, only in the first, in both in other words, or in another place.
        before, after: Its words in the first and in the second text.
        before_number, after_number: One-based, of the line in each.
    """

    change: Literal["added", "removed", "changed", "moved"]
    before: str | None
    after: str | None
    before_number: int | None
    after_number: int | None


def pieces(before: str, after: str) -> list[Piece]:
    """A line with what is gone from it and what is new, in the order of reading; `gone` stands before `new`."""
    found: list[Piece] = []
    for same, stretch in groupby(_stretches(TOKEN.findall(before), TOKEN.findall(after)), key=itemgetter(0)):
        olds, news = zip(*((old, new) for _, old, new in stretch), strict=True)
        kinds: tuple[tuple[Kind, str], ...] = (("gone", "".join(olds)), ("new", "".join(news)))
        found += [Piece("same", "".join(olds))] if same else [Piece(kind, text) for kind, text in kinds if text]
    return found


def marked(before: str, after: str, *, around: int | None = None) -> str:
    """
    A line with what differs marked as ``[-gone-]{+new+}``.

    Args:
        before: The line as it was.
        after: The line as it is.
        around: Of what is the same, only so many words beside each change are kept.
    """
    if before == after:
        return after
    found = pieces(before, after)
    shown = []
    for place, piece in enumerate(found):
        if piece.kind == "same":
            shown.append(_shortened(piece.text, around, first=place == 0, last=place == len(found) - 1))
        else:
            shown.append(f"[-{piece.text}-]" if piece.kind == "gone" else f"{{+{piece.text}+}}")
    return "".join(shown)


def line_changes(before: Sequence[str], after: Sequence[str]) -> list[LineChange]:
    """What became of the lines of a text, in the order of the second text; what is gone stands where it stood."""
    blocks = SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
    kept = {a + step: c + step for tag, a, b, c, _ in blocks if tag == "equal" for step in range(b - a)}
    gone = [place for place in range(len(before)) if place not in kept]
    added = sorted({*range(len(after))} - {*kept.values()})
    changes: list[tuple[int, int, LineChange]] = []
    for old, new in _paired(before, after, [*gone], [*added]):
        moved = before[old] == after[new]
        changes.append((new, 0, LineChange("moved" if moved else "changed", before[old], after[new], old + 1, new + 1)))
        gone.remove(old)
        added.remove(new)
        if not moved:
            kept[old] = new
    changes += [(new, 0, LineChange("added", None, after[new], None, new + 1)) for new in added]
    for old in gone:
        above = next((kept[place] for place in range(old, -1, -1) if place in kept), -1)
        changes.append((above, old + 1, LineChange("removed", before[old], None, old + 1, None)))
    return [change for *_, change in sorted(changes, key=lambda found: found[:2])]


def _paired(
    before: Sequence[str], after: Sequence[str], gone: Collection[int], added: Collection[int]
) -> Iterator[tuple[int, int]]:
    """Places of lines that are one line in either text, those most alike first, each line once."""
    words = {(text, place): Counter(WORD.findall(lines[place].lower()))
             for text, lines, places in ((0, before, gone), (1, after, added)) for place in places}  # fmt: skip
    scored = [
        (-_likeness(words[0, old], words[1, new]), abs(new - old), old, new)
        for old, new in ((old, new) for old in gone for new in added)
    ]
    taken: set[tuple[int, int]] = set()
    for score, _, old, new in sorted(scored):
        if -score < ALIKE:
            return
        if not {(0, old), (1, new)} & taken:
            taken |= {(0, old), (1, new)}
            yield old, new


def _likeness(one: Counter[str], other: Counter[str]) -> float:
    """The words two lines share, of all they have: 0 to 1."""
    return 2 * (one & other).total() / max(one.total() + other.total(), 1)


def _stretches(old: list[str], new: list[str]) -> Iterator[tuple[bool, str, str]]:
    """Stretches that are the same or differ, few words between two that differ taken with them."""
    stretches: list[tuple[bool, str, str]] = []
    for tag, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        gone, added = "".join(old[a:b]), "".join(new[c:d])
        stretches.append((tag == "equal", gone, added))
    for place, (same, gone, added) in enumerate(stretches):
        inside = 0 < place < len(stretches) - 1
        yield same and not (inside and len(WORD.findall(gone)) < FEW_WORDS), gone, added


def _shortened(text: str, around: int | None, *, first: bool, last: bool) -> str:
    """A stretch that is the same, cut to its words next to the changes."""
    tokens = re.findall(r"\s*\S+\s*$|\s*\S+", text)
    if around is None or len(tokens) <= (around if first or last else 2 * around) + 1:
        return text
    head, tail = "" if first else "".join(tokens[:around]), "" if last else "".join(tokens[-around:])
    return f"{head} … {tail.lstrip()}" if head and tail else f"{head} …" if head else f"… {tail.lstrip()}"


def figures(before: str, after: str) -> tuple[list[str], list[str]]:
    """The figures, in digits, that stand in the one text alone and in the other alone, each as often as it does."""
    old, new = (Counter(FIGURE.findall(text)) for text in (before, after))
    return list((old - new).elements()), list((new - old).elements())
