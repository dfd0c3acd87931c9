"""
Score statements on articles whose texts we may not carry: gold is offsets, the reader brings the texts.

`python -m quality.elsewhere articles.jsonl` takes the articles whose text has the checksum of a gold row. The cues of
this gold are all of speech.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from quality import statements
from quality.sets import Case, read
from timeline.model.article import Article

if TYPE_CHECKING:
    from collections.abc import Iterator

GOLD = Path(__file__).parent / "elsewhere" / "cnn_lite.jsonl"


def gold() -> list[dict[str, Any]]:
    """The gold rows: article, sha256 of its text, length, statements with their spans."""
    return [json.loads(line) for line in GOLD.read_text("utf-8").splitlines()]


def cases(path: Path) -> Iterator[Case]:
    """The annotated articles that are in a file of articles, plain or gzipped."""
    rows = {row["sha256"]: row for row in gold()}
    data = path.read_bytes()
    for line in (gzip.decompress(data) if path.suffix == ".gz" else data).splitlines():
        given = json.loads(line)
        if row := rows.pop(hashlib.sha256(given["text"].encode()).hexdigest(), None):
            known = {name: given.get(name) for name in ("text", "published", "title", "source", "url", "language")}
            article = Article(key=given["id"], **known)
            yield Case(text=article.text, published=article.day, gold=row, found=read(article))


def main() -> None:
    """Print the figures."""
    found = list(cases(Path(sys.argv[1])))
    sys.stdout.write(f"{len(found)} of {len(gold())} annotated articles\n")
    for name, value in statements.score(found).items():
        sys.stdout.write(f"{name:<10}{value:8.3f}\n")


if __name__ == "__main__":
    main()
