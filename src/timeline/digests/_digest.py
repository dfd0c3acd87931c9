"""This file defines a digest: what happened and who said what, in sections by time, each line with its citations."""

from __future__ import annotations

from datetime import date, datetime

from attrs import frozen

from timeline.digests._rows import Request


@frozen(kw_only=True)
class Source:
    """
    An article that is cited.

    Attributes:
        number: One-based, in the order of first citation.
    """

    number: int
    article: str
    title: str | None
    publisher: str | None
    published: date
    url: str | None


@frozen(kw_only=True)
class Citation:
    """
    Where a line stands.

    Attributes:
        event_id: The event it was read as.
        source: The article.
        paragraph: One-based.
        start: First code point in the article's text.
        end: End, exclusive.
    """

    event_id: str
    source: Source
    paragraph: int
    start: int
    end: int


@frozen(kw_only=True)
class When:
    """
    The time of a line, and how it is known.

    Attributes:
        label: In words: ``12 August 2024``, ``by 13 August 2024``, ``2022``.
        day: The calendar day under which it is filed: the first, or of a time without a beginning the last.
        by: It happened on that day or before: the text does not say when.
    """

    label: str
    day: date | None
    by: bool
    start: datetime | None
    end: datetime | None
    precision: str | None
    basis: str


@frozen(kw_only=True)
class Entry:
    """
    Something that happened, in the article's words.

    Attributes:
        text: Verbatim.
        score: How telling it is for its section (1 is the sum of all that was said); None where nothing was chosen.
        citations: Every place with these words, at least one.
    """

    text: str
    when: When
    modality: str
    place: str
    score: float | None
    citations: tuple[Citation, ...]


@frozen(kw_only=True)
class Saying:
    """
    What someone said, in the article's words.

    Attributes:
        speaker: The name, else the mention in the text; None when nobody in reach is named.
        cue: The reporting words, or None.
    """

    speaker: str | None
    manner: str
    cue: str | None
    quote: str
    when: When
    citations: tuple[Citation, ...]


@frozen(kw_only=True)
class Section:
    """
    A stretch of time.

    Attributes:
        label: In words.
        day: Its first day, or of a time without a beginning the last; None for what is undated.
        score: How salient it is: articles that mention it, later ones one and a half times; None where nothing was
            chosen.
    """

    label: str
    day: date | None
    score: float | None
    entries: tuple[Entry, ...]
    statements: tuple[Saying, ...]


@frozen(kw_only=True)
class Digest:
    """
    An answer, ready to be set in any format.

    Attributes:
        title: The topic and the range, in words.
        sections: In the order of time.
        sources: Every article cited, once, by number.
    """

    title: str
    request: Request
    sections: tuple[Section, ...]
    sources: tuple[Source, ...]
