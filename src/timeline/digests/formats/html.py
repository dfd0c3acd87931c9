"""This file sets a digest as one HTML page that needs nothing else: no script, no font, no picture."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from timeline.digests.activity import bars
from timeline.digests.formats._html_style import STYLE
from timeline.digests.wording import LEGEND, counts, introduced, nothing, own_time, quoted, remarks, shown, why_day
from timeline.model.moments import iso_text
from timeline.model.periods import day_label

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from timeline.digests import Citation, Digest, Entry, Saying, Section, Source


def render(digest: Digest) -> str:
    """The digest as an HTML document; entries have the anchor ``e-<event id>``, sources ``source-<number>``."""
    title = escape(digest.title)
    picture = bars(digest.activity) if digest.activity and digest.sections else ""
    lines = [
        "<!doctype html>",
        '<html lang="en">',
        "<head>",
        '<meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>{title}</title>",
        f"<style>{STYLE}</style>",
        "</head>",
        "<body>",
        f"<header><h1>{title}</h1><p>{escape(' · '.join(counts(digest)))}</p>{picture}</header>",
        "<main>",
        *(line for section in digest.sections for line in _section(section, why=digest.request.why)),
        *([] if digest.sections else [f"<p>{nothing(digest)}</p>"]),
        "</main>",
        *(_footer(digest) if digest.sections else ()),
        "</body>",
        "</html>",
    ]
    return "\n".join(lines) + "\n"


def link(source: Source) -> str | None:
    """Where the article is to be read, if anywhere; a link from an article's own data must not run anything."""
    url = source.url
    return url if url is not None and url.lower().startswith(("http://", "https://")) else None


def _section(section: Section, *, why: bool) -> Iterator[str]:
    label = escape(section.label)
    yield "<section>"
    yield "<h2>" + (label if section.day is None else f'<time datetime="{section.day}">{label}</time>') + "</h2>"
    if why and (reason := why_day(section)):
        yield f"<p><small>{reason}</small></p>"
    for entry in section.entries:
        yield _entry(entry, section, why=why)
    for saying in section.statements:
        yield _saying(saying, section)
    yield "</section>"


def _entry(entry: Entry, section: Section, *, why: bool) -> str:
    words = f"<p>{_own_time(entry, section)}{escape(shown(entry))}</p>"
    return f'<article id="{_anchor(entry.citations)}">{words}{_foot(entry, section, why=why)}</article>'


def _saying(saying: Saying, section: Section) -> str:
    speaker = f"<b>{escape(saying.speaker)}</b>" if saying.speaker else "<em>not attributed</em>"
    words = f"<p>{_own_time(saying, section)}{speaker}{escape(introduced(saying))} {escape(quoted(saying))}</p>"
    return f'<blockquote id="{_anchor(saying.citations)}">{words}{_foot(saying, section)}</blockquote>'


def _anchor(citations: tuple[Citation, ...]) -> str:
    return f"e-{escape(citations[0].event_id)}"


def _own_time(line: Entry | Saying, section: Section) -> str:
    own, when = own_time(line, section), line.when
    if own is None or when.day is None:
        return "" if own is None else f"{own} — "
    moment = when.day if when.start is None else iso_text(when.start)
    return f'<time datetime="{moment}">{own}</time> — '


def _foot(line: Entry | Saying, section: Section, *, why: bool = False) -> str:
    """Where it stands, and how its time is known."""
    how = escape("; ".join(remarks(line, section, why=why)))
    return f"<small>{_cited(line.citations)}{f' · {how}' if how else ''}</small>"


def _cited(citations: Iterable[Citation]) -> str:
    return "; ".join(
        f'<a href="#source-{one.source.number}">[{one.source.number}]</a> '
        f"<cite>{escape(_outlet(one.source))}{day_label(one.source.published)}</cite>, "
        f"¶{one.paragraph}, {one.start}–{one.end}"
        for one in citations
    )


def _footer(digest: Digest) -> Iterator[str]:
    yield "<footer>"
    yield f"<p>{escape(LEGEND)}</p>"
    yield "<ol>"
    for source in digest.sources:
        yield f'<li id="source-{source.number}">{_source(source)}</li>'
    yield "</ol>"
    yield "</footer>"


def _source(source: Source) -> str:
    title = escape(source.title or source.article)
    url = link(source)
    cite = f'<a href="{escape(url)}">{title}</a>' if url else title
    when = f'<time datetime="{source.published}">{day_label(source.published)}</time>'
    return f"<cite>{cite}</cite> — {escape(_outlet(source))}{when}"


def _outlet(source: Source) -> str:
    return f"{source.publisher}, " if source.publisher else ""
