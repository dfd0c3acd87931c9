"""
Links that open a page at the words that are cited: text fragments, ``#:~:text=prefix-,start,end,-suffix``.

A browser searches the page for the words, whole ones, whatever their case, scrolls there and highlights them (WICG,
"URL Fragment Text Directives"). It takes the first place that fits, so words that stand in the article before are told
apart by what is around them.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import quote

if TYPE_CHECKING:
    from collections.abc import Iterator

EXACT_CHARS = 300
"""Characters of the longest words that are given whole; of longer ones the beginning and the end are."""

ENDS_WORDS = 5
"""Words at either end of a range."""

CONTEXT_WORDS = (3, 6, 12, 24)
"""Words of context before and behind, more where fewer would fit an earlier place."""

WEB = re.compile(r"https?://[^\s<>\\\"\x00-\x20\x7f-\x9f]+", re.IGNORECASE)
BLANKS = re.compile(r"\s+")


class _Directive(NamedTuple):
    """What a browser looks for: words before, the beginning, the end (where there is one), words behind."""

    before: str
    start: str
    end: str
    behind: str

    @property
    def text(self) -> str:
        """As it is written into a URL."""
        parts = [f"{_encoded(self.before)}-" if self.before else "", _encoded(self.start)]
        parts += [_encoded(self.end), f"-{_encoded(self.behind)}" if self.behind else ""]
        return ",".join(filter(None, parts))

    @property
    def pattern(self) -> re.Pattern[str]:
        """Finds, in a text whose blanks are single, where it fits."""
        before, start, end, behind = (re.escape(part.casefold()) for part in self)
        found = f"{before} ?(?P<start>{start})" if before else f"(?P<start>{start})"
        found = rf"(?<!\w){found}" + (f".*?{end}" if end else "")
        return re.compile((f"{found} ?{behind}" if behind else found) + r"(?!\w)")


def linked(url: str | None) -> str | None:
    """The URL of a page on the web, to which a link may lead; None of anything else."""
    return url if url is not None and WEB.fullmatch(url) else None


def cited_url(url: str | None, text: str, start: int, end: int) -> str | None:
    """
    The URL of an article such that it opens at the words from *start* to *end* of its text.

    None where the article has no URL on the web. The text is as it was read; what the page has otherwise, as a caption
    between two paragraphs, is not found there, and then the link opens the page alone.
    """
    if linked(url) is None or url is None:
        return None
    directive = text_directive(text, start, end)
    if not directive:
        return url
    joint = "&text=" if ":~:" in url else ":~:text=" if "#" in url else "#:~:text="
    return f"{url}{joint}{directive}"


def text_directive(text: str, start: int, end: int) -> str:
    """What stands behind ``text=`` for the characters from *start* to *end*; empty where they hold no word."""
    lines = [line for line in map(_spaced, text[start:end].split("\n")) if line]
    if not lines:
        return ""
    first, last = lines[0].split(" "), lines[-1].split(" ")
    if len(lines) == 1 and (len(lines[0]) <= EXACT_CHARS or len(first) <= 2 * ENDS_WORDS):
        opening, closing = lines[0], ""
    else:
        opening, closing = " ".join(first[:ENDS_WORDS]), " ".join(last[-ENDS_WORDS:])
    place = len(_spaced(text[:start]).casefold())
    alone = found = _Directive("", opening, closing, "")
    for found in _candidates(text, start, end, alone):
        match = found.pattern.search(_folded(text))
        if match is None or abs(match.start("start") - place) <= 1:
            break
    return found.text


def _candidates(text: str, start: int, end: int, alone: _Directive) -> Iterator[_Directive]:
    """The words alone, then with more and more of what is around them, on either side in one line."""
    yield alone
    before = _spaced(text[:start].rpartition("\n")[2] or text[:start].rstrip().rpartition("\n")[2]).split(" ")
    behind = _spaced(text[end:].partition("\n")[0]).split(" ")
    for count in CONTEXT_WORDS:
        led = alone._replace(before=_context(before[-count:]))
        followed = alone._replace(behind=_context(behind[:count]))
        yield from (led, followed, led._replace(behind=followed.behind))


def _context(words: list[str]) -> str:
    """Words beside what is cited; nothing where there are only signs, which no browser takes for a word."""
    found = " ".join(words)
    return found if re.search(r"\w", found) else ""


@lru_cache(maxsize=4)  # one article is cited many times, one after the other
def _folded(text: str) -> str:
    """The text as a browser searches it."""
    return _spaced(text).casefold()


def _spaced(text: str) -> str:
    """The text as a page shows it: on one line, with single blanks."""
    return BLANKS.sub(" ", text).strip()


def _encoded(words: str) -> str:
    """Percent-encoded, also what has a meaning in the directive: ``-``, ``,`` and ``&``."""
    return quote(words.encode("utf-8", "replace"), safe="").replace("-", "%2D")
