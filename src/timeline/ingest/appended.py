"""What an append came to, and how far it is."""

from __future__ import annotations

from collections import Counter
from typing import Self

from attrs import Factory, define, frozen

from timeline.errors import ExtractionError, TimelineError
from timeline.log.article_register import ItemOutcome


class Note(str):
    """
    A sentence about one article, and what is said of many.

    Attributes:
        kind: What follows the number of articles of which the same would be said.
    """

    __slots__ = ("kind",)
    kind: str

    def __new__(cls, sentence: str, *, kind: str) -> Self:
        """A sentence of that kind."""
        note = super().__new__(cls, sentence)
        note.kind = kind
        return note


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
        outcomes: Keys of articles with what became of each, in the order in which that was known; ``ignored`` are
            withdrawals of texts that the log does not hold, or holds a later one of.
        events: Appended events by type.
        failures: Inputs that could not be taken in, extractors that raised; everything else was appended.
        reasons: Those of them that are about an article that was read, as sentences by its key.
        notes: What was decided on the way and should be known.
        is_ahead: The log's last event is recorded after now.
    """

    outcomes: list[tuple[str, ItemOutcome]] = Factory(list)
    events: Counter[str] = Factory(Counter)
    failures: list[TimelineError] = Factory(list)
    reasons: dict[str, str] = Factory(dict)
    notes: list[str] = Factory(list)
    is_ahead: bool = False

    @property
    def ok(self) -> bool:
        """Nothing failed."""
        return not self.failures

    @property
    def published(self) -> int:
        """Articles that were not there."""
        return self._counted("published")

    @property
    def revised(self) -> int:
        """Articles with a new text."""
        return self._counted("revised")

    @property
    def unchanged(self) -> int:
        """Articles that were there already."""
        return self._counted("unchanged")

    @property
    def withdrawn(self) -> int:
        """Articles that their publisher took back."""
        return self._counted("withdrawn")

    @property
    def done(self) -> int:
        """Inputs dealt with."""
        return len(self.outcomes) + sum(not isinstance(failure, ExtractionError) for failure in self.failures)

    def fail(self, article: str, error: TimelineError) -> None:
        """Note that an article could not be taken in, or not be read by an extractor."""
        self.failures.append(error)
        self.reasons.setdefault(article, str(error))

    def _counted(self, outcome: ItemOutcome) -> int:
        return sum(each == outcome for _, each in self.outcomes)
