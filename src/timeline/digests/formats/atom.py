"""Render a digest as an Atom feed (RFC 4287): one entry per line, its id that of the event."""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING

from timeline.digests.digest import OccurrenceLine
from timeline.digests.identity import line_recorded_at, recorded_at, request_key, tag
from timeline.digests.wording import counts, occurrence_text, own_time, places, remarks, said_text
from timeline.model.periods import day_label
from timeline.model.visible_text import visible

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from timeline.digests import Citation, Digest, Section, StatementLine

TITLE_CHARS = 100
"""Characters of a title."""

_NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def render(digest: Digest) -> str:
    """The digest as Atom; ``updated`` is when the log recorded the events, so an unchanged log gives the same bytes."""
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">',
        f"<id>{tag('digest', request_key(digest))}</id>",
        f"<title>{_text(digest.title)}</title>",
        f"<subtitle>{_text(' · '.join(counts(digest)))}</subtitle>",
        f"<updated>{_moment(recorded_at(digest))}</updated>",
        "<author><name>timeline</name></author>",
    ]
    for section in digest.sections:
        for line in section.lines:
            lines += _entry(line, section, why=digest.request.why)
    return visible("\n".join([*lines, "</feed>"])) + "\n"


def _entry(line: OccurrenceLine | StatementLine, section: Section, *, why: bool) -> Iterator[str]:
    first = line.citations[0]
    words = _words(line)
    yield "<entry>"
    yield f"<id>{tag('event', first.event_id)}</id>"
    yield f"<title>{_text(f'{_time(line, section)}: {_short(words)}')}</title>"
    yield f"<updated>{_moment(line_recorded_at(line))}</updated>"
    yield f"<author><name>{_text(first.article.publisher or first.article.key)}</name></author>"
    if url := first.url:
        yield f'<link rel="alternate" href="{_text(url)}"/>'
    how = "; ".join(remarks(line, section, why=why))
    cited = "; ".join(_cited(citation) for citation in places(line))
    content = f"<p>{escape(words)}</p><p><small>{cited}{f' · {escape(how)}' if how else ''}</small></p>"
    yield f'<content type="html">{_text(content)}</content>'
    yield "</entry>"


def _time(line: OccurrenceLine | StatementLine, section: Section) -> str:
    return own_time(line, section) or section.label


def _words(line: OccurrenceLine | StatementLine) -> str:
    """What is told, on one line."""
    if isinstance(line, OccurrenceLine):
        return occurrence_text(line)
    before, speaker, after = said_text(line)
    return f"{before}{speaker or 'not attributed'}{after}"


def _short(words: str) -> str:
    return words if len(words) <= TITLE_CHARS else words[: TITLE_CHARS - 1].rsplit(" ", 1)[0] + "…"


def _cited(citation: Citation) -> str:
    article = citation.article
    outlet = f"{article.publisher}, " if article.publisher else ""
    where = escape(f"{outlet}{day_label(article.published)}, ¶{citation.paragraph}")
    url = citation.url
    return f'<a href="{escape(url)}">{where}</a>' if url else where


def _text(text: str) -> str:
    """Text for XML, without the characters that it cannot hold."""
    return escape(_NO_XML.sub("\ufffd", text))


def _moment(moment: datetime) -> str:
    return f"{moment.isoformat()}Z"
