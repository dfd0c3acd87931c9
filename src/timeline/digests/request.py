"""The rows a digest is made of, and what is asked of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date, datetime

    from timeline.model.periods import Period


class Request(NamedTuple):
    """
    What a reader wants to see.

    Attributes:
        period: Length of a section; weeks begin on Monday.
        since: First day of the range, inclusive; None is open.
        until: Last day of the range, inclusive; None is open.
        about: Keywords or phrases; a sentence is about the topic when it contains any of them, whatever the case.
        and_about: Keywords or phrases that it contains, too, all of them.
        not_about: Keywords or phrases of which it contains none.
        max_dates: At most so many periods, the most salient ones.
        per_date: At most so many entries in each, the most telling ones; as many statements. None is all of them, or
            three where dates are chosen.
        min_sources: Only what so many articles tell that print no copy of each other; None: what one tells.
        speaker: Whose words, and whom the occurrences name. This and what follows is only shown: the rows are asked
            for by the caller.
        publisher: Which outlet.
        place: Where it happens: part of a place's name.
        story: Keys of the articles of one story, the earliest first; empty for all that is told.
        as_of: What was known then.
        reported_until: What had been printed then.
        recorded_after: Only what was recorded after this moment, the end of what an earlier digest told; naive UTC.
        recorded_at: When the newest event in the log was recorded, naive UTC.
        why: Show the scores by which days and sentences were chosen.
        title: What stands above it; by default the topic and the days.
        to: Of an e-mail: the addresses that it goes to, as ``desk@example.org`` or ``Desk <desk@example.org>``.
        sender: Of an e-mail: whom it is from.
        subject: Of an e-mail: by default the title.
    """

    period: Period = "day"
    since: date | None = None
    until: date | None = None
    about: tuple[str, ...] = ()
    and_about: tuple[str, ...] = ()
    not_about: tuple[str, ...] = ()
    max_dates: int | None = None
    per_date: int | None = None
    min_sources: int | None = None
    speaker: str | None = None
    publisher: str | None = None
    place: str | None = None
    story: tuple[str, ...] = ()
    as_of: datetime | date | None = None
    reported_until: datetime | date | None = None
    recorded_after: datetime | None = None
    recorded_at: datetime | None = None
    why: bool = False
    title: str | None = None
    to: tuple[str, ...] = ()
    sender: str | None = None
    subject: str | None = None

    @property
    def topic(self) -> str:
        """What it is about, in words; empty for everything."""
        named = ", ".join(filter(None, (self.speaker, self.publisher, self.place, *self.about)))
        narrowed = [*(f" and {words}" for words in self.and_about), *(f", not {words}" for words in self.not_about)]
        return "".join((named, *narrowed)).removeprefix(" and ").removeprefix(", ")

    @property
    def chooses(self) -> bool:
        """Not everything is wanted."""
        return self.max_dates is not None or self.per_date is not None

    @property
    def by_days(self) -> bool:
        """The lines of a period are chosen among its days: it is longer than one."""
        return self.chooses and self.period != "day"

    @property
    def most_per_period(self) -> int:
        """At most so many entries in each period, where something is chosen."""
        return 3 if self.per_date is None else self.per_date

    @property
    def ranged(self) -> bool:
        """A range of days is asked for; what is undated is not in it."""
        return self.since is not None or self.until is not None


class OccurrenceRow(NamedTuple):
    """
    One occurrence as ``queries/views/digest_occurrences.sql`` has it: the same columns in the same order.

    Offsets are code points into the article's text, times half-open naive UTC; for the rest see
    `timeline.events.types.occurrence_reported`.
    """

    event_id: str
    article: str
    title: str | None
    publisher: str | None
    published: date
    url: str | None
    text: str
    start: datetime | None
    end: datetime | None
    precision: str | None
    basis: str
    modality: str
    place: str
    paragraph: int
    sentence: int
    span_start: int
    span_end: int
    recorded_at: datetime
    correction: str | None = None
    subject: Sequence[str] = ()
    told: bool = True
    happening: str | None = None
    origin: str | None = None


class StatementRow(NamedTuple):
    """
    One statement as ``queries/views/digest_statements.sql`` has it: the same columns in the same order.

    The span runs from the first character of the content to its last; for the rest see
    `timeline.events.types.statement_reported`.
    """

    event_id: str
    article: str
    title: str | None
    publisher: str | None
    published: date
    url: str | None
    speaker: str | None
    source_mention: str | None
    manner: str
    quote: str
    cue_text: str | None
    said_from: datetime | None
    said_to: datetime | None
    said_precision: str | None
    said_basis: str
    paragraph: int
    span_start: int
    span_end: int
    recorded_at: datetime
    correction: str | None = None
    sentence: str | None = None


class MentionRow(NamedTuple):
    """
    An article mentions a day; each pair counts once however often it is handed in.

    Best taken from the dates mentioned, every time no longer than a day: on Timeline17 date-F1 is .68 with them, .67
    with the days of occurrences.
    """

    article: str
    published: date
    day: date
