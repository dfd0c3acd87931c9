"""An article was found to print another again."""

from __future__ import annotations

from typing import Literal

from timeline.events import Assertion, event

Kind = Literal["copy", "update", "series", "none"]


@event("copies_linked", version=1)
class CopiesLinked(Assertion):
    """
    By the rules of this version of the linker, an article is made of the words of an earlier one.

    Attributes:
        article: Key of the later one.
        of: Key of the earlier one.
        kind: ``copy``, printed again; ``update``, with figures of the same day that changed; ``series``, one form
            filled in anew; ``none``, what was said before no longer holds.
        shared: Of the runs of five words that either has, so many are in both, per mille; of a copy of a copy, with the
            one between them.
    """

    article: str
    of: str
    kind: Kind
    shared: int
