"""Render a digest as one HTML page that needs nothing else: no script, no font, no picture."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from timeline.digests.activity import svg_bars
from timeline.digests.formats._html_style import POLICY, STYLE
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
from timeline.model.moments import iso_text
from timeline.model.periods import day_label
from timeline.model.text_fragment import linked
from timeline.model.visible_text import visible

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from timeline.digests import Citation, CitedArticle, Digest, OccurrenceLine, Section, StatementLine


def render(digest: Digest) -> str:
    """The digest as an HTML document; entries have the anchor ``e-<event id>``, sources ``source-<number>``."""
    title = escape(digest.title)
    picture = svg_bars(digest.activity) if digest.activity and digest.sections else ""
    lines = [
        "<!doctype html>",
        '<html lang="en">',
        "<head>",
        '<meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>{title}</title>",
        f"<style>{STYLE}</style>",
        "</head>",
        "<body>",
        f"<header><h1>{title}</h1><p>{escape(' · '.join(counts(digest)))}</p>{picture}</header>",
        "<main>",
        *(line for section in digest.sections for line in _section(section, why=digest.request.why)),
        *([] if digest.sections else [f"<p>{empty_text(digest)}</p>"]),
        "</main>",
        *(_footer(digest) if digest.sections else ()),
        "</body>",
        "</html>",
    ]
    return visible("\n".join(lines)) + "\n"


def link(article: CitedArticle) -> str | None:
    """Where the article is to be read, if anywhere; a link from an article's own data must not run anything."""
    return linked(article.url)


def _section(section: Section, *, why: bool) -> Iterator[str]:
    label = escape(section.label)
    yield "<section>"
    yield "<h2>" + (label if section.day is None else f'<time datetime="{section.day}">{label}</time>') + "</h2>"
    if why and (reason := section_scores(section)):
        yield f"<p><small>{reason}</small></p>"
    for entry in section.occurrences:
        yield _entry(entry, section, why=why)
    for saying in section.statements:
        yield _saying(saying, section)
    yield "</section>"


def _entry(entry: OccurrenceLine, section: Section, *, why: bool) -> str:
    words = f"<p>{_own_time(entry, section)}{escape(occurrence_text(entry))}</p>"
    return f'<article id="{_anchor(entry.citations)}">{words}{_foot(entry, section, why=why)}</article>'


def _saying(saying: StatementLine, section: Section) -> str:
    before, speaker, after = said_text(saying)
    name = f"<b>{escape(speaker)}</b>" if speaker else "<em>not attributed</em>"
    words = f"<p>{_own_time(saying, section)}{escape(before)}{name}{escape(after)}</p>"
    return f'<blockquote id="{_anchor(saying.citations)}">{words}{_foot(saying, section)}</blockquote>'


def _anchor(citations: tuple[Citation, ...]) -> str:
    return f"e-{escape(citations[0].event_id)}"


def _own_time(line: OccurrenceLine | StatementLine, section: Section) -> str:
    own, when = own_time(line, section), line.when
    if own is None:
        return ""
    moment = when.day if when.start is None else iso_text(when.start)
    return f'<time datetime="{moment}">{own}</time> — '


def _foot(line: OccurrenceLine | StatementLine, section: Section, *, why: bool = False) -> str:
    """Where it stands, and how its time is known."""
    how = escape("; ".join(remarks(line, section, why=why)))
    return f"<small>{_cited(places(line))}{f' · {how}' if how else ''}</small>"


def _cited(citations: Iterable[Citation]) -> str:
    return "; ".join(
        f'<a href="#source-{one.article.number}" data-start="{one.start}" data-end="{one.end}">'
        f"[{one.article.number}, ¶{one.paragraph}]</a> "
        f"<cite>{_linked(escape(_outlet(one.article)) + day_label(one.article.published), one.url)}</cite>"
        for one in citations
    )


def _linked(text: str, url: str | None) -> str:
    """The text, which leads to the words in the article where that is on the web."""
    return f'<a href="{escape(url)}">{text}</a>' if url else text


def _footer(digest: Digest) -> Iterator[str]:
    yield "<footer>"
    yield f"<p>{escape(LEGEND)}</p>"
    yield "<ol>"
    for article in digest.articles:
        yield f'<li id="source-{article.number}">{_article(article)}</li>'
    yield "</ol>"
    yield "</footer>"


def _article(article: CitedArticle) -> str:
    title = escape(article.title or article.key)
    url = link(article)
    cite = _linked(title, url)
    when = f'<time datetime="{article.published}">{day_label(article.published)}</time>'
    return f"<cite>{cite}</cite> — {escape(_outlet(article))}{when}"


def _outlet(article: CitedArticle) -> str:
    return f"{article.publisher}, " if article.publisher else ""
