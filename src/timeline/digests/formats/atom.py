"""This file sets a digest as an Atom feed (RFC 4287): one entry per line, its id that of the event."""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING

from timeline.digests.digest import Entry
from timeline.digests.formats.html import link
from timeline.digests.identity import key, line_recorded, recorded, tag
from timeline.digests.wording import counts, introduced, own_time, quoted, remarks, shown
from timeline.model.periods import day_label

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from timeline.digests import Citation, Digest, Saying, Section

LONGEST = 100
"""Characters of a title."""

_NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def render(digest: Digest) -> str:
    """The digest as Atom; ``updated`` is when the log recorded the events, so an unchanged log gives the same bytes."""
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">',
        f"<id>{tag('digest', key(digest))}</id>",
        f"<title>{_text(digest.title)}</title>",
        f"<subtitle>{_text(' · '.join(counts(digest)))}</subtitle>",
        f"<updated>{_moment(recorded(digest))}</updated>",
        "<author><name>timeline</name></author>",
    ]
    for section in digest.sections:
        for line in section.lines:
            lines += _entry(line, section, why=digest.request.why)
    return "\n".join([*lines, "</feed>"]) + "\n"


def _entry(line: Entry | Saying, section: Section, *, why: bool) -> Iterator[str]:
    first = line.citations[0]
    words = _words(line)
    yield "<entry>"
    yield f"<id>{tag('event', first.event_id)}</id>"
    yield f"<title>{_text(f'{_time(line, section)}: {_short(words)}')}</title>"
    yield f"<updated>{_moment(line_recorded(line))}</updated>"
    yield f"<author><name>{_text(first.source.publisher or first.source.article)}</name></author>"
    if url := link(first.source):
        yield f'<link rel="alternate" href="{_text(url)}"/>'
    how = "; ".join(remarks(line, section, why=why))
    cited = "; ".join(_cited(citation) for citation in line.citations)
    content = f"<p>{escape(words)}</p><p><small>{cited}{f' · {escape(how)}' if how else ''}</small></p>"
    yield f'<content type="html">{_text(content)}</content>'
    yield "</entry>"


def _time(line: Entry | Saying, section: Section) -> str:
    return own_time(line, section) or section.label


def _words(line: Entry | Saying) -> str:
    """What is told, on one line."""
    if isinstance(line, Entry):
        return shown(line)
    return f"{line.speaker or 'not attributed'}{introduced(line)} {quoted(line)}"


def _short(words: str) -> str:
    return words if len(words) <= LONGEST else words[: LONGEST - 1].rsplit(" ", 1)[0] + "…"


def _cited(citation: Citation) -> str:
    source = citation.source
    outlet = f"{source.publisher}, " if source.publisher else ""
    where = escape(f"{outlet}{day_label(source.published)}, ¶{citation.paragraph}, {citation.start}–{citation.end}")
    url = link(source)
    return f'<a href="{escape(url)}">{where}</a>' if url else where


def _text(text: str) -> str:
    """Text for XML, without the characters that it cannot hold."""
    return escape(_NO_XML.sub("\ufffd", text))


def _moment(moment: datetime) -> str:
    return f"{moment.isoformat()}Z"
