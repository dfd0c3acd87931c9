"""What a clause says of its subject: its verb, and whether that is over, lasts, lies ahead or is only thought of."""

from __future__ import annotations

import re
from typing import Literal

from attrs import frozen

from timeline.extractors.occurrences.trigger import verb_place
from timeline.language.lexicon.auxiliaries import BE, BE_FINITE, HAVE_FINITE, MODALS, VERB_GROUP
from timeline.language.lexicon.finite_verbs import TRIGGERS_PAST
from timeline.language.lexicon.future_words import PLANNED
from timeline.language.lexicon.happenings import HAPPENED, IRREGULAR_PARTICIPLES, SPOKEN
from timeline.language.lexicon.number_words import spelled
from timeline.language.lexicon.word_classes import BEHIND_AUXILIARIES, SENTENCE_ADVERBS
from timeline.language.lexicon.words import capitalized, either_apostrophe, tree, words

Tense = Literal["past", "perfect", "progressive", "present", "ahead", "unreal", "being", "lasting", "none"]
"""``being``: was or had alone; ``lasting``: other forms of these; ``unreal``: behind would, could and the like."""

INSERTED = re.compile(
    r"(?:,| [-–—]{1,2}|\() ?(?:which|who|whom|whose|where|including|known|an?|the|now|once|one of|formerly)\b"
    r"[^,;()–—]*?(?=,| [-–—]{1,2} |\)|$)"
)
"""A relative clause or an apposition between commas, dashes or brackets."""
INSERTED_BESIDE_NOUNS = re.compile(rf"(?!, (?:an?|the)\b)(?:{INSERTED.pattern})")
"""The same, where no other clause has a verb: ``Weeks later, the bridge fell, killing two`` has no apposition."""
_NUMBERS = spelled(1, 20).keys()
_FIRST = tree(capitalized(_NUMBERS | words("just only barely about some nearly almost roughly a an several many")))
_COUNTED = tree(_NUMBERS | words("a an few couple of and half dozen several short mere full over"))
LATER = (
    rf"(?:(?:{_FIRST}|(?:More|Less) than|\d+) (?:(?:{_COUNTED}|\d+) ){{0,3}})?"
    r"(?i:seconds?|minutes?|hours?|days?|weeks?|months?|years?|decades?|moments?)"
    r" (?:later|earlier|ago|before|afterwards?)"
)
"""Begins a sentence with a time: ``Just a few days later``."""
_OPENERS = words(
    """when after as while if although though because since before once following despite even in on at during with by
    for of under unlike like born"""
)
LEADING = re.compile(
    rf"(?:(?:{tree(capitalized(_OPENERS))}|(?:And|But|So|Yet|Then),? (?:{tree(_OPENERS)}))\b[^,]*(?:, (?:19|20)\d\d)?"
    rf"|{tree(capitalized(SENTENCE_ADVERBS))}|[A-Z]\w+ly|(?:Last|Next|This|That|Earlier|Late|Early) \w+|{LATER}), "
)
"""What stands before the main clause."""
MOST_LEADING = 0.7
"""What takes a larger share of a sentence than that does not only lead to it."""
COMING = re.compile(
    r"(?:It|This|That|The \w+) (?:comes?|came|follows|followed) (?:just |only )?"
    r"(?:(?:\w+ )?(?:hours?|days?|weeks?|months?|years?) )?(?:as|after|when|amid)\b "
)
"""``It comes days after ...``: what happened is what follows."""
CLEFT = re.compile(r"\b[Ii]t was ((?:the |[A-Z])[\w .’'-]{0,40}?) who\b")
"""``It was Lund who closed the bridge``: what happened is what follows."""
PARTED = re.compile(
    r"[,;:–—]| (?:and|but|or|that|which|what|who|when|after|before|as|while|because|to|if|where|whose|since|than|by|for"
    r"|called|dubbed|named|titled)\b"
)
"""Between two verbs, it parts their clauses."""
SUFFERED = re.compile(r" (?:its|his|her|their) (?:\w+ ){1,2}?(?P<verb>\w+)\b")
"""Behind ``had``: what was done to something of the subject's, as in ``had its licence revoked``."""
ADJECTIVE = re.compile(r"\b(?:\w+-\w+ed|un(?!cover|der|do|fold|ite|leash|seat|veil)\w+ed)\b")
"""Forms in -ed that are no verbs: ``well-known``, ``unresolved``."""
WORD = re.compile(r"\w[\w’'-]*")
AUXILIARY_CHARS = 60
"""Auxiliaries stand within so many characters before their verb."""
_FUTURE = re.compile(r"(?:will|shall|won['’]t|\w+['’]ll)$", re.IGNORECASE)
_UNREAL = re.compile(rf"(?:cannot|(?:{tree(MODALS)})(?:n['’]t)?|can['’]t)$", re.IGNORECASE)
_PAST_BE = words("was were") | either_apostrophe("wasn't weren't")
_HAVE = HAVE_FINITE | either_apostrophe("hasn't haven't hadn't")
_BE_OR_HAVE = BE_FINITE | HAVE_FINITE | {"be", "been", "being"}


@frozen
class Predicate:
    """
    The verb of a clause and its tense.

    Attributes:
        verb: In lower case; empty when none is known.
        tense: Whether it is over, lasts, lies ahead, or is only thought of.
    """

    verb: str
    tense: Tense


NO_PREDICATE = Predicate("", "none")


def predicate(clause: str) -> Predicate:
    """
    The predicate of the main clause of some words.

    Inserted clauses and what leads to the main clause are passed over, and a participle behind a noun for the verb
    that follows: ``a study published last year found``.
    """
    text = _main_part(clause)
    if "-" in text or "un" in text:  # a substitution takes long
        text = ADJECTIVE.sub(lambda word: " " * len(word[0]), text)
    place = verb_place(text)
    if place is None:
        return NO_PREDICATE
    found = _predicate(text, place, 0)
    if found.tense == "past" and found.verb not in SPOKEN and _is_participle(found.verb):
        end = place[1]
        later = verb_place(text[end:])
        if later and not PARTED.search(text, end, end + later[1]):
            following = _predicate(text, (end + later[0], end + later[1]), end)
            return found if following.tense == "present" else following
    return found


def _main_part(clause: str) -> str:
    """The words, with blanks for what stands before and within the main clause."""
    if coming := COMING.match(clause):
        clause = _blanked(clause, coming.end())
    leading = LEADING.match(clause)
    if leading and leading.end() < MOST_LEADING * len(clause):
        clause = _blanked(clause, leading.end())
    clause = CLEFT.sub(lambda cleft: cleft[1].rjust(len(cleft[0])), clause)
    main = INSERTED.sub(_only_its_first, clause)
    return INSERTED_BESIDE_NOUNS.sub(_only_its_first, clause) if verb_place(main) is None else main


def _only_its_first(inserted: re.Match[str]) -> str:
    return inserted[0][0] + " " * (len(inserted[0]) - 1)


def _blanked(clause: str, end: int) -> str:
    """The words, with blanks up to a place."""
    return " " * end + clause[end:]


def _is_participle(verb: str) -> bool:
    return verb.endswith("ed") or verb in IRREGULAR_PARTICIPLES


def _predicate(text: str, place: tuple[int, int], first: int) -> Predicate:
    """The predicate whose verb stands in a place; its auxiliaries do not stand before *first*."""
    start, end = place
    verb = text[start:end].lower()
    if verb in _BE_OR_HAVE:
        done = SUFFERED.match(text, end) if verb == "had" else None
        return Predicate(done["verb"], "past") if done and done["verb"] in HAPPENED else Predicate(verb, _being(verb))
    auxiliaries = _auxiliaries(text[max(first, start - AUXILIARY_CHARS) : start])
    if auxiliaries and auxiliaries <= _HAVE and not _is_participle(verb):
        return Predicate("have", "being" if "had" in auxiliaries else "lasting")
    return Predicate(verb, _tense(verb, auxiliaries) if auxiliaries else _tense_alone(verb))


def _being(verb: str) -> Tense:
    return "being" if verb in _PAST_BE or verb == "had" else "lasting"


def _auxiliaries(before: str) -> frozenset[str]:
    """The auxiliaries right before a verb."""
    found = set()
    for word in reversed(WORD.findall(before)):
        if word in VERB_GROUP:
            found.add(word.lower())
        elif word not in BEHIND_AUXILIARIES and not word.endswith("ly"):
            break
    return frozenset(found)


def _tense_alone(verb: str) -> Tense:
    """The tense of a verb without auxiliaries."""
    return "past" if verb in TRIGGERS_PAST or verb.endswith("ed") or verb in HAPPENED else "present"


def _tense(verb: str, auxiliaries: frozenset[str]) -> Tense:
    is_be = bool(auxiliaries & BE) or any(word.endswith(("'s", "’s", "'re", "’re")) for word in auxiliaries)
    was = bool(auxiliaries & _PAST_BE)
    if any(map(_FUTURE.match, auxiliaries)) or (is_be and verb in PLANNED and not was):
        return "ahead"
    if any(map(_UNREAL.match, auxiliaries)):
        return "unreal"
    if verb.endswith("ing"):
        return "progressive"
    if is_be and (verb in PLANNED or not _is_participle(verb)):
        return "being" if was else "lasting"
    if auxiliaries & _HAVE:
        return "past" if "had" in auxiliaries else "perfect"
    return "past" if was else "present"
