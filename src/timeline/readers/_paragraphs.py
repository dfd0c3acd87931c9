"""
The paragraphs of HTML, or of what is written like it, as a reader sees them.

Of its own, as the parser of the standard library takes time with the square of the length where markup does not end.
"""

from __future__ import annotations

import re
from html import unescape


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


BLOCKS = _words("""
    address article aside blockquote body caption center dd details dialog div dl dt fieldset figure footer form
    h1 h2 h3 h4 h5 h6 header hr html legend li main menu nav ol p pre section summary table tbody td tfoot th thead
    tr ul block body.content body.head hl1 hl2
""")
"""Elements that begin and end a paragraph: those of HTML, then those of NITF."""

UNSEEN = _words("""
    head script style figcaption noscript template svg math iframe object select textarea button audio video canvas
    media media-caption
""")
"""Elements of which nothing is body text."""

VOID = _words("area base br col embed hr img input link meta source track wbr")
"""Elements that have no end."""

TOKEN = re.compile(
    r"""
    (?P<text>[^<]++)
    | <!--.*?(?:-->|\Z)
    | <!\[CDATA\[(?P<verbatim>.*?)(?:\]\]>|\Z)
    | <[!?][^>]*+>?
    | <(?P<end>/?)(?P<tag>[A-Za-z][^\s/>]*+)(?P<attributes>(?:[^>"']|"[^"]*+"|'[^']*+')*+)>?
    | (?P<sign><)
    """,
    re.VERBOSE | re.DOTALL,
)
RAW = {tag: re.compile(rf".*?(?=</{tag}\b|\Z)", re.IGNORECASE | re.DOTALL) for tag in ("script", "style")}
"""What is in elements that hold no markup, by their names."""

ATTRIBUTE = re.compile(r"""([^\s=/>"']++)(?:\s*+=\s*+("[^"]*+"|'[^']*+'|[^\s>]++))?""")
CONCEALS = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
LONG_REFERENCE = re.compile("&#(?:[0-9]{8,}|[xX][0-9a-fA-F]{8,});?")
SEEN = re.compile(r"[^\s\u00ad\u034f\u200b-\u200f\u2060\ufeff]")
"""A character that shows; newsletters fill the line that a mail program previews with those that do not."""


def paragraphs(markup: str) -> str:
    """
    The text of HTML: paragraphs with a blank line between them, lines where ``<br>`` ends them.

    Scripts, styles and what a page hides are left out; blanks are one space, as a browser shows them. Markup that is
    not well formed is read as far as it goes.
    """
    page, place = _Page(), 0
    while found := TOKEN.match(markup, place):
        place = found.end()
        if tag := (found["tag"] or "").lower().rpartition(":")[2]:
            if found["end"]:
                page.end(tag)
            else:
                page.begin(tag, found["attributes"])
                raw = RAW[tag].match(markup, place) if tag in RAW and not found["attributes"].endswith("/") else None
                place = raw.end() if raw else place
        elif found["verbatim"]:
            page.add(found["verbatim"])
        else:
            page.add(unescape(LONG_REFERENCE.sub("\ufffd", found["text"] or found["sign"] or "")))
    return page.text()


class _Page:
    """Collects what is seen between the beginnings and ends of blocks."""

    def __init__(self) -> None:
        self._done: list[str] = []
        self._open: list[str] = []
        self._unseen = ""
        self._depth = 0
        self._preformatted = 0

    def begin(self, tag: str, attributes: str) -> None:
        """Begin a block, a line, or what is not seen."""
        is_whole = attributes.endswith("/") or tag in VOID
        if tag == "body":
            self._unseen = ""
        if self._unseen:
            self._depth += tag == self._unseen and not is_whole
        elif not is_whole and (tag in UNSEEN or (attributes and _is_hidden(attributes))):
            if tag in BLOCKS:
                self._end_paragraph()
            self._unseen, self._depth = tag, 1
        elif tag == "br":
            self._open.append("\n")
        elif tag in BLOCKS:
            self._end_paragraph()
            self._preformatted += tag == "pre"

    def end(self, tag: str) -> None:
        """End a block, or what is not seen."""
        if self._unseen:
            self._depth -= tag == self._unseen
            self._unseen = self._unseen if self._depth else ""
        elif tag in BLOCKS:
            self._end_paragraph()
            self._preformatted = max(0, self._preformatted - (tag == "pre"))

    def add(self, text: str) -> None:
        """Take text that is seen."""
        if not self._unseen:
            self._open.append(text if self._preformatted else re.sub(r"\s+", " ", text))

    def _end_paragraph(self) -> None:
        if not self._open:
            return
        lines = [" ".join(line.split()) for line in "".join(self._open).split("\n")]
        parts = re.split(r"\n{2,}", "\n".join(lines))
        self._done += [part.strip() for part in parts if SEEN.search(part)]
        self._open = []

    def text(self) -> str:
        """What was collected."""
        self._end_paragraph()
        return "\n\n".join(self._done)


def _is_hidden(attributes: str) -> bool:
    stated = ((name.lower(), value or "") for name, value in ATTRIBUTE.findall(attributes))
    return any(name == "hidden" or (name == "style" and CONCEALS.search(value)) for name, value in stated)
