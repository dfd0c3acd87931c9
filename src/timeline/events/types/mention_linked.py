"""A name was linked to a person."""

from __future__ import annotations

from timeline.events import Assertion, event


@event("mention_linked", version=1)
class MentionLinked(Assertion):
    """
    By the rules of this version of the linker, a name stands for a person.

    Attributes:
        name: The name, as articles give it.
        article: Key of the only article where that is so; null: wherever the name stands.
        person: Whose it is: the name that the person goes by; the name itself when it is nobody else's any more.
    """

    name: str
    article: str | None = None
    person: str
