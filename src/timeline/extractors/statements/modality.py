"""Tell whether what a statement says was said at all: asserted, or unsaid, asked, conditional."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from timeline.language.lexicon.auxiliaries import FINITE
from timeline.language.lexicon.reporting_words import (
    NOT_SAYING,
    NOT_YET_SAYING,
    NOT_YET_SAYING_MODALS,
    UNSAYING,
    UNSAYING_SUBJECTS,
)
from timeline.language.lexicon.word_classes import COORDINATORS, INVERTED_CONDITIONS, QUESTION_WORDS, WRITER_OR_READER

if TYPE_CHECKING:
    from timeline.events.types.statement_reported import Modality
    from timeline.extractors.statements.cues import Cue
    from timeline.extractors.statements.draft import Draft
    from timeline.extractors.statements.unit import Unit

BEFORE_QUESTION = COORDINATORS | {"so"}
BEFORE_INFINITIVE_WORDS = 4
"""So many words before ``to say`` tell whether it was said."""
ONLY = frozenset(("only", "just", "merely", "simply"))
"""Behind ``not`` they say that more was said."""


def modality(unit: Unit, cue: Cue, draft: Draft) -> Modality:
    """Whether the saying happened, by the words before the cue and before its subject, and by how the sentence ends."""
    if draft.rule == "asked" or _is_question(unit, draft):
        return "asked"
    before = cue.first - BEFORE_INFINITIVE_WORDS if draft.rule == "infinitive" else cue.first
    helpers = unit.lower[max(before, 0) : cue.at]
    subject = draft.subject[0] if draft.subject and draft.subject[1] <= cue.first else cue.first
    if _is_unsaid(unit, helpers, cue, subject):
        return "unsaid"
    opening = unit.lower[subject - 1] if subject else ""
    if opening == "whether":
        return "asked"
    if opening in {"if", "unless"} or is_inverted(unit, subject):
        return "conditional"
    planned = NOT_YET_SAYING.intersection(helpers) if draft.rule == "infinitive" else _is_ahead(helpers)
    if planned and unit.lower[subject] not in WRITER_OR_READER:
        return "conditional"
    return "asserted"


def is_inverted(unit: Unit, subject: int) -> bool:
    """Whether a condition begins without *if* before a subject: ``Had the minister said``."""
    return (
        subject > 0
        and unit.lower[subject - 1] in INVERTED_CONDITIONS
        and (subject == 1 or unit.words[subject - 2] == ",")
        and unit.words[-1] != "?"
    )


def _is_question(unit: Unit, draft: Draft) -> bool:
    """The reporting clause is a question: it begins with an auxiliary or a question word."""
    if unit.words[-1] != "?" or unit.quoted[-1] or not draft.rule.endswith(("content", "infinitive")):
        return False
    first = unit.lower[0] if unit.lower[0] not in BEFORE_QUESTION else unit.lower[1]
    return not unit.quoted[0] and (first in FINITE or first in QUESTION_WORDS)


def _is_unsaid(unit: Unit, helpers: list[str], cue: Cue, subject: int) -> bool:
    """A word before the verb or its subject says that nobody said so."""
    words = [word for word, following in pairwise([*helpers, ""]) if following not in ONLY]
    negated = any(word in UNSAYING or word.endswith(("n't", "n’t")) for word in words)
    refused = cue.kind == "to" and bool(NOT_SAYING.intersection(helpers))
    opening = unit.lower[max(subject - 3, 0) : subject]
    denied = opening[-1:] == ["without"] or "nor" in opening[-2:] or (opening[:1] == ["no"] and opening[-1] == "that")
    nobody = subject < cue.first and unit.lower[subject] in UNSAYING_SUBJECTS
    return negated or refused or denied or nobody


def _is_ahead(helpers: list[str]) -> bool:
    """A modal verb before the cue says that it is not said yet, or may be."""
    return bool(NOT_YET_SAYING_MODALS.intersection(helpers)) and "later" not in helpers and "have" not in helpers
