"""This file splits a sentence into clauses, as far as that matters for dating what happened."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal

from attrs import frozen

from timeline.extractors._lines import says_something
from timeline.span import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

Link = Literal["main", "relative", "after", "baseline", "beside", "content"]
"""How a clause hangs on what stands before it; from a baseline something is counted, content is what is said."""

OPENERS = (
    ("baseline", "since"),
    ("relative", "which|who|whom|whose|where"),
    ("after", "after|before|when|while|as|following|because|once"),
    (
        "beside",
        "but|although|though|whereas|saying|adding|noting|telling|having|and (?:then|later|in|on|has|had|is|was|will)",
    ),
)
"""Words that open a clause, by how it hangs on the one before."""
COMMA = "|".join(words for _, words in OPENERS)
BARE = "since|after|before|when|while|following|because"
VERBS = (
    "said|says|announced|announces|reported|stated|claimed|claims|argued|insisted|denied|confirmed|explained|wrote"
    "|believes?|warned|revealed|added|noted|predicted|estimated|acknowledged|admitted|told (?:\\w+ ){1,3}"
)
SUBJECT = "that|[A-Z]|the|it|he|she|they|his|her|its|their|a|an|there|we|I"
CONTENT = re.compile(rf"\b(?:{VERBS}) (?=(?:{SUBJECT})[ \w])|\b(?:{VERBS}) [^,;.:]{{3,40}}? (?=that )")
"""Up to where what is said begins."""
BOTH = re.compile(r" (?=and \w)")
BOUNDARY = re.compile(
    rf",[\"”’']* (?=(?:{COMMA})\b)|(?:;|:| [–—-]{{1,2}}) (?=\w)| (?=(?:{BARE}) (?!then\b|and\b|but\b))", re.IGNORECASE
)


@frozen
class Clause:
    """A part of a sentence, and how it hangs on the part before."""

    span: Span
    link: Link


def clauses(text: str, sentence: Span, times: Sequence[Span]) -> tuple[Clause, ...]:
    """
    Clauses of a sentence in order; together they cover it.

    Args:
        text: The article.
        sentence: Where the sentence stands.
        times: Time expressions in it; without any it is left whole. None is torn apart, and a part with little else
            belongs to the part before.
    """
    if not times:
        return (Clause(sentence, "main"),)
    found: list[Clause] = []
    start = sentence.start
    link: Link = "main"
    for at, following in _boundaries(text, sentence):
        part, rest = Span(start, at), Span(at, sentence.end)
        if any(time.start < at < time.end for time in times) or not says_something(text, rest, times):
            continue
        if following != "content" and not says_something(text, part, times):
            continue
        if following == "both" and not all(any(one.covers(time) for time in times) for one in (part, rest)):
            continue
        found.append(Clause(part.trimmed(text), link))
        start, link = at, "beside" if following == "both" else following
    found.append(Clause(Span(start, sentence.end).trimmed(text), link))
    return tuple(found)


def _boundaries(text: str, sentence: Span) -> list[tuple[int, Link | Literal["both"]]]:
    """Where clauses may begin, and how each would hang on what stands before it."""
    found: dict[int, Link | Literal["both"]] = {}
    for both in BOTH.finditer(text, sentence.start, sentence.end):
        found[both.end()] = "both"
    for boundary in BOUNDARY.finditer(text, sentence.start, sentence.end):
        found[boundary.end()] = _link(text, boundary.end())
    for content in CONTENT.finditer(text, sentence.start, sentence.end):
        found[content.end()] = "content"
    return sorted(found.items())


def _link(text: str, at: int) -> Link:
    """How the clause that begins here hangs on the one before."""
    for link, words in OPENERS:
        if re.match(rf"(?:{words})\b", text[at : at + 16], re.IGNORECASE):
            return link  # type: ignore[return-value]
    return "beside"
