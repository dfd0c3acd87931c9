"""Reading articles with every extractor, beside one pass of a regular expression that finds words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import timeline

if TYPE_CHECKING:
    from bench.measuring import Stopwatch
    from bench.setting import Setting

UNIT = "words"
TOKEN = re.compile(r"\w+|[^\w\s]")


def _texts(setting: Setting) -> tuple[list[timeline.Article], int]:
    articles = [delivery.article for delivery in setting.later().deliveries(setting.appended)]
    return articles, sum(len(article.text.split()) for article in articles)


def ours(setting: Setting, watch: Stopwatch) -> int:
    """All extractors."""
    articles, words = _texts(setting)
    timeline.extract(articles[0])
    with watch:
        for article in articles:
            timeline.extract(article)
    return words


def tokens(setting: Setting, watch: Stopwatch) -> int:
    """Words and marks."""
    articles, words = _texts(setting)
    with watch:
        for article in articles:
            TOKEN.findall(article.text)
    return words


SIDES = {"timeline": ours, "one regex pass": tokens}
