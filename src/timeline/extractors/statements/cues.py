"""Find the reporting verbs of a unit."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from timeline.extractors.statements.finite import is_finite
from timeline.language.lexicon.auxiliaries import AUXILIARIES, BE, CONTRACTED, HAVE_FINITE
from timeline.language.lexicon.reporting_verbs import LISTENER_VERBS, REPORTING_VERBS, Verb
from timeline.language.lexicon.times import WEEKDAYS
from timeline.language.lexicon.word_classes import (
    ADVERBS,
    ARTICLES,
    NOT_ADVERBS,
    PLURAL_SUBJECTS,
    POSSESSIVES,
    PREPOSITIONS,
)

if TYPE_CHECKING:
    from timeline.extractors.statements.unit import Unit


SHORTEST_ADVERB_CHARS = 5
"""A word in -ly with fewer characters is a name or an adjective: ``Lily``, ``ugly``."""
HAS_SINCE = tuple([have, "since"] for have in sorted(HAVE_FINITE))


class Cue(NamedTuple):
    """
    A reporting verb outside of quotations, with its auxiliaries and the particle that belongs to it.

    Attributes:
        at: Index of the verb.
        first: Index of the first auxiliary or adverb before it.
        after: Index after the verb and its particle.
        verb: Its lexicon entry.
        frames: What may follow.
        kind: ``finite``, ``to`` for an infinitive, ``ing`` for a participle.
        passive: Whether its subject hears what is said.
    """

    at: int
    first: int
    after: int
    verb: Verb
    frames: frozenset[str]
    kind: str
    passive: bool


def cues(unit: Unit) -> list[Cue]:
    """The reporting verbs of a unit, in order; nouns are left out."""
    lower, quoted = unit.lower, unit.quoted
    places = [k for k in unit.telling if lower[k] in REPORTING_VERBS and not quoted[k]]
    return [cue for k in places if (cue := _cue(unit, k)) is not None]


def _cue(unit: Unit, k: int) -> Cue | None:
    """The cue whose verb stands at *k*; None where it reports nothing."""
    word, verb = unit.words[k], REPORTING_VERBS[unit.lower[k]]
    if k and not word[0].islower() and not (verb.form == "s" and unit.is_headline and not verb.may_be_noun):
        return None
    first = verb_group(unit, k)
    before = unit.lower[first - 1] if first else ""
    helpers = unit.lower[first:k]
    if _is_no_verb(verb, before, helpers) or _is_passive_participle(unit, k, verb):
        return None
    infinitive = before == "to"
    passive = verb.form in {"past", "participle"} and any(word in BE for word in helpers)
    after, frames = k + 1, verb.frames
    at = k + 2 if k + 2 < len(unit.lower) and unit.lower[k + 1] in WEEKDAYS else k + 1
    particle = unit.lower[at] if at < len(unit.lower) else ""
    if particle in verb.phrases:
        after, frames = at + 1, verb.phrases[particle]
    progressive = any(word in BE for word in helpers) or before in CONTRACTED
    kind = "to" if infinitive else "ing" if verb.form == "ing" and not progressive else "finite"
    return Cue(k, first, after, verb, frames, kind, passive) if frames else None


def _is_passive_participle(unit: Unit, k: int, verb: Verb) -> bool:
    """Whether the past form at *k* says what was done: ``told to leave``, ``read by them``, ``alleged lies``."""
    if verb.form != "past" or k + 1 >= len(unit.lower):
        return False
    following = unit.lower[k + 1]
    if k > 1 and unit.lower[k - 2] == "to" and unit.words[k - 1][0].islower():
        return True
    return following == "by" or (following == "to" and verb.lemma in LISTENER_VERBS)


def verb_group(unit: Unit, k: int) -> int:
    """Where the auxiliaries and adverbs before the verb at *k* start."""
    first = k
    while first > 0 and (is_helper(unit.lower[first - 1]) or unit.lower[first - 2 : first] in HAS_SINCE):
        first -= 1
    return first


def is_helper(word: str) -> bool:
    """Whether a word is an auxiliary or an adverb that may stand between subject and verb."""
    return (
        word in AUXILIARIES
        or word in ADVERBS
        or (word.endswith("ly") and len(word) >= SHORTEST_ADVERB_CHARS and word not in NOT_ADVERBS)
    )


def _is_no_verb(verb: Verb, before: str, helpers: list[str]) -> bool:
    """Whether the word is a noun, or a verb that reports nothing here."""
    if before == "to":
        return False
    if verb.form != "ing" and (before in POSSESSIVES or before in PREPOSITIONS or before.endswith(("'s", "’s"))):
        return not helpers or verb.may_be_noun
    if verb.may_be_noun and verb.form == "s" and not helpers and is_finite(before):
        return True
    if verb.may_be_noun and verb.form == "base" and not helpers and before not in PLURAL_SUBJECTS:
        return not before.endswith("s")
    return before in ARTICLES
