"""
Load corpora: the examples of a language layer or an extractor.

They stand in `tests/corpus/<name>.toml`, and in `tests/corpus/<name>/*.toml` where there are many.
"""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import attrs
import pytest

from timeline.language.document import Document
from timeline.model.article import Article

FOLDER = Path(__file__).parent / "corpus"


@attrs.frozen(kw_only=True)
class Example:
    """
    A text and what is to be read in it.

    Attributes:
        why: The fact it shows.
        text: The article.
        published: Publication day; the file's own ``published`` where the example has none.
        expected: All other keys of the example's table, as they stand in the file.
        captured: Day on which the text was seen; at midnight UTC.
        fails: Why it is not read rightly yet; it must then fail.
    """

    why: str
    text: str
    published: date
    expected: dict[str, Any]
    fails: str | None = None
    captured: date | None = None

    @property
    def document(self) -> Document:
        """A new document over the text."""
        captured = self.captured and self.captured.isoformat()
        return Document(Article(key="corpus", text=self.text, published=self.published, captured=captured))


def load(name: str) -> list[Example]:
    """The examples of a corpus in the order of its files."""
    found = []
    for path in (FOLDER / f"{name}.toml", *sorted((FOLDER / name).glob("*.toml"))):
        corpus = tomllib.loads(path.read_text("utf-8"))
        for table in corpus["example"]:
            known = {key: table.pop(key) for key in ("why", "text", "fails", "captured") if key in table}
            published = table.pop("published", corpus["published"])
            found.append(Example(**known, published=published, expected=table))
    return found


def cases(name: str) -> list[Any]:
    """The examples of a corpus as parameters of a test; known failures must fail."""
    return [
        pytest.param(example, id=example.why, marks=[pytest.mark.xfail(reason=example.fails)] if example.fails else [])
        for example in load(name)
    ]
