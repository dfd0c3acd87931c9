"""Render a digest in Markdown (CommonMark)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from timeline.digests.activity import block_line, in_words
from timeline.digests.wording import (
    LEGEND,
    counts,
    empty_text,
    occurrence_text,
    own_time,
    places,
    remarks,
    said_text,
    section_scores,
)
from timeline.model.periods import day_label
from timeline.model.text_fragment import linked
from timeline.model.visible_text import visible

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from timeline.digests import Citation, CitedArticle, Digest, OccurrenceLine, Section, StatementLine

_SPECIAL = re.compile(r"[\\`*\[\]]|<(?=[^\s\d]|\d\S*@)|(?<!\w)_|_(?!\w)|~(?=~)|&(?=#?\w+;)")
_OPENING = re.compile(r"^(?:(>)|([#+=~-])(?=\s|$|[-=#+>~])|(\d{1,9})([.)])(?=\s|$|[-=#+>~]))")


def render(digest: Digest) -> str:
    """The digest as Markdown, ending with a newline."""
    parts = [f"# {escape(digest.title)}", f"_{' · '.join(counts(digest))}_"]
    if digest.activity and digest.sections:
        parts.append(f"`{block_line(digest.activity)}` _{in_words(digest.activity)}_")
    for section in digest.sections:
        parts.extend(_section(section, why=digest.request.why))
    if digest.sections:
        parts += ["---", f"_{LEGEND}_", "\n".join(_article(article) for article in digest.articles)]
        parts += _links(digest)
    else:
        parts.append(empty_text(digest))
    return visible("\n\n".join(parts)) + "\n"


def escape(text: str) -> str:
    """The text on one line, such that Markdown shows it as it is."""
    line = _SPECIAL.sub(r"\\\g<0>", " ".join(text.split()))
    return _OPENING.sub(_escaped_opening, line)


def _escaped_opening(found: re.Match[str]) -> str:
    sign = found[1] or found[2]
    return f"\\{sign}" if sign else f"{found[3]}\\{found[4]}"


def _section(section: Section, *, why: bool) -> Iterator[str]:
    yield f"## {escape(section.label)}"
    if why and (reason := section_scores(section)):
        yield f"_{reason}_"
    if section.occurrences:
        yield "\n".join(f"- {_entry(entry, section, why=why)}" for entry in section.occurrences)
    if section.statements:
        yield "\n>\n".join(f"> {_saying(saying, section)}" for saying in section.statements)


def _entry(entry: OccurrenceLine, section: Section, *, why: bool) -> str:
    return f"{_own_time(entry, section)}{escape(occurrence_text(entry))} {_foot(entry, section, why=why)}"


def _saying(saying: StatementLine, section: Section) -> str:
    before, speaker, after = said_text(saying)
    name = f"**{escape(speaker)}**" if speaker else "_not attributed_"
    return f"{_own_time(saying, section)}{_inside(before)}{name}{_inside(after)} {_foot(saying, section)}"


def _inside(text: str) -> str:
    """Escaped text within a line, with the blanks around it."""
    stripped = text.strip()
    at = text.find(stripped)
    return f"{text[:at]}{escape(stripped)}{text[at + len(stripped) :]}"


def _own_time(line: OccurrenceLine | StatementLine, section: Section) -> str:
    own = own_time(line, section)
    return f"_{own}_ — " if own else ""


def _foot(line: OccurrenceLine | StatementLine, section: Section, *, why: bool = False) -> str:
    """Where it stands, and how its time is known."""
    how = escape("; ".join(remarks(line, section, why=why)))
    return _cited(places(line)) + (f" _({how})_" if how else "")


def _cited(citations: Iterable[Citation]) -> str:
    """``[1, ¶3]; [2, ¶1]``: links where `_links` says where they lead."""
    return "; ".join(_label(one) for one in citations)


def _label(one: Citation) -> str:
    return f"[{one.article.number}, ¶{one.paragraph}]"


def _article(article: CitedArticle) -> str:
    title = escape(article.title or article.key)
    outlet = f"{escape(article.publisher)}, " if article.publisher else ""
    link = f" <{article.url}>" if linked(article.url) else ""
    return f"{article.number}. {title} — {outlet}{day_label(article.published)}{link}"


def _links(digest: Digest) -> list[str]:
    """Where the citations lead: Markdown takes ``[1, ¶3]`` for a link where a line says ``[1, ¶3]: <url>``."""
    lines = [line for section in digest.sections for line in section.lines]
    cited = {_label(one): one.url for line in reversed(lines) for one in reversed(places(line)) if one.url}
    return ["\n".join(f"{label}: <{url}>" for label, url in reversed(cited.items()))] if cited else []
