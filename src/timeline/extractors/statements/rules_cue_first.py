"""The rules for statements whose content follows their cue."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.extractors.statements import looking
from timeline.extractors.statements.content_end import content_end, is_sentence, looks_like_clause
from timeline.extractors.statements.content_start import FARTHEST_WORDS, content_start
from timeline.extractors.statements.finite import is_finite
from timeline.extractors.statements.modality import is_inverted
from timeline.extractors.statements.subject_before import leading_subject, subject_before
from timeline.language.lexicon.auxiliaries import AUXILIARIES, CONTRACTED, FINITE
from timeline.language.lexicon.reporting_verbs import GERUND_VERBS, MENTAL_VERBS, NAMING_VERBS, SAYING_NOUNS
from timeline.language.lexicon.times import DAYS
from timeline.language.lexicon.word_classes import (
    CLAUSE_SUBJECTS,
    COORDINATORS,
    DETERMINERS,
    INFINITIVE_SUBJECTS,
    OBJECT_PRONOUNS,
    PREPOSITIONS,
    PRONOUNS,
    QUESTION_WORDS,
    RELATIVES,
    SUBORDINATE_OPENERS,
    TIME_PREPOSITIONS,
    VAGUE_OBJECTS,
    WRITER_OR_READER,
)

if TYPE_CHECKING:
    from timeline.extractors.statements.cues import Cue
    from timeline.extractors.statements.draft import Draft, ParseState
    from timeline.extractors.statements.unit import Range, Unit

BEGINNING_CONTENT = QUESTION_WORDS | {"that"}
BEGINNING_CLAUSE = BEGINNING_CONTENT | CLAUSE_SUBJECTS | CONTRACTED
TIMES = DAYS | TIME_PREPOSITIONS
DESCRIBING = DETERMINERS | PRONOUNS | OBJECT_PRONOUNS
LONGEST_RELATIVE_SUBJECT_WORDS = 5


def content_after_cue(state: ParseState, cue: Cue) -> Draft | None:
    """``<source> said [to whom] [when] [that] <content>``."""
    unit = state.unit
    if cue.passive or cue.kind != "finite":
        return None
    subject, shared = _subject_in_front(state, cue)
    if subject is None and not shared:
        return None
    content = None if subject and _reports_nothing(unit, subject, cue) else content_after(state, cue)
    if content is None:
        return None
    if unit.lower[cue.first - 1] in RELATIVES or (subject and _is_subordinate(unit, subject[0])):
        content = within_clause(unit, content)
    draft = state.draft("cue-content", content, subject, (cue.first, cue.after))
    if shared:
        draft.source, draft.subject = shared.source, shared.subject
    draft.may_continue = unit.quoted[content[-1][1] - 1] > 0
    return draft


def relative_content(state: ParseState, cue: Cue) -> Draft | None:
    """``, which <source> said was <content>``: the relative pronoun is part of the content."""
    unit = state.unit
    if cue.passive or cue.kind != "finite" or "clause" not in cue.frames or cue.after + 2 >= unit.end:
        return None
    near = range(cue.first - 1, max(cue.first - LONGEST_RELATIVE_SUBJECT_WORDS - 1, state.taken_until - 1), -1)
    which = next((j for j in near if unit.lower[j] in {"which", "what"} and not unit.quoted[j]), None)
    if which is None or which + 1 >= cue.first or not is_finite(unit.lower[cue.after]):
        return None
    if any(unit.words[j] == "," for j in range(which, cue.first)):
        return None
    content = [(which, which + 1), *within_clause(unit, [(cue.after, content_end(state, cue.after))])]
    return state.draft("relative-content", content, (which + 1, cue.first), (cue.first, cue.after))


def infinitive(state: ParseState, cue: Cue) -> Draft | None:
    """``<source> went on to say that <content>``: only with "that", a question word or a quotation."""
    unit, k = state.unit, cue.at
    if cue.kind != "to":
        return None
    c = content_start(unit, cue)
    if c >= unit.end or not (unit.lower[c] in BEGINNING_CONTENT or unit.is_mark(c)):
        return None
    content = content_after(state, cue)
    told = (
        unit.words[k - 2][0].isupper() or unit.lower[k - 2] in INFINITIVE_SUBJECTS or unit.lower[k - 2].endswith("ers")
    )
    subject = (
        subject_before(unit, k - 1, state.taken_until) if told else leading_subject(unit, k - 1, state.taken_until)
    )
    if content is None or subject is None or (not told and subject[1] >= k - 1):
        return None
    return state.draft(
        "infinitive", content, subject, (k - 1, cue.after), may_continue=unit.quoted[content[-1][1] - 1] > 0
    )


def asked(state: ParseState, cue: Cue) -> Draft | None:
    """``Asked whether <content>, she ...``: who asked is not said."""
    unit = state.unit
    is_question = cue.verb.lemma == "ask" and cue.verb.form == "past"
    if not is_question or not (cue.at == 0 or unit.lower[cue.at - 1] in {"when", "after"} or cue.passive):
        return None
    near = range(cue.after, min(cue.after + FARTHEST_WORDS, unit.end - 2))
    c = next((j for j in near if unit.lower[j] in QUESTION_WORDS or unit.lower[j] == "about"), None)
    if c is None or (c > cue.after and unit.lower[cue.after] not in TIMES):
        return None
    start = c + (unit.lower[c] == "about")
    comma = looking.first(unit, looking.is_comma, c, unit.end)
    end = unit.end if comma is None else comma
    return state.draft("asked", [(start, end)], None, (cue.first, start if c == cue.after else cue.after))


def _subject_in_front(state: ParseState, cue: Cue) -> tuple[Range | None, Draft | None]:
    """The subject of a cue that comes before its content: its own, or that of the statement it is coordinated with."""
    unit = state.unit
    subject = subject_before(unit, cue.first, state.taken_until)
    if subject:
        return subject, None
    before = unit.lower[cue.first - 1]
    if before in RELATIVES and cue.first - 1 <= state.taken_until + 1 and state.drafts and state.drafts[-1].subject:
        return (state.drafts[-1].subject[0], cue.first), None
    coordinated = before in COORDINATORS
    if not coordinated or cue.verb.form == "base":
        return None, None
    if state.drafts and state.drafts[-1].source:
        return None, state.drafts[-1]
    return leading_subject(unit, cue.first, state.taken_until), None


def _reports_nothing(unit: Unit, subject: Range, cue: Cue) -> bool:
    """A verb with that subject reports nothing: it has none, is the writer's thought, or gives a thing its name."""
    last = unit.words[subject[1] - 1]
    names = (
        cue.verb.lemma in NAMING_VERBS and cue.verb.form == "past" and cue.first == cue.at and cue.after == cue.at + 1
    )
    if names and last[0].islower() and last.lower() not in PRONOUNS and _is_name_alone(unit, cue.after):
        return True
    if names and unit.words[cue.at - 1] == "," and _is_inserted(unit, cue.after):
        return True
    thinks = cue.verb.lemma in MENTAL_VERBS and last.lower() in WRITER_OR_READER
    first, following = unit.lower[subject[0]], unit.lower[subject[0] + 1]
    return thinks or first in AUXILIARIES or (first.endswith("ing") and following in DETERMINERS)


def _is_name_alone(unit: Unit, k: int) -> bool:
    """A name or quotation starts at *k*, and no description follows it: ``called Ada``, not ``called Ada a joke``."""
    if unit.lower[k : k + 1] and (unit.lower[k] in DESCRIBING):
        return False
    while k < unit.end and (unit.words[k][0].isupper() or unit.is_mark(k)):
        k += 1
    return k >= unit.end or unit.lower[k] not in DETERMINERS


def _is_inserted(unit: Unit, k: int) -> bool:
    """The next comma closes what is inserted, and the clause goes on with its verb: ``, called the Alder, was``."""
    comma = looking.first(unit, looking.is_comma, k, unit.end - 1)
    return comma is not None and unit.lower[unit.skip_marks(comma)] in FINITE


def _is_subordinate(unit: Unit, first: int) -> bool:
    """The subject that starts at *first* is that of a clause before the main one: ``While Ana Ruiz said ...,``."""
    opening = unit.lower[first - 1]
    opens = unit.words[first - 1][0].isupper() or unit.lower[first - 2] == "even"
    return (opening in SUBORDINATE_OPENERS and opens) or is_inverted(unit, first)


def within_clause(unit: Unit, content: list[Range]) -> list[Range]:
    """The content of a clause that the main one goes on after: it ends at the comma."""
    first, end = content[0]
    comma = looking.first(unit, _ends_clause, first + 1, end)
    return content if comma is None or (comma + 1 == end and unit.quoted[comma]) else [(first, comma)]


def _ends_clause(unit: Unit, k: int) -> bool:
    """A comma outside of quotations, or the last of one."""
    return unit.words[k] == "," and not (unit.quoted[k] and unit.quoted[k + 1 : k + 2] != [0])


def content_after(state: ParseState, cue: Cue) -> list[Range] | None:
    """The content that follows a cue, by the frames of its verb."""
    unit = state.unit
    c = _first_word(unit, content_start(unit, cue))
    if c is None or c >= len(unit.words):
        return None
    if unit.quoted[c]:
        return _quoted_content(state, c, cue) if cue.frames & {"quote", "np"} else None
    if unit.end - c < 2 or unit.lower[c] in FINITE or _is_noun_here(unit, c, cue) or not _fits(unit, c, cue):
        return None
    if unit.lower[c] == "to" and {"heard", "to"} <= cue.frames:
        c = cue.after
    elif unit.lower[c] == "to" and c > cue.after and unit.lower[c - 1] == "not":
        c -= 1  # ``pledged not to return``
    start = c + 1 if unit.lower[c] == "that" and unit.lower[c + 1] not in FINITE and unit.words[c + 1] != "," else c
    start += unit.is_mark(start)
    end = content_end(state, start)
    return [(start, end)] if end - start >= 2 else None


def _first_word(unit: Unit, c: int) -> int | None:
    """The first word of a content, marks and colon left out; None after a comma that no quotation follows."""
    if c < unit.end and unit.words[c] in ",:":
        c = unit.skip_marks(c)
        return None if unit.words[c - 1] == "," else c
    return c + 1 if c < len(unit.words) and unit.is_mark(c) else c


def _quoted_content(state: ParseState, c: int, cue: Cue) -> list[Range]:
    """A content that begins with a quotation: whole sentences, or a phrase with what follows it."""
    unit = state.unit
    first = unit.quotations[unit.quotation_at(c)]
    if is_sentence(unit, first.first, first.end):
        following = state.next_cue(cue.at)
        limit = following.first if following else len(unit.words)
        later = unit.quotations_between(first.end, limit)
        return [(quoted.first, quoted.end) for quoted in (first, *later)]
    end = max(content_end(state, c), first.end)
    return [(c, end)]


def _is_noun_here(unit: Unit, c: int, cue: Cue) -> bool:
    """A word that may be a noun, without an auxiliary, is none only before what begins a clause at *c*."""
    if not cue.verb.may_be_noun or cue.first < cue.at:
        return False
    return unit.lower[c] not in BEGINNING_CLAUSE


def _fits(unit: Unit, c: int, cue: Cue) -> bool:
    """What starts at *c*, outside of marks, is what the verb takes."""
    frames, word = cue.frames, unit.lower[c]
    if word in VAGUE_OBJECTS and "clause" in frames and not looking.any_of(unit, looking.looks_finite, c + 1, unit.end):
        return False
    if word in QUESTION_WORDS:
        return bool(frames & {"wh", "clause"})
    if word == "to":
        following = unit.words[c + 1]
        return (
            "to" in frames and not following[0].isupper() and following not in DETERMINERS and following not in PRONOUNS
        )
    return _fits_clause(unit, c, cue) or (word != "that" and _fits_phrase(unit, c, cue))


def _fits_clause(unit: Unit, c: int, cue: Cue) -> bool:
    """A clause starts at *c*, and the verb takes one."""
    frames, word = cue.frames, unit.lower[c]
    if word == "that":
        return bool(frames & {"clause", "that", "strict"})
    if "clause" in frames:
        if word in {"of", "for", "and", "or", "but"}:
            return False
        if "heard" in frames and not looking.any_of(unit, _may_be_verb, c, unit.end):
            return False
        return word not in PREPOSITIONS or looks_like_clause(unit, c + 1)
    return "that" in frames and looks_like_clause(unit, c)


def _may_be_verb(unit: Unit, k: int) -> bool:
    """A word that looks finite or ends like the third person."""
    return is_finite(unit.lower[k]) or unit.lower[k].endswith("s")


def _is_of_or_quoted(unit: Unit, k: int) -> bool:
    """What somebody is accused of, or how it is put."""
    return unit.lower[k] == "of" or unit.quoted[k] > 0


def _fits_phrase(unit: Unit, c: int, cue: Cue) -> bool:
    """A noun phrase starts at *c*, and the verb takes it for its content."""
    frames, word = cue.frames, unit.lower[c]
    if cue.verb.lemma == "report" and word in SAYING_NOUNS:
        return unit.lower[c + 1] in {"of", "that", "about"}
    if cue.verb.lemma == "accuse" and not looking.any_of(unit, _is_of_or_quoted, c, unit.end):
        return False
    if "np" not in frames:
        return False
    if word.endswith("ing") and cue.verb.lemma in GERUND_VERBS:
        return True
    direct_object = c == cue.after or "heard" in frames
    return direct_object and word not in PREPOSITIONS and word not in COORDINATORS
