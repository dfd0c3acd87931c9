"""
Append articles: extract from each and commit them in the order they came.

Group commit: extractors run on groups of articles that are not there yet, in worker processes when there are several
jobs, while one writer commits group after group. What fails is reported and stops nothing else.
"""

from __future__ import annotations

import gc
import os
import signal
import warnings
from collections import Counter, deque
from contextlib import contextmanager
from functools import partial
from threading import Thread
from typing import TYPE_CHECKING

from attrs import Factory, define, frozen

from timeline.errors import ExtractionError, InputError, LogError, TimelineError
from timeline.extractors import failures as extraction_failures
from timeline.extractors import run_extractors_on_all
from timeline.ingest.limits import MAX_SECONDS
from timeline.ingest.withdrawals import withdraw_articles
from timeline.log import clock
from timeline.log.append import ExtractedArticle, append_articles
from timeline.log.article_register import ERASED, ArticleRegister
from timeline.model.withdrawal import Withdrawal
from timeline.plugins import PluginWarning, discover, lazy_module
from timeline.store import session

if TYPE_CHECKING:
    import multiprocessing
    from collections.abc import Callable, Iterable, Iterator
    from concurrent import futures
    from concurrent.futures import Future

    from timeline.extractors import Extractions
    from timeline.log.append import Receipt
    from timeline.log.event_log import EventLog
    from timeline.model.article import Article

    Submit = Callable[[list[Article]], Future[list[Extractions]]]
else:
    multiprocessing = lazy_module("multiprocessing")
    futures = lazy_module("concurrent.futures")

GROUP_ARTICLES = 64
GROUP_CHARACTERS = 4_000_000
"""A commit holds at most so much text: group commit pays for itself long before, memory stays flat."""


SUPERSEDED = (
    "{0}: this text is there already, as the earlier revision {1}; current is {2}: to make it current again, append it"
    " with a later capture time, as by --captured now."
)


@frozen
class Progress:
    """How far an append is: inputs done, events appended."""

    done: int
    events: int


@define
class Appended:
    """
    What an append came to.

    Attributes:
        published, revised, unchanged: Articles by outcome.
        withdrawn: Articles that their publisher took back.
        events: Appended events by type.
        failures: Inputs that could not be taken in, extractors that raised; everything else was appended.
        notes: What was decided on the way and should be known.
        is_ahead: The log's last event is recorded after now.
    """

    published: int = 0
    revised: int = 0
    unchanged: int = 0
    withdrawn: int = 0
    events: Counter[str] = Factory(Counter)
    failures: list[TimelineError] = Factory(list)
    notes: list[str] = Factory(list)
    is_ahead: bool = False

    @property
    def ok(self) -> bool:
        """Nothing failed."""
        return not self.failures

    @property
    def done(self) -> int:
        """Inputs dealt with."""
        refused = sum(not isinstance(failure, ExtractionError) for failure in self.failures)
        return self.published + self.revised + self.unchanged + self.withdrawn + refused


def append(
    log: EventLog,
    inputs: Iterable[Article | Withdrawal | InputError],
    *,
    jobs: int = 1,
    max_seconds: float | None = MAX_SECONDS,
    progress: Callable[[Progress], None] | None = None,
    finish: Callable[[], object] = lambda: None,
) -> Appended:
    """
    Append articles in input order, whatever the number of jobs; *finish* is called at the end.

    Withdrawals are recorded behind all articles, as it is by their times that they stand or do not.

    An article for which extractors take more CPU time than *max_seconds* is appended, and they have failed for it.
    The last commit and what *finish* does are one opening of the file, which extraction is not waited for in.

    Raises:
        LogError: The log cannot be written; groups committed before stay.
    """
    appended, register, claimed = Appended(), ArticleRegister(), set[str]()
    withdrawals: list[Withdrawal] = []
    with _workers(jobs, max_seconds) as submit:
        waiting: deque[tuple[list[Article], Future[list[Extractions]]]] = deque()
        for group in _groups(inputs, appended.failures, withdrawals):
            _note_claims(group, claimed, appended.notes)
            fresh = log.unseen(group, register)
            _note_superseded(group, fresh, register, appended.notes)
            erased = [article.key for article in group if register.is_erased(article.key)]
            appended.failures += [InputError(ERASED.format(key)) for key in erased]
            appended.unchanged += len(group) - len(fresh) - len(erased)
            waiting.append((fresh, submit(fresh)))
            while len(waiting) > 2 * jobs:
                _commit(log, *waiting.popleft(), appended, progress)
        while len(waiting) > 1:
            _commit(log, *waiting.popleft(), appended, progress)
        for _, extractions in waiting:
            extractions.result()
        with session.block(log.path):
            for articles, extractions in waiting:
                _commit(log, articles, extractions, appended, progress)
            if withdrawals:
                appended.withdrawn, stood = withdraw_articles(log, withdrawals, appended.notes)
                appended.unchanged += stood
            finish()
    return appended


def _commit(
    log: EventLog,
    articles: list[Article],
    extractions: Future[list[Extractions]],
    appended: Appended,
    progress: Callable[[Progress], None] | None,
) -> None:
    extracted = [ExtractedArticle(*pair) for pair in zip(articles, extractions.result(), strict=True)]
    for receipt in _append_group(log, extracted, appended.failures):
        appended.published += receipt.outcome == "published"
        appended.revised += receipt.outcome == "revised"
        appended.unchanged += receipt.outcome == "unchanged"
        appended.events.update(row.type for row in receipt.rows)
        if receipt.rows and clock.is_ahead(at := receipt.rows[-1].recorded_at) and not appended.is_ahead:
            appended.is_ahead = True
            appended.notes.append(clock.AHEAD.format(at))
    for each in extracted:
        appended.failures += extraction_failures(each.article.key, each.extractions)
    if progress is not None:
        progress(Progress(appended.done, appended.events.total()))


def _append_group(log: EventLog, extracted: list[ExtractedArticle], failures: list[TimelineError]) -> list[Receipt]:
    """One commit; when one article cannot be written, each on its own, so that the others are."""
    if not extracted:
        return []
    try:
        return append_articles(log, extracted)
    except LogError:
        raise
    except Exception as error:  # noqa: BLE001 - whatever one article provokes is reported, the others are appended
        if len(extracted) > 1:
            return [receipt for each in extracted for receipt in _append_group(log, [each], failures)]
        refused = error if isinstance(error, InputError) else None
        failures.append(refused or InputError(f"{extracted[0].article.key} cannot be stored: {error}"))
        failures[-1].__cause__ = error.__cause__ if refused else error
        return []


def _groups(
    inputs: Iterable[Article | Withdrawal | InputError], failures: list[TimelineError], withdrawals: list[Withdrawal]
) -> Iterator[list[Article]]:
    """Articles to commit together; errors and withdrawals are put with others of their kind."""
    group: list[Article] = []
    size = 0
    for item in inputs:
        if isinstance(item, InputError):
            failures.append(item)
            continue
        if isinstance(item, Withdrawal):
            withdrawals.append(item)
            continue
        if group and size + len(item.text) > GROUP_CHARACTERS:
            yield group
            group, size = [], 0
        group.append(item)
        size += len(item.text)
        if len(group) == GROUP_ARTICLES:
            yield group
            group, size = [], 0
    if group:
        yield group


def _note_claims(group: list[Article], claimed: set[str], notes: list[str]) -> None:
    for article in group:
        if article.key in claimed:
            order = "by its capture time" if article.captured else "in the order given"
            notes.append(f"{article.key} was given more than once and recorded as revisions {order}.")
        claimed.add(article.key)


def _note_superseded(group: list[Article], fresh: list[Article], register: ArticleRegister, notes: list[str]) -> None:
    """Say of texts that are there but not current how they would be."""
    taken = {id(article) for article in fresh}
    known = ((article.key, register.superseded(article)) for article in group if id(article) not in taken)
    notes += [SUPERSEDED.format(key, *found) for key, found in known if found is not None]


@contextmanager
def _workers(jobs: int, max_seconds: float | None) -> Iterator[Submit]:
    work = partial(run_extractors_on_all, max_seconds=max_seconds)
    if jobs <= 1:

        def here(articles: list[Article]) -> Future[list[Extractions]]:
            future: Future[list[Extractions]] = futures.Future()
            future.set_result(work(articles))
            return future

        yield here
        return
    discover("extractors")  # what is wrong with one is said here, once
    pool = futures.ProcessPoolExecutor(jobs, multiprocessing.get_context("spawn"), _start_worker)
    try:
        yield lambda articles: pool.submit(work, articles)
    finally:
        pool.shutdown(cancel_futures=True)


def _start_worker() -> None:
    """
    Ctrl-C is the writer's to answer, and broken plug-ins its to name.

    Documents are dropped whole, so cycles are looked for less often.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with_writer, daemon=True).start()
    warnings.simplefilter("ignore", PluginWarning)
    gc.set_threshold(100_000)


def _end_with_writer() -> None:
    """A worker whose writer was killed would wait for work for ever."""
    if (writer := multiprocessing.parent_process()) is not None:
        writer.join()
        os._exit(1)
