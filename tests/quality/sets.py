"""Load the annotated sets: each article with its gold and with what the extractors read in it."""

from __future__ import annotations

import gzip
import hashlib
import json
from collections import defaultdict
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from attrs import frozen

from timeline import extract
from timeline.events.codec import to_data
from timeline.model.article import Article

if TYPE_CHECKING:
    from collections.abc import Iterator

FOLDER = Path(__file__).parent / "data"
CHECKSUMS = FOLDER / "SHA256SUMS"

Row = dict[str, Any]
"""A gold row, or the payload of an event: the published form of an event is the form of gold."""


@frozen(kw_only=True)
class Case:
    """
    An annotated article.

    Attributes:
        text: What all spans point into.
        published: The publication day.
        gold: The article's gold row.
        found: Payloads of what was read, by event type; a type that was not read is an empty list.
    """

    text: str
    published: date
    gold: Row
    found: dict[str, list[Row]]


def load(collection: str) -> Iterator[Case]:
    """
    The articles of a collection (a folder, and those below it), sorted by set and in the order of the file.

    Raises:
        ExtractionError: An extractor raised.
    """
    for path in sorted((FOLDER / collection).rglob("gold.json*")):
        lines = gzip.decompress((path.parent / "articles.jsonl.gz").read_bytes()).splitlines()
        articles = {row["id"]: row for row in map(json.loads, lines)}
        for gold in _gold(path):
            row = articles[gold["article"]]
            known = {name: row.get(name) for name in ("text", "published", "title", "source", "url", "language")}
            article = Article(key=row["id"], **known)
            yield Case(text=article.text, published=article.day, gold=gold, found=read(article))


def changed() -> list[str]:
    """Files of the sets that are not those of SHA256SUMS, or are missing on either side."""
    listed = {name: digest for digest, name in map(str.split, CHECKSUMS.read_text("utf-8").splitlines())}
    kept = [path for pattern in ("*.gz", "gold.json*") for path in FOLDER.rglob(pattern)]
    found = {path.relative_to(FOLDER).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in kept}
    return sorted(name for name in listed.keys() | found.keys() if listed.get(name) != found.get(name))


def _gold(path: Path) -> list[Row]:
    """The rows of a gold file; a ``.json`` file is one row laid out to be read."""
    content = path.read_bytes()
    return [json.loads(content)] if path.suffix == ".json" else [json.loads(line) for line in content.splitlines()]


def read(article: Article) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = defaultdict(list)
    for event in extract(article):
        found[event.type].append(to_data(event))
    return found
