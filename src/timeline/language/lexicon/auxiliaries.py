"""Auxiliary verbs, and the contractions that hold one."""

from __future__ import annotations

from timeline.language.lexicon.words import capitalized, either_apostrophe, words

BE_FINITE = words("am is are was were")
HAVE_FINITE = words("has have had")
DO_FINITE = words("do does did")
MODALS = words("will would can could should may might must")
_BE_NEGATED = either_apostrophe("isn't aren't wasn't weren't")
_NEGATED = _BE_NEGATED | either_apostrophe("hasn't haven't hadn't don't doesn't didn't won't wouldn't can't couldn't")
_NOT_FINITE = words("be been being having")
_SHOULD_NOT = either_apostrophe("shouldn't")
FINITE = BE_FINITE | HAVE_FINITE | DO_FINITE | MODALS | _NEGATED | _SHOULD_NOT | {"cannot"}
"""Auxiliaries and forms of be, do and have that agree with a subject."""
AUXILIARIES = FINITE - _SHOULD_NOT - words("am cannot") | _NOT_FINITE | {"shall"} | either_apostrophe("'s 've 'd 'll")
"""What may stand between the subject of a statement and its verb."""
BE = BE_FINITE - {"am"} | _BE_NEGATED | words("be been being get gets got")
"""Auxiliaries of the passive and of progressive forms."""

_IS = either_apostrophe("it's he's she's that's there's")
_ARE = either_apostrophe("they're we're")
_HAVE = either_apostrophe("they've we've")
_WILL = either_apostrophe("he'll she'll they'll") | {"it'll"}
CONTRACTED = (
    _IS
    | _ARE
    | _HAVE
    | _WILL
    | either_apostrophe(
        """i'm you're he'd he've she'd she've it'd it've they'd we'd we'll i'd i'll i've you'd you'll you've it'll
        there'd there'll there've that'd that'll that've"""
    )
)
"""Pronouns with a finite verb."""
VERB_GROUP = FINITE - _SHOULD_NOT | _NOT_FINITE | {"shall"} | _IS | _ARE | _HAVE | _WILL
VERB_GROUP |= either_apostrophe("what's who's")
VERB_GROUP |= capitalized(VERB_GROUP)
"""What leads to the verb of a clause, alone or behind a pronoun."""
