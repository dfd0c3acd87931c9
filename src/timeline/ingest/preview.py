"""Say what appending articles would come to, without appending them."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from timeline.errors import InputError
from timeline.log.article_register import ERASED, ArticleRegister
from timeline.model.article import Article
from timeline.model.withdrawal import Withdrawal

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from timeline.log.article_register import ItemOutcome
    from timeline.log.event_log import EventLog

    Previewed = tuple[Article | Withdrawal, ItemOutcome] | InputError

GROUP = 64
"""Articles for which the log is opened once."""


def preview(log: EventLog, inputs: Iterable[Article | Withdrawal | InputError]) -> Iterator[Previewed]:
    """What would become of each input, in order; errors stand for what would be refused. Nothing is extracted."""
    register, each = ArticleRegister(), iter(inputs)
    while group := list(islice(each, GROUP)):
        articles = [item for item in group if isinstance(item, Article)]
        verdicts = iter(log.judged(articles, register))
        for item in group:
            if isinstance(item, InputError):
                yield item
                continue
            if isinstance(item, Withdrawal):
                yield item, "withdrawn"
                continue
            verdict = next(verdicts)
            yield InputError(ERASED.format(item.key)) if verdict == "erased" else (item, verdict)
