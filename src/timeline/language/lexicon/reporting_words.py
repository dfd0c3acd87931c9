"""Words of reported speech that are looked for without their frames; `reporting_verbs` has the verbs with theirs."""

from __future__ import annotations

from timeline.language.lexicon.reporting_verbs import REPORTING_VERBS
from timeline.language.lexicon.words import words

SAY_OR_TELL = frozenset(form for form, verb in REPORTING_VERBS.items() if verb.lemma in ("say", "tell"))
"""The verbs that report and do nothing else."""
_FREQUENT = words("said says told added wrote explained noted insisted argued warned")
_STATED = _FREQUENT | words("announced reported stated claimed denied confirmed")
BEFORE_CONTENT = (_STATED - {"told"}) | words(
    "announces claims believe believes revealed predicted estimated acknowledged admitted"
)
"""Before a clause or ``that``, they begin what is said; ``told`` needs a listener in between."""
OF_REPORTS = _STATED | words("tells adds accused described called tweeted vowed asked urged")
"""A sentence with one of these reports what somebody said."""
OF_SPEECH = OF_REPORTS | (
    frozenset(form for form in REPORTING_VERBS if form.endswith("ed"))
    - words(
        """charged fired ordered pushed posted pressed pointed reacted retaliated quoted ruled expected hoped feared
        estimated believed agreed guaranteed extended"""
    )
)
"""The first verb of a sentence is one of these where somebody says something at one time."""
BEHIND_QUOTATIONS = _FREQUENT | words(
    "asked tweeted replied continued declared exclaimed recalled concluded responded joked"
)
"""Behind a closed quotation and a name, they belong to its sentence."""
_NARRATING = words("saying adding noting")
NARRATING = _NARRATING | words("telling having")
"""After a comma they begin a clause beside the main one."""
NARRATOR = _NARRATING | words(
    """while but though although despite whereas even citing calling referring alluding referencing according speaking
    pointing reacting insisting arguing suggesting leaving giving"""
)
"""After a comma or a dash they begin the narrator's words more often than not (measured on annotated news)."""
DESCRIPTIONS = words("which who whose where a an")
"""After a comma they begin a description, the narrator's when no comma closes it."""
NARRATED = words(
    """interview statement speech tweet post move reference nod email letter memo apparent news press radio television
    phone telephone conference rally video briefing note clear thinly veiled barb jab dig swipe"""
)
"""After ``, in a`` they say how something was said."""
UNSAYING = words("not never nor cannot hardly scarcely")
"""Between a subject and its verb they say that nothing was said, and so do words in n't."""
UNSAYING_SUBJECTS = words("no none nobody neither no-one")
"""They begin a subject that said nothing."""
NOT_SAYING = words(
    """decline declines declined declining refuse refuses refused refusing fail fails failed failing unwilling unable
    yet neglected forgot reluctant hesitated afraid avoided unprepared"""
)
"""Before ``to say`` they say that nothing was said."""
NOT_YET_SAYING = words(
    """expected likely set due about plan plans planned planning want wants wanted hope hopes hoping going able need
    needs scheduled poised intends ready"""
)
"""Before ``to say`` they say that it was not said yet."""
NOT_YET_SAYING_MODALS = words("might may could should must will shall 'll ’ll")
"""Before a verb they say that it is not said yet, or may be."""
HEADLINE_SOURCES = words("poll report reports study survey police officials sources")
"""Who says what a headline tells after a colon."""
NO_SOURCES = words("plan plans schedule design need needs size weight age law rank custom tradition")
"""Alone behind ``according to`` they say how something goes, not who says so."""
BOUNDING = words("after before since until till by from following through ago than")
"""After these words a time bounds something else than the saying."""
