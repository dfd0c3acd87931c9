"""A digest: what happened and who said what, in sections by time, each line with its citations."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from datetime import date, datetime

    from timeline.digests.request import Request
    from timeline.digests.scores import Choice, Salience


class CitedArticle(NamedTuple):
    """
    An article that is cited.

    Attributes:
        number: One-based, in the order of first citation.
    """

    number: int
    key: str
    title: str | None
    publisher: str | None
    published: date
    url: str | None


class Citation(NamedTuple):
    """
    Where a line stands.

    Attributes:
        event_id: The event it was read as.
        article: Which one.
        paragraph: One-based.
        start: First code point in the article's text.
        end: End, exclusive.
        recorded_at: When the event was recorded, naive UTC.
        correction: Why somebody corrected it, and who; None where nobody did.
        url: Opens the article at these words; None where it is nowhere on the web.
    """

    event_id: str
    article: CitedArticle
    paragraph: int
    start: int
    end: int
    recorded_at: datetime
    correction: str | None = None
    url: str | None = None


class LineTime(NamedTuple):
    """
    The time of a line, and how it is known.

    Attributes:
        label: In words: ``12 August 2024``, ``by 13 August 2024``, ``2022``.
        day: The calendar day under which it is filed: the first, or of a time without a beginning the last.
        on_or_before: It happened on that day or before: the text does not say when.
    """

    label: str
    day: date | None
    on_or_before: bool
    start: datetime | None
    end: datetime | None
    precision: str | None
    basis: str


class OccurrenceLine(NamedTuple):
    """
    Something that happened, in the article's words.

    Attributes:
        text: Verbatim.
        subject: Whose name a pronoun that opens it stands for.
        choice: How telling it is for its section; None where nothing was chosen.
        citations: Every place with these words, at least one.
    """

    text: str
    when: LineTime
    modality: str
    place: str
    choice: Choice | None
    citations: tuple[Citation, ...]
    subject: tuple[str, ...] = ()


class StatementLine(NamedTuple):
    """
    What someone said, in the article's words.

    Attributes:
        speaker: The name, else the mention in the text; None when nobody in reach is named.
        cue: The reporting words, or None.
        sentence: The sentence or sentences of the article that hold the words; None where the log has none.
    """

    speaker: str | None
    manner: str
    cue: str | None
    quote: str
    when: LineTime
    citations: tuple[Citation, ...]
    sentence: str | None = None


class Section(NamedTuple):
    """
    A stretch of time.

    Attributes:
        label: In words.
        day: Its first day, or of a time without a beginning the last; None for what is undated.
        salience: How much it matters; None where nothing was chosen.
    """

    label: str
    day: date | None
    salience: Salience | None
    occurrences: tuple[OccurrenceLine, ...]
    statements: tuple[StatementLine, ...]

    @property
    def lines(self) -> tuple[OccurrenceLine | StatementLine, ...]:
        """What happened, then what was said."""
        return *self.occurrences, *self.statements


class Activity(NamedTuple):
    """
    How many articles were published, over time.

    Attributes:
        first: First day.
        last: Last day.
        days: Length of each stretch.
        articles: How many of each stretch are told of, stretch by stretch.
    """

    first: date
    last: date
    days: int
    articles: tuple[int, ...]


class Digest(NamedTuple):
    """
    An answer, ready to be rendered in any format.

    Attributes:
        title: The topic and the range, in words.
        sections: In the order of time.
        articles: Every article cited, once, by number.
        activity: Articles with occurrences about it, or statements where nothing is chosen, by day of publication;
            None of fewer than two days.
    """

    title: str
    request: Request
    sections: tuple[Section, ...]
    articles: tuple[CitedArticle, ...]
    activity: Activity | None
