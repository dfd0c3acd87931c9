"""What is exported: happenings and statements, each with every place where it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import quote

from timeline.digests.identity import tag
from timeline.digests.wording import clause_text
from timeline.model.clause import reporting_words
from timeline.model.periods import CLOCK_PRECISIONS, day_label, last_day, time_label
from timeline.model.text_fragment import cited_url, linked
from timeline.model.visible_text import one_line

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date, datetime


class Source(NamedTuple):
    """
    An article with its current text, or the one it had at the moment asked for.

    Attributes:
        key: Names it through all its revisions.
        published: The day where it was published.
        url: As it was given; `link` is what may be followed.
        language: BCP 47, when stated.
    """

    key: str
    title: str | None
    publisher: str | None
    published: date
    url: str | None
    authors: tuple[str, ...]
    language: str | None
    text: str

    @property
    def link(self) -> str | None:
        """Where it is to be read on the web, if anywhere."""
        return linked(self.url)

    @property
    def outlet(self) -> str:
        """Who printed it, else its key."""
        return self.publisher or self.key

    @property
    def uri(self) -> str:
        """Names it: its URL, else a URI of its key."""
        return self.link or tag("article", quote(self.key.encode("utf-8", "replace"), safe=""))


class Citation(NamedTuple):
    """
    Where it stands.

    Attributes:
        event_id: The event it was read as.
        paragraph: One-based.
        start: First code point in the article's text.
        end: End, exclusive.
        recorded_at: When the log learned it as it is now, naive UTC.
    """

    event_id: str
    source: Source
    paragraph: int
    start: int
    end: int
    recorded_at: datetime

    @property
    def quote(self) -> str:
        """The words of the article, verbatim."""
        return self.source.text[self.start : self.end]

    @property
    def label(self) -> str:
        """``The Quay Post, 13 May 2031, ¶4``; of an unknown outlet the title, else the key."""
        name = self.source.publisher or self.source.title or self.source.key
        return f"{one_line(name)}, {day_label(self.source.published)}, ¶{self.paragraph}"

    @property
    def full_label(self) -> str:
        """The same behind the title."""
        title, named = self.source.title, self.source.publisher
        return f"{one_line(title)}, {self.label}" if title and named else self.label

    @property
    def url(self) -> str | None:
        """Opens the article at these words; None where it is nowhere on the web."""
        return cited_url(self.source.link, self.source.text, self.start, self.end)


class Extent(NamedTuple):
    """
    When something happened: half-open, naive UTC, None where it is open.

    Attributes:
        basis: What it was read from; of ``publication`` is known only that it had happened by then.
    """

    start: datetime | None
    end: datetime | None
    precision: str | None
    basis: str | None = None

    @property
    def label(self) -> str:
        """In words: ``12 August 2024``, ``by 13 August 2024``, ``2022``."""
        return time_label(self.start, self.end, self.precision)

    @property
    def clock(self) -> bool:
        """The time of day is known."""
        return self.precision in CLOCK_PRECISIONS and self.start is not None and self.end is not None

    @property
    def days(self) -> tuple[date, date] | None:
        """First and last day; of an open time the one that is known; None of what is undated."""
        last = None if self.end is None else last_day(self.end)
        first = last if self.start is None else self.start.date()
        return None if first is None else (first, first if last is None else max(first, last))


class Happening(NamedTuple):
    """
    Something that happened or is planned, in an article's words.

    Attributes:
        text: Verbatim.
        subject: Names behind a pronoun that opens the text.
        kind: happening, planned, state, speech or boilerplate.
        place: headline, body or caption.
        salience: How much it counts as a happening, per mille.
        correction: Why somebody corrected it, and who.
        citations: Every place that says so in these words, earliest first; at least one.
    """

    when: Extent
    text: str
    subject: tuple[str, ...]
    kind: str
    modality: str
    place: str
    salience: int
    participants: tuple[str, ...]
    places: tuple[str, ...]
    correction: str | None
    citations: tuple[Citation, ...]

    @property
    def words(self) -> str:
        """The text on one line, behind the names that a pronoun stands for, with … where a sentence was cut."""
        return one_line(clause_text(self.text, self.subject, self.place))


class Statement(NamedTuple):
    """
    What someone said, in an article's words.

    Attributes:
        speaker: By name; None when nobody in reach is named.
        source_mention: The words that name them.
        cue: The reporting words.
        manner: direct, indirect or mixed.
        quote: Verbatim; pieces joined by " / ".
        about: People, places and bodies named in it.
        citations: Every place that reports it, the fullest wording first; at least one.
    """

    when: Extent
    speaker: str | None
    source_mention: str | None
    cue: str | None
    manner: str
    modality: str
    quote: str
    about: tuple[str, ...]
    correction: str | None
    citations: tuple[Citation, ...]

    @property
    def who(self) -> str:
        """The name, else the words for them."""
        return one_line(self.speaker or self.source_mention or "not attributed")

    @property
    def words(self) -> str:
        """What was said, on one line; in quotation marks when every word is quoted."""
        quote = one_line(" ".join(self.quote.split()))
        bare = self.manner == "direct" and not quote.startswith(tuple("\"'“‘«"))
        return f"“{quote}”" if bare else quote

    @property
    def line(self) -> str:
        """Who said how what, on one line."""
        return f"{self.who} {one_line(reporting_words(self.cue))}".rstrip() + f": {self.words}"


class Told(NamedTuple):
    """
    An answer to be written in a format.

    Attributes:
        title: The topic and the range, in words.
        happenings: In the order of time.
        statements: In the order of time; empty unless the format has ``STATEMENTS``.
    """

    title: str
    happenings: tuple[Happening, ...]
    statements: tuple[Statement, ...] = ()

    @property
    def sources(self) -> tuple[Source, ...]:
        """Every article that is cited, once, in the order of first citation."""
        return tuple({one.source.key: one.source for one in _citations((*self.happenings, *self.statements))}.values())

    @property
    def recorded_at(self) -> datetime | None:
        """When the last of it was recorded; None of nothing."""
        moments = (one.recorded_at for one in _citations((*self.happenings, *self.statements)))
        return max(moments, default=None)


def _citations(lines: Iterable[Happening | Statement]) -> Iterable[Citation]:
    return (one for line in lines for one in line.citations)
