"""
Score web pages: the day, the minute and the text of what the reader makes of them, against gold.

`python -m quality.web_pages` scores our own pages and, where they are, those in TIMELINE_PAGES or
../shared/data/html_pages, which we may not carry.
A folder has its pages and `gold.jsonl`: {file, title, published, authors, body, url, ...}.
"""

from __future__ import annotations

import json
import os
import sys
import time
from collections import Counter
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from attrs import frozen

from quality.scores import f1, ratio
from timeline.errors import InputError
from timeline.model.article import Article
from timeline.model.moments import Moment, naive_utc, parse_moment
from timeline.readers import read_articles

if TYPE_CHECKING:
    from collections.abc import Iterator

OWN = Path(__file__).parent / "pages"
SHARED = Path(os.environ.get("TIMELINE_PAGES", Path(__file__).parents[3] / "shared" / "data" / "html_pages"))

LENGTH = 10
"""Characters of the sequences that two texts are compared by."""

ENGLISH = ("au", "ca", "nz", "uk", "us")


@frozen(kw_only=True)
class Page:
    """
    A page with its gold row and what was read.

    Attributes:
        read: The article, or why there is none.
    """

    gold: dict[str, Any]
    read: Article | InputError

    @property
    def is_english(self) -> bool:
        """By its country, where gold names it, else by its language."""
        country = self.gold.get("country")
        return country in ENGLISH if country else self.gold.get("language") in {None, "en"}


def pages(folder: Path) -> Iterator[Page]:
    """The pages of a folder, in the order of its gold."""
    for line in (folder / "gold.jsonl").read_text("utf-8").splitlines():
        gold = json.loads(line)
        (read,) = read_articles([str(folder / gold["file"])])
        yield Page(gold=gold, read=read)


def score(read: list[Page]) -> dict[str, float]:
    """Shares of pages that were read, whose day and minute are right, and the mean F1 of their texts."""
    articles = [(page, page.read) for page in read if isinstance(page.read, Article)]
    bodies = [body_f1(article.text, page.gold["body"]) for page, article in articles]
    english = [value for value, (page, _) in zip(bodies, articles, strict=True) if page.is_english]
    golds = [(parse_moment(page.gold["published"]), article.published) for page, article in articles]
    return {
        "read": ratio(len(articles), len(read)),
        "day": ratio(sum(_same_day(*pair) for pair in golds), len(read)),
        "minute": ratio(sum(_same_minute(*pair) for pair in golds), len(read)),
        "body": ratio(sum(bodies), len(read)),
        "english_body": ratio(sum(english), sum(page.is_english for page in read)),
    }


def body_f1(found: str, gold: str) -> float:
    """F1 of the sequences of `LENGTH` characters, blanks single."""
    one, other = _sequences(found), _sequences(gold)
    return f1((one & other).total(), one.total(), other.total())


def _sequences(text: str) -> Counter[str]:
    line = " ".join(text.split())
    return Counter(line[at : at + LENGTH] for at in range(max(1, len(line) - LENGTH + 1)))


def _day(moment: Moment) -> date:
    return moment.date() if isinstance(moment, datetime) else moment


def _same_day(gold: Moment, found: Moment) -> bool:
    """By the publisher's clock, or by that of UTC where both have one."""
    return _day(gold) == _day(found) or naive_utc(gold).date() == naive_utc(found).date()


def _same_minute(gold: Moment, found: Moment) -> bool:
    return abs((naive_utc(gold) - naive_utc(found)).total_seconds()) < 60


def main() -> None:
    """Print the figures of each folder that is there."""
    for folder in (OWN, SHARED):
        if (folder / "gold.jsonl").exists():
            began = time.process_time()
            read = list(pages(folder))
            seconds = time.process_time() - began
            sys.stdout.write(f"{folder.name}: {len(read)} pages, {len(read) / seconds:.1f} a second\n")
            sys.stdout.write("".join(f"  {name:<14}{value:8.3f}\n" for name, value in score(read).items()))


if __name__ == "__main__":
    main()
