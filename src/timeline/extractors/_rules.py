"""
This file holds the rules that read statements, in the order in which they are tried.

`CUE_RULES` are tried on each reporting verb, left to right, and the first that reads something wins. `UNIT_RULES` are
tried before them on the whole unit; `LAST_RULES` when nothing was found.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.extractors._content_start import FARTHEST, content_start, skip_listener
from timeline.extractors._contents import content_end, is_sentence, looks_like_clause
from timeline.extractors._subjects import is_adjunct, leading_subject, subject_after, subject_before
from timeline.extractors._word_classes import COORDINATORS, DETERMINERS, FINITE, PREPOSITIONS, PRONOUNS, RELATIVES, WH

if TYPE_CHECKING:
    from collections.abc import Callable

    from timeline.extractors._cues import Cue
    from timeline.extractors._draft import Draft, Reading
    from timeline.extractors._unit import Range, Unit

SHORTEST_BARE = 5
"""A quotation that stands alone has at least so many words: shorter ones are titles and nicknames."""
LONGEST_TURN_NAME = 8
SHORTEST_TURN = 4
SHORT_REST = 7
"""After "..., she said" at most so many words say when and where."""


def named_turn(reading: Reading) -> Draft | None:
    """``<NAME>: <content>`` at the start of a paragraph: headlines and transcripts."""
    unit = reading.unit
    colon = next((k for k in range(1, min(LONGEST_TURN_NAME, unit.end)) if unit.words[k] == ":"), None)
    if colon is None or unit.end - colon < SHORTEST_TURN or unit.quoted[0]:
        return None
    if not all(word[0].isupper() or word in "().," for word in unit.words[:colon]):
        return None
    if not (reading.is_known(unit.span(0, colon)) or unit.is_mark(colon + 1)):
        return None
    start = unit.skip_marks(colon)
    return reading.draft(
        "named-turn", [(start, unit.end)], (0, colon), (colon, colon + 1), goes_on=unit.quoted[start] > 0
    )


def introduced(reading: Reading) -> Draft | None:
    """``<source> continued:`` with the quotation in the next paragraph."""
    unit = reading.unit
    cue = reading.cues[-1] if reading.cues else None
    if (
        cue is None
        or unit.words[-1] != ":"
        or cue.kind != "finite"
        or cue.passive
        or len(unit.words) - cue.after > FARTHEST
    ):
        return None
    subject = subject_before(unit, cue.first, reading.taken) or leading_subject(unit, cue.first, reading.taken)
    if subject is None:
        return None
    draft = reading.draft("introduced", [], subject, (cue.first, cue.after), goes_on=True)
    draft.awaits = True
    return draft


def according_to(reading: Reading) -> Draft | None:
    """``According to <source>, <content>`` and ``<content>, according to <source>``."""
    unit = reading.unit
    lower, words = unit.lower, unit.words
    for k in range(len(words) - 2):
        if lower[k] != "according" or lower[k + 1] != "to" or unit.quoted[k]:
            continue
        j = k + 2
        while j < len(words) and words[j] not in ",.;—" and not unit.is_mark(j):
            j += 1
        if j == k + 2:
            continue
        if k <= 1:
            start = unit.skip_marks(j)
            content = (start, unit.end)
        else:
            content = (unit.skip_marks(0), unit.strip_marks(k))
        if content[1] - content[0] >= 3:
            return reading.draft("according-to", [content], (k + 2, j), (k, k + 2))
    return None


def content_before_cue(reading: Reading, cue: Cue) -> Draft | None:
    """``<content>, <source> said`` and ``<content>, said <source>``, and what goes on after them."""
    unit, floor = reading.unit, reading.taken
    if cue.passive or cue.kind != "finite" or cue.first <= floor or not cue.frames & {"quote", "clause"}:
        return None
    subject, left, after = _subject_at_end(unit, cue, floor)
    if "heard" in cue.frames and after == cue.after:
        after = skip_listener(unit, cue)
    if subject is None or left <= floor or not _is_separator(unit, left - 1):
        return None
    end = unit.strip_marks(left)
    direct = end > floor and unit.quoted[end - 1] > 0
    resumed = _resumed(reading, cue, after, direct=direct)
    if not (direct or resumed or (_is_short_rest(unit, after) and _may_be_content(unit, floor, end, cue))):
        return None
    start = _start_of_content_before(unit, floor, end, direct=direct)
    if start >= end or (direct and not unit.quoted[start] and is_adjunct(unit, (start, end)) and not resumed):
        return None
    content = [(start, end), *resumed]
    return reading.draft("content-cue", content, subject, (cue.first, cue.after), goes_on=direct)


def content_after_cue(reading: Reading, cue: Cue) -> Draft | None:
    """``<source> said [to whom] [when] [that] <content>``."""
    unit = reading.unit
    if cue.passive or cue.kind != "finite":
        return None
    subject, shared = _subject_in_front(reading, cue)
    if subject is None and not shared:
        return None
    content = _content_after(reading, cue)
    if content is None or (subject and unit.lower[subject[0]] in FINITE):
        return None
    if unit.lower[cue.first - 1] in RELATIVES:
        content = _within_relative_clause(unit, content)
    draft = reading.draft("cue-content", content, subject, (cue.first, cue.after))
    if shared:
        draft.source, draft.subject = shared.source, shared.subject
    draft.goes_on = unit.quoted[content[-1][1] - 1] > 0
    return draft


def participle(reading: Reading, cue: Cue) -> Draft | None:
    """``<source> ..., saying <content>``: the source is that of the sentence."""
    unit = reading.unit
    if cue.kind != "ing" or cue.first == 0 or cue.at != cue.first:
        return None
    if (
        unit.words[cue.at - 1] != ","
        and not unit.is_mark(cue.at - 1)
        and unit.lower[cue.at - 1] not in COORDINATORS | {"by"}
    ):
        return None
    content = _content_after(reading, cue)
    if content is None:
        return None
    earlier = reading.drafts[-1] if reading.drafts else None
    subject = None if earlier else leading_subject(unit, cue.at)
    if earlier is None and subject is None:
        return None
    draft = reading.draft("participle", content, subject, (cue.at, cue.after))
    if earlier:
        draft.source, draft.subject = earlier.source, earlier.subject
    draft.goes_on = unit.quoted[content[-1][1] - 1] > 0
    return draft


def infinitive(reading: Reading, cue: Cue) -> Draft | None:
    """``<source> went on to say that <content>``: only with "that", a question word or a quotation."""
    unit, k = reading.unit, cue.at
    if cue.kind != "to" or k < 2:
        return None
    c = content_start(unit, cue)
    if c >= unit.end or not (unit.lower[c] in WH | {"that"} or unit.quoted[c] or unit.is_mark(c)):
        return None
    content = _content_after(reading, cue)
    subject = leading_subject(unit, k - 1, reading.taken)
    if content is None or subject is None or subject[1] >= k - 1:
        return None
    return reading.draft(
        "infinitive", content, subject, (k - 1, cue.after), goes_on=unit.quoted[content[-1][1] - 1] > 0
    )


def asked(reading: Reading, cue: Cue) -> Draft | None:
    """``Asked whether <content>, she ...``: who asked is not said."""
    unit = reading.unit
    is_question = cue.verb.lemma == "ask" and cue.verb.form == "past"
    if not is_question or not (cue.at == 0 or unit.lower[cue.at - 1] in {"when", "after"} or cue.passive):
        return None
    c = cue.after
    if c + 2 >= unit.end or unit.lower[c] not in WH | {"about"}:
        return None
    start = c + (unit.lower[c] == "about")
    end = next((j for j in range(c, unit.end) if unit.words[j] == "," or unit.is_mark(j)), unit.end)
    return reading.draft("asked", [(start, end)], None, (cue.first, cue.after + start - c)) if end > start else None


def bare_quotation(reading: Reading) -> Draft | None:
    """A quotation that stands alone."""
    for first, end, quotation in reading.unit.quotations:
        if (end - first >= SHORTEST_BARE or quotation.resumed) and first <= 1 and not quotation.single:
            draft = reading.draft("bare-quotation", [(first, end)], None, None, goes_on=True)
            draft.bare = True
            return draft
    return None


UNIT_RULES: tuple[Callable[[Reading], Draft | None], ...] = (named_turn, according_to)
CUE_RULES: tuple[Callable[[Reading, Cue], Draft | None], ...] = (
    asked,
    content_before_cue,
    content_after_cue,
    participle,
    infinitive,
)
LAST_RULES: tuple[Callable[[Reading], Draft | None], ...] = (introduced, bare_quotation)


def read(reading: Reading) -> list[Draft]:
    """The statements of a unit."""
    for rule in UNIT_RULES:
        if draft := rule(reading):
            return [draft]
    for cue in reading.cues:
        if cue.first < reading.taken:
            continue
        for cue_rule in CUE_RULES:
            if draft := cue_rule(reading, cue):
                reading.drafts.append(draft)
                reading.taken = _end_of(reading.unit, draft)
                break
    if not reading.drafts:
        reading.drafts += [draft for rule in LAST_RULES if (draft := rule(reading))][:1]
    return reading.drafts


def _end_of(unit: Unit, draft: Draft) -> int:
    """Index after the last token that a statement accounts for."""
    last = max(span.end for span in (*draft.content, *draft.cue, *draft.source))
    k = len(unit.words)
    while k > 0 and unit.span(k - 1, k).end > last:
        k -= 1
    return k


def _subject_at_end(unit: Unit, cue: Cue, floor: int) -> tuple[Range | None, int, int]:
    """(subject, where subject and verb start, where they end) for a cue that follows its content."""
    inverted = cue.first == cue.at and "heard" not in cue.frames and _is_separator(unit, cue.at - 1)
    if inverted:
        subject = subject_after(unit, cue.after)
        if subject and (unit.is_mark(cue.at - 1) or _is_whole(unit, subject)):
            return subject, cue.at, subject[1]
    subject = subject_before(unit, cue.first, floor)
    if subject is None:
        return None, 0, 0
    left = subject[0]
    return subject, left, cue.after


def _is_separator(unit: Unit, k: int) -> bool:
    """Token *k* is a comma or stop, or a mark beside one; a longer quotation needs none."""
    if k < 0:
        return False
    if unit.words[k] in ",?!":
        return True
    if not unit.is_mark(k):
        return False
    first = next((quoted.first for quoted in unit.quotations if quoted.first < k <= quoted.end), k)
    return k - first >= SHORTEST_BARE or unit.words[k - 1][-1] in ",.?!…—–-"


def _is_whole(unit: Unit, subject: Range) -> bool:
    """Nothing but a comma or the end follows a subject, and it has no finite verb."""
    first, k = subject
    closes = k >= unit.end or unit.words[k] in ",;."
    return closes and not any(word in FINITE for word in unit.lower[first:k])


def _may_be_content(unit: Unit, floor: int, end: int, cue: Cue) -> bool:
    """Words before a cue are a clause that it reports, and not only an adjunct of its own clause."""
    if end - floor < 3 or not cue.frames & {"clause", "that"}:
        return False
    return not is_adjunct(unit, (floor, end)) or "," in unit.words[floor + 1 : end - 2]


def _is_short_rest(unit: Unit, after: int) -> bool:
    """What follows a cue at the end of its sentence says at most when and where."""
    if after >= unit.end:
        return True
    if unit.lower[after] == "that" or unit.is_mark(after) or unit.words[after] == ":":
        return False
    if unit.words[after] == ",":
        return not unit.is_mark(after + 1)
    return unit.end - after <= SHORT_REST and unit.lower[after] not in PRONOUNS | DETERMINERS


def _start_of_content_before(unit: Unit, floor: int, end: int, *, direct: bool) -> int:
    """Where the content starts that ends at *end*."""
    start = floor
    while start < end and (unit.words[start] in ",:;" or unit.is_mark(start)):
        start += 1
    if not direct:
        return start + (unit.lower[start] in {"and", "but", "so", "yet"} and not unit.quoted[start])
    first = next((quoted.first for quoted in unit.quotations if quoted.end > floor), start)
    led_in = first < end and first - 2 > start and unit.words[first - 2] in ",:"
    if led_in or first <= start:
        return first
    return start


def _resumed(reading: Reading, cue: Cue, after: int, *, direct: bool) -> list[Range]:
    """What goes on after the cue in the middle of a content."""
    unit, following = reading.unit, reading.next_cue(cue.at)
    limit = following.first if following else len(unit.words)
    later = [
        (quoted.first, quoted.end)
        for quoted in unit.quotations
        if after <= quoted.first < limit
        and (unit.words[max(quoted.first - 2, 0)] in ",.:;—" or is_sentence(unit, quoted.first, quoted.end))
    ]
    if later and direct:
        return later
    goes_on = unit.end - after > 2 and unit.words[after] == "," and not unit.is_mark(after + 1)
    if not direct and goes_on and following is None and not unit.lower[after + 1].endswith("ing"):
        return [(unit.skip_marks(after), unit.end)]
    return []


def _subject_in_front(reading: Reading, cue: Cue) -> tuple[Range | None, Draft | None]:
    """The subject of a cue that comes before its content: its own, or that of the statement it is coordinated with."""
    unit = reading.unit
    subject = subject_before(unit, cue.first, reading.taken)
    if subject:
        return subject, None
    coordinated = cue.first > 0 and unit.lower[cue.first - 1] in COORDINATORS
    if not coordinated:
        return None, None
    if reading.drafts and reading.drafts[-1].source:
        return None, reading.drafts[-1]
    return leading_subject(unit, cue.first, reading.taken), None


def _within_relative_clause(unit: Unit, content: list[Range]) -> list[Range]:
    """The content of ``<source>, who said <content>, <went on>``: it ends at the comma."""
    first, end = content[0]
    comma = next((j for j in range(first + 2, end) if unit.words[j] == "," and not unit.quoted[j]), end)
    return [(first, comma)] if len(content) == 1 else content


def _content_after(reading: Reading, cue: Cue) -> list[Range] | None:
    """The content that follows a cue, by the frames of its verb."""
    unit = reading.unit
    c = content_start(unit, cue)
    if c < unit.end and unit.words[c] in ",:":
        c = unit.skip_marks(c)
        if not (unit.quoted[c : c + 1] == [0] or c < len(unit.words)):
            return None
        if c < len(unit.words) and not unit.quoted[c] and unit.words[c - 1] == ",":
            return None
    elif c < len(unit.words) and unit.is_mark(c):
        c += 1
    if c >= len(unit.words):
        return None
    if unit.quoted[c]:
        return _quoted_content(reading, c, cue) if "quote" in cue.frames or "np" in cue.frames else None
    if unit.end - c < 2 or unit.lower[c] in FINITE or not _fits(unit, c, cue):
        return None
    start = c + 1 if unit.lower[c] == "that" and unit.lower[c + 1] not in FINITE else c
    if unit.is_mark(start):
        start += 1
    end = content_end(reading, start, cue)
    return [(start, end)] if end - start >= 2 else None


def _quoted_content(reading: Reading, c: int, cue: Cue) -> list[Range]:
    """A content that begins with a quotation: whole sentences, or a phrase with what follows it."""
    unit = reading.unit
    at = next(i for i, quoted in enumerate(unit.quotations) if quoted.first <= c < quoted.end)
    first = unit.quotations[at]
    if is_sentence(unit, first.first, first.end):
        following = reading.next_cue(cue.at)
        limit = following.first if following else len(unit.words)
        return [
            (quoted.first, quoted.end) for quoted in unit.quotations[at:] if quoted.first < limit or quoted is first
        ]
    end = max(content_end(reading, c, cue), first.end)
    return [(c, end)]


def _fits(unit: Unit, c: int, cue: Cue) -> bool:
    """What starts at *c*, outside of marks, is what the verb takes."""
    frames, word = cue.frames, unit.lower[c]
    if word == "that" and frames & {"clause", "that"}:
        return looks_like_clause(unit, c)
    if word in WH:
        return bool(frames & {"wh", "clause"})
    if word == "to":
        following = unit.lower[c + 1]
        return "to" in frames and following not in DETERMINERS and following not in PRONOUNS
    if "clause" in frames and not cue.verb.may_be_noun:
        return word not in {"of", "for", "and", "or", "but"} and (
            word not in PREPOSITIONS or looks_like_clause(unit, c + 1)
        )
    if "that" in frames and looks_like_clause(unit, c):
        return True
    return "np" in frames and word not in PREPOSITIONS and word not in COORDINATORS
