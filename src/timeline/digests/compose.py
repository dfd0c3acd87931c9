"""Compose a digest from rows: file them under sections, group what is said in the same words, cite."""

from __future__ import annotations

from collections import defaultdict
from datetime import date, time
from operator import attrgetter
from typing import TYPE_CHECKING, TypeVar

from timeline.digests.activity import activity
from timeline.digests.candidates import matches_topic
from timeline.digests.deduplicate import best_first, same_happening, told_by, without_retold
from timeline.digests.digest import Citation, CitedArticle, Digest, LineTime, OccurrenceLine, Section, StatementLine
from timeline.digests.request import MentionRow, OccurrenceRow, Request, StatementRow
from timeline.digests.salience import pick_periods, pick_statements, same_words
from timeline.digests.sections import (
    UNDATED,
    SectionKey,
    of_occurrence,
    of_statement,
    overlaps,
    period_section,
    section_key,
)
from timeline.model.periods import Period, day_label, days_label, period_end
from timeline.model.text_fragment import cited_url

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from timeline.digests.salience import PeriodPicks
    from timeline.digests.scores import Choice, Salience

    StatementsOf = Callable[[list[date] | None], Iterable[StatementRow]]

Row = TypeVar("Row", OccurrenceRow, StatementRow)


LISTED_COMMAS = 3
"""A title with so many commas or more lists what several stories are about."""

_place = attrgetter("published", "article", "span_start", "span_end", "event_id")
"""Rows stand in the order of publication, then of the text."""


class _Draft:
    """A section before its articles are numbered: groups of rows with the same words, occurrences with their scores."""

    def __init__(self, salience: Salience | None = None) -> None:
        self.salience = salience
        self.entries: list[tuple[Sequence[OccurrenceRow], Choice | None]] = []
        self.statements: list[list[StatementRow]] = []

    @property
    def size(self) -> int:
        """How many lines there are."""
        return len(self.entries) + len(self.statements)


def compose(
    request: Request,
    occurrences: Iterable[OccurrenceRow],
    statements: Iterable[StatementRow] | StatementsOf = (),
    mentions: Iterable[MentionRow] | None = None,
) -> Digest:
    """
    The digest of these rows; the same rows in any order give the same digest.

    Args:
        request: What is wanted.
        occurrences: Those that overlap the range. Where something is chosen, those that state a day in the range, and
            the first `timeline.digests.LEAD_SENTENCES` sentences of articles published in it or the day after it;
            others are not used, and with *mentions* those about the topic are enough.
        statements: Those that overlap the range; or where to get those of the days that are chosen, given all days of
            their periods, or None when nothing is chosen. Of those the first
            `timeline.digests.STATEMENTS_PER_ARTICLE` of each article are enough.
        mentions: Which articles mention which days of the range, for ranking days; by default what *occurrences* state.
    """
    about = matches_topic(request)
    rows = sorted([row for row in occurrences if about(_told(row, request))], key=_place)
    if request.min_sources is not None:
        rows = told_by(rows, request.min_sources)
    # what is not about it was left out already
    whatever = request._replace(about=(), and_about=(), not_about=())
    picked = pick_periods(whatever, rows, mentions) if request.chooses else []
    periods = picked or None  # where no day is stated, longer times are told
    if callable(statements):
        statements = statements(None if periods is None else _days(periods, request.period))
    said = sorted([row for row in statements if about(_spoken(row))], key=_place)
    drafts = _everything(request, rows, said) if periods is None else _chosen(request, periods, said)
    if request.chooses and periods is None:
        drafts = _fullest(request, drafts)
    citations = _Citations()
    sections = tuple(_section(at, drafts[at], citations) for at in sorted(drafts))
    return Digest(
        title=request.title or title_of(request, (article.published for article in citations)),
        request=request,
        sections=sections,
        articles=tuple(citations),
        activity=activity(rows if request.chooses else [*rows, *said]),
    )


class _Citations:
    """The articles cited so far, each with the number it got when it was first cited."""

    def __init__(self) -> None:
        self._articles: dict[str, CitedArticle] = {}

    def __iter__(self) -> Iterator[CitedArticle]:
        return iter(self._articles.values())

    def cite(self, row: OccurrenceRow | StatementRow) -> Citation:
        """Where the row stands."""
        article = self._articles.get(row.article) or CitedArticle(
            number=len(self._articles) + 1,
            key=row.article,
            title=row.title,
            publisher=row.publisher,
            published=row.published,
            url=row.url,
        )
        self._articles[row.article] = article
        return Citation(
            event_id=row.event_id,
            article=article,
            paragraph=row.paragraph,
            start=row.span_start,
            end=row.span_end,
            recorded_at=row.recorded_at,
            correction=row.correction,
            url=cited_url(row.url, words := _verbatim(row), 0, len(words)),
        )


def _everything(
    request: Request, occurrences: Iterable[OccurrenceRow], statements: Sequence[StatementRow]
) -> dict[SectionKey, _Draft]:
    """All that lies in the range, by section; the same words at the same time are one line, and so is what is told."""
    drafts: defaultdict[SectionKey, _Draft] = defaultdict(_Draft)
    occurrences = without_retold(occurrences, statements)
    happened = map(best_first, same_happening(occurrences))
    for when, rows in sorted(((of_occurrence(rows[0]), rows) for rows in happened), key=_moment):
        if overlaps(when, request):
            drafts[section_key(when, request.period)].entries.append((rows, None))
    uttered = _grouped(statements, lambda row: (of_statement(row).label, *_utterance(row)))
    for when, said in sorted(((of_statement(rows[0]), rows) for rows in uttered), key=_moment):
        if overlaps(when, request):
            drafts[section_key(when, request.period)].statements.append(said)
    return dict(drafts)


def _fullest(request: Request, drafts: Mapping[SectionKey, _Draft]) -> dict[SectionKey, _Draft]:
    """The sections with most lines, at most so many, each with its first lines, at most so many."""
    lines, most = request.most_per_period, sorted(drafts, key=lambda at: -drafts[at].size)[: request.max_dates]
    for at in most:
        del drafts[at].entries[lines:], drafts[at].statements[lines:]
    return {at: drafts[at] for at in most}


def _days(periods: Iterable[PeriodPicks], period: Period) -> list[date]:
    """All days of periods."""
    spans = [(chosen.day, period_end(chosen.day, period)) for chosen in periods]
    return [date.fromordinal(day) for start, end in spans for day in range(start.toordinal(), end.toordinal() + 1)]


def _chosen(
    request: Request, periods: Sequence[PeriodPicks], statements: Sequence[StatementRow]
) -> dict[SectionKey, _Draft]:
    """The most salient periods; a sentence that was chosen cites everybody who says it in the same words."""
    drafts = {}
    said = pick_statements(request, statements, [period.day for period in periods])
    for period in periods:
        draft = drafts[period_section(period.day, request.period)] = _Draft(period.salience)
        picks = [(of_occurrence(picked.rows[0]), picked) for picked in period.picks]
        if request.by_days:
            picks.sort(key=_moment)
        draft.entries.extend((picked.rows, picked.choice) for _, picked in picks)
        draft.statements.extend(_grouped(said[period.day], _utterance))
    return drafts


def _section(at: SectionKey, draft: _Draft, citations: _Citations) -> Section:
    told = {same_words(rows[0].text) for rows, _ in draft.entries}
    entries = [_entry(rows, choice, citations) for rows, choice in draft.entries]
    unsaid = [rows for rows in draft.statements if rows[0].sentence is None or same_words(rows[0].sentence) not in told]
    statements = [_saying(rows, citations) for rows in unsaid]
    return Section(
        label=at.label,
        day=None if at == UNDATED else at.day,
        salience=draft.salience,
        occurrences=tuple(entries),
        statements=tuple(statements),
    )


def _entry(rows: Sequence[OccurrenceRow], choice: Choice | None, citations: _Citations) -> OccurrenceLine:
    first = rows[0]
    return OccurrenceLine(
        text=first.text,
        when=of_occurrence(first),
        modality=first.modality,
        place=first.place,
        choice=choice,
        citations=tuple(citations.cite(row) for row in rows),
        subject=tuple(first.subject),
    )


def _saying(rows: Sequence[StatementRow], citations: _Citations) -> StatementLine:
    first = rows[0]
    return StatementLine(
        speaker=first.speaker or first.source_mention or None,
        manner=first.manner,
        cue=first.cue_text or None,
        quote=first.quote,
        when=of_statement(first),
        citations=tuple(citations.cite(row) for row in rows),
        sentence=first.sentence,
    )


def _moment(dated: tuple[LineTime, object]) -> tuple[date, bool, time]:
    """Earlier times first, then "by" a day; of equals the order stays."""
    when = dated[0]
    return when.day or date.max, when.on_or_before, when.start.time() if when.start else time.max


def _grouped(rows: Iterable[Row], key: Callable[[Row], tuple[str, ...]]) -> list[list[Row]]:
    """Rows with the same key together, in the order of the first of each."""
    groups: dict[tuple[str, ...], list[Row]] = {}
    for row in rows:
        groups.setdefault(key(row), []).append(row)
    return list(groups.values())


def _utterance(row: StatementRow) -> tuple[str, ...]:
    """Who said what, for telling whether it is the same: two statements of one sentence are one line."""
    return row.speaker or row.source_mention or "", same_words(row.sentence or row.quote)


def _verbatim(row: OccurrenceRow | StatementRow) -> str:
    """Words that stand so in the article: the last piece of a quotation that the cue interrupts."""
    return row.text if isinstance(row, OccurrenceRow) else row.quote.rpartition(" / ")[2]


def _told(row: OccurrenceRow, request: Request) -> str:
    """What an occurrence is searched for a topic in: with its title, unless that is a list, where days are chosen."""
    titled = request.by_days and row.told and row.title is not None and row.title.count(",") < LISTED_COMMAS
    return f"{row.text}\n{row.title}" if titled else row.text


def _spoken(row: StatementRow) -> str:
    """What a statement is searched for a topic in: who said it, and what."""
    return "\n".join(filter(None, (row.speaker, row.source_mention, row.quote)))


def title_of(request: Request, published: Iterable[date]) -> str:
    """The topic, and the range asked for, else the days on which the articles were published."""
    published = sorted(published)
    since, until = request.since, request.until
    days = f"News of {days_label(published[0], published[-1])}" if published else "No news"
    if since and until:
        days = days_label(min(since, until), max(since, until))
    elif since:
        days = f"Since {day_label(since)}"
    elif until:
        days = f"Until {day_label(until)}"
    return f"{request.topic}: {days}" if request.topic else days
