"""SHA-256 of what an extractor prints, text by text."""

from __future__ import annotations

import gzip
import hashlib
import json
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import reading
from timeline.events.codec import to_data
from timeline.language.document import Document
from timeline.model.article import Article
from timeline.plugins import discover

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from timeline.events import Event

SETS = Path(__file__).parent.parent / "quality" / "data"
CORPORA = ("statements", "occurrences", "dates", "figures", "timexes", "names", "numbers", "sentences",
           "quotation_marks", "repeats")  # fmt: skip
"""Corpora whose examples are articles; a text that stands in several is pinned once."""

DIGITS = 16
"""Hexadecimal digits of a text's hash that are kept; the hash of a whole version is kept in full."""


def texts() -> Iterator[tuple[str, Article]]:
    """Name and article of everything that is pinned: annotated sets first, then examples of the corpora."""
    for path in sorted(SETS.rglob("articles.jsonl.gz")):
        collection = path.parent.relative_to(SETS).as_posix()
        for line in gzip.decompress(path.read_bytes()).splitlines():
            row = json.loads(line)
            known = {name: row.get(name) for name in ("text", "published", "title", "source", "url", "language")}
            yield f"{collection}/{row['id']}", Article(key=row["id"], **known)
    seen = set()
    for corpus in CORPORA:
        for example in reading.load(corpus):
            given = f"{example.published} {example.text}"
            name = f"corpus/{hashlib.sha256(given.encode()).hexdigest()[:DIGITS]}"
            if name not in seen:
                seen.add(name)
                yield name, Article(key="corpus", text=example.text, published=example.published)


def digest(events: Iterable[Event]) -> str:
    """Hash of events in order: type, version, payload (spans are part of it), evidence, time, rule, confidence."""
    lines = [json.dumps(_row(event), sort_keys=True, ensure_ascii=False, default=str) for event in events]
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()


def _row(event: Any) -> dict[str, Any]:
    return {
        "type": event.type, "version": event.version, "data": to_data(event), "evidence": [*map(list, event.evidence)],
        "occurred": [event.occurred.start, event.occurred.end, event.occurred.precision],
        "rule": event.rule, "confidence": event.confidence,
    }  # fmt: skip


@cache
def now() -> dict[str, dict[str, str]]:
    """By extractor and text: the hash of what this code prints."""
    extractors = discover("extractors")
    found: dict[str, dict[str, str]] = {name: {} for name in extractors}
    for name, article in texts():
        document = Document(article)
        for extractor, module in extractors.items():
            found[extractor][name] = digest(module.extract(document))
    return found


def versions() -> dict[str, int]:
    """By extractor: the version of this code."""
    return {name: module.VERSION for name, module in discover("extractors").items()}
