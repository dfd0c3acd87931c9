"""Cite an event: its words, where they stand, and a link that opens there, in the styles of others."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple

from timeline.errors import NotFound, QueryError
from timeline.json_text import json_text
from timeline.model.periods import day_label
from timeline.model.span import Span
from timeline.model.text_fragment import cited_url
from timeline.model.visible_text import one_line

if TYPE_CHECKING:
    from timeline.model.article import Article
    from timeline.provenance.explanation import Explanation

MARKDOWN = re.compile(r"[\\`*_\[\]<>#]")
TEX = {
    "\\": r"\textbackslash{}", "{": r"\{", "}": r"\}", "$": r"\$", "&": r"\&", "%": r"\%", "#": r"\#", "_": r"\_",
    "~": r"\textasciitilde{}", "^": r"\textasciicircum{}",
}  # fmt: skip
"""What TeX would take for more than text."""


class Cited(NamedTuple):
    """
    What is cited.

    Attributes:
        event_id: The event that was read from it.
        quote: The words of the article, on one line.
        paragraph: One-based.
        url: Opens the article at these words; None where it is nowhere on the web.
    """

    event_id: str
    article: Article
    quote: str
    paragraph: int
    url: str | None

    @property
    def outlet(self) -> str:
        """Who printed it; where neither that nor a title is known, the article's key; else empty."""
        return one_line(self.article.source or ("" if self.article.title else self.article.key))

    @property
    def title(self) -> str:
        """The headline; empty where there is none."""
        return one_line(self.article.title or "")

    @property
    def authors(self) -> list[str]:
        """Their names."""
        return [one_line(name) for name in self.article.authors]


def cite(found: Explanation, style: str = "text") -> str:
    """
    The citation of an event in a style of `STYLES`, ending with a newline.

    Raises:
        NotFound: It stands in no article, or its text was erased.
        QueryError: No such style.
    """
    write = STYLES.get(style)
    if write is None:
        raise QueryError(f"no citation style {style!r}; there are {', '.join(STYLES)}.")
    if found.article is None or not (spans := _spans(found)):
        raise NotFound(f"event {found.recorded.event_id} has no words in an article: there is nothing to cite.")
    start, end = min(span.start for span in spans), max(span.end for span in spans)
    text = found.article.text
    quote = one_line(" ".join(text[start:end].split()))
    url = cited_url(found.article.url, text, start, end)
    return write(Cited(str(found.recorded.event_id), found.article, quote, found.paragraph or 1, url)) + "\n"


def _spans(found: Explanation) -> list[Span]:
    """Where what was said or what happened stands; not the cue, and not what dates it."""
    value = getattr(found.event, "content", None) or getattr(found.event, "span", None)
    return [value] if isinstance(value, Span) else list(value or ())


def _where(cited: Cited) -> str:
    outlet = f"{cited.outlet}, " if cited.outlet else ""
    return f"{outlet}{day_label(cited.article.day)}, ¶{cited.paragraph}"


def _text(cited: Cited) -> str:
    by = f"{', '.join(cited.authors)}: " if cited.authors else ""
    title = f"{cited.title}. " if cited.title else ""
    link = f" {cited.url}" if cited.url else ""
    return f"“{cited.quote}” — {by}{title}{_where(cited)}.{link}"


def _markdown(cited: Cited) -> str:
    title = _plain(cited.title or cited.outlet)
    linked = f"[{title}](<{cited.url}>)" if cited.url else title
    by = f"{_plain(', '.join(cited.authors))}: " if cited.authors else ""
    return f"> {_plain(cited.quote)}\n>\n> — {by}{linked}, {_plain(_where(cited))}"


def _plain(text: str) -> str:
    return MARKDOWN.sub(r"\\\g<0>", text)


def _bibtex(cited: Cited) -> str:
    day = cited.article.day
    name = re.sub(r"[^a-z0-9]", "", cited.outlet.lower())[:20] or "article"
    fields = {
        "author": " and ".join(f"{{{_tex(author)}}}" for author in cited.authors),
        "title": f"{{{_tex(cited.title)}}}" if cited.title else "",
        "journal": _tex(cited.outlet),
        "year": str(day.year),
        "month": str(day.month),
        "day": str(day.day),
        "url": cited.url or "",
        "note": f"\\P {cited.paragraph}: ``{_tex(cited.quote)}''",
    }
    lines = [f"  {field} = {{{value}}}," for field, value in fields.items() if value]
    return "\n".join([f"@article{{{name}{day.year}-{cited.event_id[:8]},", *lines, "}"])


def _csl(cited: Cited) -> str:
    day = cited.article.day
    item: dict[str, Any] = {
        "id": cited.event_id,
        "type": "article-newspaper",
        "title": cited.title or None,
        "container-title": cited.outlet or None,
        "author": [{"literal": name} for name in cited.authors] or None,
        "issued": {"date-parts": [[day.year, day.month, day.day]]},
        "URL": cited.url,
        "language": cited.article.language,
        "note": f"¶{cited.paragraph}: {cited.quote}",
    }
    return json_text([{name: value for name, value in item.items() if value}], indent=1)


STYLES = {"text": _text, "md": _markdown, "bibtex": _bibtex, "csl": _csl}
"""What writes a citation: a line, Markdown, a BibTeX entry, CSL-JSON (Zotero, Pandoc)."""


def _tex(text: str) -> str:
    return "".join(TEX.get(character, character) for character in text)
