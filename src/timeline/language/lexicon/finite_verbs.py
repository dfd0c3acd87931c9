"""Forms of verbs by which a clause shows its tense, besides those in -ed."""

from __future__ import annotations

from timeline.language.lexicon.auxiliaries import BE_FINITE, DO_FINITE, HAVE_FINITE, MODALS, VERB_GROUP
from timeline.language.lexicon.future_words import TIMETABLED
from timeline.language.lexicon.words import words

_IRREGULAR_PAST = words(
    """became began bought broke brought built came caught chose did drew drove fell felt flew forgot fought found gave
    got grew had heard held kept knew led left lost made meant met paid ran rose said sat saw sent shot sold sought
    spent spoke stood struck swore taught thought threw told took understood went won wore wrote"""
)
"""The frequent ones."""
_SAME_AS_BASE = words("cost cut hit hurt put quit read set")
"""Past forms that are the base form too."""
PAST_VERBS = (
    _IRREGULAR_PAST
    | words("was were")
    | words(
        """announced bore called crashed dealt died ended fled froze hid hung lay lent overthrew rang reported rode
        ruled sang sank shone shook slept slid sprang stole stuck swam swept tore withdrew woke"""
    )
)
"""Forms of the past, those in -ed only as far as they are frequent."""
PAST_FORMS = PAST_VERBS | words("has have since ago after ruling")
"""Words of clauses about the past."""
_PRESENT_THIRD = words(
    "appears believes comes gets gives goes knows makes needs remains says seems shows takes thinks wants"
)
FREQUENT_VERBS = _IRREGULAR_PAST | _SAME_AS_BASE | words("let showed") | _PRESENT_THIRD | words("deserves looks means")
"""Finite verbs that do not end in -ed, the frequent ones."""
TRIGGERS_PAST = (
    PAST_VERBS
    | _SAME_AS_BASE
    | words(
        """arose ate awoke beat befell beset bit blew bred burst cast crept dug fed flung forbade forgave knelt laid
        leapt lit overcame overran overtook pled proved rebuilt rewrote shrank shut slung spat split spread
        spun stank strode strove stung swung trod underwent upheld wept withstood"""
    )
) - (VERB_GROUP | {"bore"})
"""Past forms that say what happens."""
TRIGGERS_PRESENT = (
    _PRESENT_THIRD
    | (TIMETABLED - {"hosts"})
    | words(
        """say plans want calls call faces face make take come go begins remain seem appear continues continue hopes
        hope believe think know show kills kill hits dies die wins win leads keeps keep get give finds sees see tells
        tell asks seeks seek need holds opens closes falls rises jumps drops leaves returns arrives joins ends starts
        includes include lives live works expects expect fears warns denies accuses urges backs rejects meets visits
        signs launches sues bans"""
    )
)
"""Verbs of headlines and of what goes on; other words in -s are mostly nouns."""
NO_VERBS_IN_ED = words("hundred indeed exceed proceed succeed speed need")
NO_PAST_IN_ED = NO_VERBS_IN_ED | words(
    """feed breed seed weed deed red bed shed embed united so-called alleged armed injured wounded unidentified unnamed
    unprecedented limited retired mixed sacred wicked naked kindred"""
)
"""Words in -ed that are no past tense, or stand before nouns more often than not."""
SHOWS_ASSERTED = BE_FINITE - {"am"} | HAVE_FINITE | words("did said says told")
"""Finite verbs of what is told as a fact, besides those in -ed."""
RESUMING = (BE_FINITE | HAVE_FINITE | DO_FINITE | MODALS) - words("am do should might must") | words("said says")
"""Behind the comma of an inserted clause the main clause goes on with one of these."""
