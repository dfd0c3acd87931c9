"""Split a sentence into clauses, as far as that matters for dating what happened."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING, Literal, get_args

from attrs import frozen

from timeline.extractors.occurrences.sentences import content_words, says_something
from timeline.extractors.occurrences.trigger import begins_with_verb, verb_place
from timeline.language.lexicon.auxiliaries import VERB_GROUP
from timeline.language.lexicon.finite_verbs import PAST_VERBS, RESUMING
from timeline.language.lexicon.happenings import SPOKEN
from timeline.language.lexicon.reporting_words import BEFORE_CONTENT, NARRATING
from timeline.language.lexicon.word_classes import (
    CLAUSE_SUBJECTS,
    COMMALESS_CONJUNCTIONS,
    DETERMINERS,
    LEADING_CONJUNCTIONS,
    PREPOSITIONS,
    TIME_CONJUNCTIONS,
)
from timeline.language.lexicon.words import capitalized, tree
from timeline.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

Link = Literal["main", "relative", "temporal", "baseline", "coordinate", "content"]
"""How a clause hangs on what stands before it; from a baseline something is counted, content is what is said."""
Boundary = Link | Literal["and", "resumed"]
"""How a clause would hang on what stands before it; ``and`` may join clauses, or words; a main one may be resumed."""

OPENERS: tuple[tuple[Link, str], ...] = (
    ("baseline", "since"),
    ("relative", "which|who|whom|whose|where"),
    ("temporal", rf"(?:{tree(TIME_CONJUNCTIONS)})(?! of\b)"),
    (
        "coordinate",
        f"but|although|though|whereas|{tree(NARRATING)}|and (?:then|later|in|on|has|had|is|was|will)",
    ),
)
"""Words that open a clause, by how it hangs on the one before."""
AFTER_COMMA = "|".join(words for _, words in OPENERS)
PARTICIPLES = (
    "(?:originally |first |already |once )?(?:born|begun|built|made|founded|formed|launched|signed|introduced|released"
    "|created|opened|due|scheduled|elected|appointed|published|discovered|adopted|agreed|named)"
)
"""After a comma: what was done to the thing just named, a relative clause without its pronoun."""
OPENER_PATTERNS = tuple((link, re.compile(rf"(?:{words})\b", re.IGNORECASE)) for link, words in OPENERS)
PARTICIPLE = re.compile(PARTICIPLES)
COMMA = re.compile(", ")
RESUMPTION = re.compile(rf", (?=(?:{tree(RESUMING)})\b)")
"""After an inserted clause the main clause goes on with its verb."""
RESUMED = re.compile(rf", (?=(?:also |then |later |\w+ly )?(?:{tree(PAST_VERBS)}|[a-z]+ed)\b(?! by\b))")
"""The same with a verb that may go on a list as well: only after a relative clause."""
CLAUSE_FIRST = re.compile(rf"(?:{tree(capitalized(LEADING_CONJUNCTIONS))}) ")
"""A sentence that begins with a clause beside its main clause, which follows a comma."""
VERBS = rf"{tree(BEFORE_CONTENT)}|told (?:\w+ ){{1,3}}"
SUBJECT = "that|[A-Z]|the|it|he|she|they|his|her|its|their|a|an|there|we|I"
CONTENT = re.compile(rf"\b(?:{VERBS}) (?=(?:{SUBJECT})[ \w])|\b(?:{VERBS}) [^,;.:]{{3,40}}? (?=that )")
"""Up to where what is said begins."""
COORDINATION = re.compile(r" (?=and \w)")
BOUNDARY = re.compile(
    rf",[\"”’']* (?=(?:{AFTER_COMMA}|{PARTICIPLES})\b)|(?:;|:| [–—-]{{1,2}}) (?=\w)"
    rf"| (?=(?:{tree(COMMALESS_CONJUNCTIONS)}) (?!then\b|and\b|but\b|of\b))",
    re.IGNORECASE,
)
AND = "and "
LINKS: dict[Boundary, Link] = {link: link for link in get_args(Link)} | {"and": "coordinate", "resumed": "main"}
BY = re.compile(r" (?:by|with)\b")
"""Behind a participle."""
OPENS_CLAUSE = DETERMINERS | CLAUSE_SUBJECTS | PREPOSITIONS
"""Behind ``and`` they open a clause, where bare nouns do not."""


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
    start, is_inserted = sentence.start, False
    clause_first = CLAUSE_FIRST.match(text, sentence.start) is not None
    link: Link = _link(text, sentence.start) if clause_first else "main"
    boundaries = _boundaries(text, sentence, times, clause_first=clause_first)
    words = list(content_words(text, sentence, times)) if boundaries else []
    for at, following in boundaries:
        part, rest = Span(start, at), Span(at, sentence.end)
        is_inserted = link == "relative" or (is_inserted and link == "coordinate")
        resumes = (link == "relative" and following == "main") or (is_inserted and following == "resumed")
        if following == "resumed" and not resumes:
            continue
        if _splits_time(times, at) or not (resumes or says_something(words, rest)):
            continue
        if following != "content" and link != "relative" and not says_something(words, part):
            continue
        if following == "and" and not (
            _holds_time(part, times) and _holds_time(rest, times) and _tells_by_itself(text, rest, times)
        ):
            continue
        found.append(Clause(part.trimmed(text), link))
        start, link = at, LINKS[following]
    found.append(Clause(Span(start, sentence.end).trimmed(text), link))
    return tuple(found)


def _splits_time(times: Sequence[Span], at: int) -> bool:
    """A place lies inside of a time."""
    behind = bisect_left(times, at, key=lambda time: time.start) - 1
    return behind >= 0 and at < times[behind].end


def _holds_time(part: Span, times: Sequence[Span]) -> bool:
    """A part of a sentence has a time in it."""
    at = bisect_left(times, part.start, key=lambda time: time.start)
    return at < len(times) and times[at].end <= part.end


def _tells_by_itself(text: str, rest: Span, times: Sequence[Span]) -> bool:
    """
    What ``and`` joins to the words before it is a clause.

    It begins with its verb or with what opens a subject; a time, bare nouns and who says so are none.
    """
    start = rest.start + len(AND)
    if any(time.start == start for time in times):
        return False
    clause = text[start : rest.end]
    if begins_with_verb(clause):
        return True
    verb = verb_place(clause)
    if verb is None or clause[verb[0] : verb[1]] in SPOKEN or BY.match(clause, verb[1]):
        return False
    opens = clause.split(None, 1)[0]
    return opens in OPENS_CLAUSE or not opens[0].islower() or not VERB_GROUP.isdisjoint(clause[: verb[1]].split())


def _boundaries(text: str, sentence: Span, times: Sequence[Span], *, clause_first: bool) -> list[tuple[int, Boundary]]:
    """Where clauses may begin, and how each would hang on what stands before it."""
    found: dict[int, Boundary] = {}
    for coordination in COORDINATION.finditer(text, sentence.start, sentence.end):
        found[coordination.end()] = "and"
    for boundary in BOUNDARY.finditer(text, sentence.start, sentence.end):
        found[boundary.end()] = _link(text, boundary.end())
    for resumed in RESUMED.finditer(text, sentence.start, sentence.end):
        found.setdefault(resumed.end(), "resumed")
    for resumption in RESUMPTION.finditer(text, sentence.start, sentence.end):
        found[resumption.end()] = "main"
    for content in CONTENT.finditer(text, sentence.start, sentence.end):
        found[content.end()] = "content"
    if clause_first and (comma := _behind_first_comma(text, sentence, times)) is not None:
        found[comma] = "main"
    return sorted(found.items())


def _behind_first_comma(text: str, sentence: Span, times: Sequence[Span]) -> int | None:
    """Behind the first comma that is no part of a time."""
    commas = (comma.end() for comma in COMMA.finditer(text, sentence.start, sentence.end))
    return next((at for at in commas if not _splits_time(times, at)), None)


def _link(text: str, at: int) -> Link:
    """How the clause that begins here hangs on the one before."""
    for link, opener in OPENER_PATTERNS:
        if opener.match(text, at):
            return link
    return "relative" if PARTICIPLE.match(text, at) else "coordinate"
