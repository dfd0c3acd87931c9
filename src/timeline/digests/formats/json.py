"""Render a digest as JSON: days with entries and statements, each with its citations."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from timeline.model.moments import iso_text
from timeline.model.visible_text import escaped_json

if TYPE_CHECKING:
    from collections.abc import Iterable

    from timeline.digests import (
        Activity,
        Citation,
        CitedArticle,
        Digest,
        LineTime,
        OccurrenceLine,
        Section,
        StatementLine,
    )


def render(digest: Digest) -> str:
    """
    ``{"title", "activity", "days": [{"date", "entries": [{"text"}], "statements": []}], "undated", "sources"}``.

    A day stands once. It is the first of its section, or of a time without a beginning the last; ``when``, ``start``,
    ``end`` (half-open), ``precision`` and ``basis`` of each line say more.
    """
    days: dict[str, dict[str, Any]] = {}
    undated: dict[str, Any] = {"entries": [], "statements": []}
    why = digest.request.why
    for section in digest.sections:
        into = undated
        if section.day is not None:
            day = section.day.isoformat()
            into = days.setdefault(day, _day(day, section, why=why))
        into["entries"] += [_entry(entry, why=why) for entry in section.occurrences]
        into["statements"] += [_saying(saying) for saying in section.statements]
    data = {
        "title": _text(digest.title),
        "activity": _text(_activity(digest.activity)),
        "days": _rows(days.values()),
        "undated": _text(undated),
        "sources": _rows(_article(article) for article in digest.articles),
    }
    return "{\n" + ",\n".join(f"{_text(name)}: {value}" for name, value in data.items()) + "\n}\n"


def _rows(values: Iterable[Any]) -> str:
    """A list, one line for each of its values."""
    rows = ",\n".join(map(_text, values))
    return f"[\n{rows}\n]" if rows else "[]"


def _text(value: Any) -> str:
    return escaped_json(json.dumps(value, ensure_ascii=False))  # with an indent it takes ten times as long


def _activity(activity: Activity | None) -> dict[str, Any] | None:
    """Articles by day of publication, in stretches of so many days."""
    if activity is None:
        return None
    return {"first": activity.first.isoformat(), "days": activity.days, "articles": list(activity.articles)}


def _day(day: str, section: Section, *, why: bool) -> dict[str, Any]:
    salience = section.salience
    score: dict[str, Any] = {} if salience is None else {"score": salience.score}
    if salience is not None and why:
        score["why"] = {"rank": salience.rank, "articles": salience.articles, "later": salience.later}
    return {"date": day, "label": section.label} | score | {"entries": [], "statements": []}


def _entry(entry: OccurrenceLine, *, why: bool) -> dict[str, Any]:
    choice = entry.choice
    score: dict[str, Any] = {} if choice is None else {"score": round(choice.score, 6)}
    if choice is not None and why:
        score["why"] = {"rank": choice.rank, "gain": round(choice.gain, 6), "candidates": choice.candidates}
    about = {"modality": entry.modality, "place": entry.place}
    subject: dict[str, Any] = {"subject": list(entry.subject)} if entry.subject else {}
    return {"text": entry.text} | subject | _when(entry.when) | about | score | _cited(entry.citations)


def _saying(saying: StatementLine) -> dict[str, Any]:
    said = {"speaker": saying.speaker, "cue": saying.cue, "manner": saying.manner, "quote": saying.quote}
    sentence = {"sentence": saying.sentence} if saying.sentence else {}
    return said | sentence | _when(saying.when) | _cited(saying.citations)


def _when(when: LineTime) -> dict[str, Any]:
    times = {"when": when.label, "start": iso_text(when.start), "end": iso_text(when.end)}
    return times | {"precision": when.precision, "basis": when.basis}


def _cited(citations: tuple[Citation, ...]) -> dict[str, Any]:
    return {
        "citations": [
            {
                "source": one.article.number,
                "article": one.article.key,
                "published": one.article.published.isoformat(),
                "paragraph": one.paragraph,
                "span": [one.start, one.end],
                "event": one.event_id,
                **({"url": one.url} if one.url else {}),
                **({"correction": one.correction} if one.correction else {}),
            }
            for one in citations
        ]
    }


def _article(article: CitedArticle) -> dict[str, Any]:
    return {
        "number": article.number,
        "article": article.key,
        "title": article.title,
        "publisher": article.publisher,
        "published": article.published.isoformat(),
        "url": article.url,
    }
