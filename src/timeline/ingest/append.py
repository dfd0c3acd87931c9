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
from collections import deque
from contextlib import contextmanager
from functools import partial
from threading import Thread
from typing import TYPE_CHECKING

from timeline.errors import InputError, LogError, LogLocked, TimelineError
from timeline.extractors import failures as extraction_failures
from timeline.extractors import run_extractors_on_all
from timeline.ingest.appended import Appended, Note, Progress
from timeline.ingest.languages import in_its_language
from timeline.ingest.limits import MAX_SECONDS
from timeline.ingest.withdrawals import withdraw_articles
from timeline.log import clock
from timeline.log.append import ExtractedArticle, append_articles
from timeline.log.article_register import ERASED, ArticleRegister
from timeline.model.withdrawal import Withdrawal
from timeline.plugins import PluginWarning, discover, lazy_module
from timeline.store import connections, session

if TYPE_CHECKING:
    import multiprocessing
    from collections.abc import Callable, Iterable, Iterator
    from concurrent import futures
    from concurrent.futures import Future

    from timeline.extractors import Extractions
    from timeline.log.append import Link, Receipt
    from timeline.log.article_register import Outcome
    from timeline.log.event_log import EventLog
    from timeline.model.article import Article

    Submit = Callable[[list[Article]], Future[list[Extractions]]]
    Judged = list[tuple[Article, Outcome]]
    Judge = Callable[..., Judged]
    Group = tuple[list[Article], Judged | None, list[Article], Future[list[Extractions]]]
else:
    multiprocessing = lazy_module("multiprocessing")
    futures = lazy_module("concurrent.futures")

GROUP_ARTICLES = 256
GROUP_CHARACTERS = 200_000
"""A commit holds no more, but at least one article: it takes a second or two, in which others wait."""
FEW_CHARACTERS = 20_000
"""Of so many extractors find what they find in about a tenth of a second, less than a turn of others takes."""

SUPERSEDED = (
    "{0}: this text is there already, as the earlier revision {1}; current is {2}: to make it current again, append it"
    " with a later capture time, as by --captured now."
)
SUPERSEDED_OFTEN = "texts are there already, as earlier revisions of their articles."


def append(
    log: EventLog,
    inputs: Iterable[Article | Withdrawal | InputError],
    *,
    jobs: int = 1,
    max_seconds: float | None = MAX_SECONDS,
    progress: Callable[[Progress], None] | None = None,
    link: Link | None = None,
    finish: Callable[[], object] = lambda: None,
) -> Appended:
    """
    Append articles in input order, whatever the number of jobs; *finish* is called at the end.

    What *link* says of the articles of a commit is part of it. Withdrawals are recorded behind all articles, as it is
    by their times that they stand or do not.

    An article for which extractors take more CPU time than *max_seconds* is appended, and they have failed for it.
    The last commit and what *finish* does are one opening of the file, which extraction is not waited for in.

    Raises:
        LogError: The log cannot be written; groups committed before stay.
    """
    appended, register, claimed, withdrawals = Appended(), ArticleRegister(), set[str](), list[Withdrawal]()
    judge = partial(_judged, log, register=register, appended=appended)
    commit = partial(_commit, log, judge=judge, appended=appended, progress=progress, link=link)
    with _workers(jobs, max_seconds) as submit:
        waiting: deque[Group] = deque()
        for group in _groups(inputs, appended.failures, withdrawals):
            _note_claims(group, claimed, appended.notes)
            with session.block(log.path):  # the file is opened once for both
                if len(waiting) >= 2 * jobs:
                    commit(*waiting.popleft())
                judged = _judged_at_once(judge, group)
            fresh = _fresh(judged) if judged is not None else [in_its_language(article, []) for article in group]
            waiting.append((group, judged, fresh, submit(fresh)))
        while len(waiting) > 1:
            commit(*waiting.popleft())
        for *_, extractions in waiting:
            extractions.result()
        with session.block(log.path):
            for each in waiting:
                commit(*each)
            if withdrawals:
                appended.outcomes += withdraw_articles(log, withdrawals, appended.notes)
            finish()
    return appended


def _commit(
    log: EventLog,
    articles: list[Article],
    judged: Judged | None,
    submitted: list[Article],
    extractions: Future[list[Extractions]],
    *,
    judge: Judge,
    appended: Appended,
    progress: Callable[[Progress], None] | None,
    link: Link | None,
) -> None:
    """Append a group and say what became of it; what it comes to is told now, of articles that were not *judged*."""
    found = dict(zip(submitted, extractions.result(), strict=True))
    if judged is None:
        with connections.writing(log.path, wait=log.wait):
            judged = judge(articles)
    extracted = [ExtractedArticle(article, found[article]) for article in _fresh(judged)]
    receipts = iter(_append_group(log, extracted, appended, link))
    for article, verdict in judged:
        receipt = None if verdict == "unchanged" else next(receipts)
        if receipt is not None:
            _note_receipt(receipt, appended)
        elif verdict == "unchanged":
            appended.outcomes.append((article.key, verdict))
    for each in extracted:
        for failure in extraction_failures(each.article.key, each.extractions):
            appended.fail(each.article.key, failure)
    if progress is not None:
        progress(Progress(appended.done, appended.events.total()))


def _note_receipt(receipt: Receipt, appended: Appended) -> None:
    appended.outcomes.append((receipt.article, receipt.outcome))
    appended.events.update(row.type for row in receipt.rows)
    if receipt.rows and clock.is_ahead(at := receipt.rows[-1].recorded_at) and not appended.is_ahead:
        appended.is_ahead = True
        appended.notes.append(clock.AHEAD.format(at))


def _append_group(
    log: EventLog, extracted: list[ExtractedArticle], appended: Appended, link: Link | None
) -> list[Receipt | None]:
    """One commit; when one article cannot be written, each on its own, so that the others are: its place is None."""
    if not extracted:
        return []
    try:
        return list(append_articles(log, extracted, link))
    except LogError:
        raise
    except Exception as error:  # noqa: BLE001 - whatever one article provokes is reported, the others are appended
        if len(extracted) > 1:
            return [receipt for each in extracted for receipt in _append_group(log, [each], appended, link)]
        refused = error if isinstance(error, InputError) else None
        key = extracted[0].article.key
        failure = refused or InputError(f"{key} cannot be stored: {error}")
        failure.__cause__ = error.__cause__ if refused else error
        appended.fail(key, failure)
        return [None]


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


def _judged_at_once(judge: Judge, group: list[Article]) -> Judged | None:
    """As `_judged`; None for a few articles if others have the file: extracting from them takes less than waiting."""
    if sum(len(article.text) for article in group) > FEW_CHARACTERS:
        return judge(group)
    try:
        return judge(group, wait=0)
    except LogLocked:
        return None


def _judged(
    log: EventLog, group: list[Article], *, wait: float | None = None, register: ArticleRegister, appended: Appended
) -> Judged:
    """The articles of a group with what appending them comes to; those that were erased are refused and left out."""
    judged: Judged = []
    for article, verdict in zip(group, log.judged(group, register, wait=wait), strict=True):
        if verdict == "erased":
            appended.fail(article.key, InputError(ERASED.format(article.key)))
            continue
        if verdict == "unchanged" and (found := register.superseded(article)) is not None:
            appended.notes.append(Note(SUPERSEDED.format(article.key, *found), kind=SUPERSEDED_OFTEN))
        is_fresh = verdict != "unchanged"
        judged.append((in_its_language(article, appended.notes) if is_fresh else article, verdict))
    return judged


def _fresh(judged: Judged) -> list[Article]:
    """The articles that are not there yet."""
    return [article for article, verdict in judged if verdict != "unchanged"]


def _note_claims(group: list[Article], claimed: set[str], notes: list[str]) -> None:
    for article in group:
        if article.key in claimed:
            order = "by its capture time" if article.captured else "in the order given"
            once = f"{article.key} was given more than once and recorded as revisions {order}."
            notes.append(Note(once, kind=f"articles were given more than once: taken as revisions {order}."))
        claimed.add(article.key)


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
