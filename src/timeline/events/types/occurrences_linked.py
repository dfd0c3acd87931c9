"""Two reports were found to tell of one happening."""

from __future__ import annotations

from uuid import UUID

from timeline.events import Assertion, event


@event("occurrences_linked", version=1)
class OccurrencesLinked(Assertion):
    """
    By the rules of this version of the linker, a reported occurrence is a happening that was reported before.

    Attributes:
        occurrence: Id of the later event.
        happening: Id of the earliest event that reports it; of the occurrence itself when it is no other's any more.
        score: How much they are alike, per mille.
    """

    occurrence: UUID
    happening: UUID
    score: int
