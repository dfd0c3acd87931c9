"""
Judge what a sentence tells (a happening, a plan, what was said, how things are, nothing) and how much that counts.

The salience of a sentence is the sum of what its signs are worth (`WORTH`), set by hand after reading news of many
outlets; `show` and digests take happenings and plans of at least `SHOWN_PER_MILLE`.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from datetime import timedelta
from typing import TYPE_CHECKING, get_args

from attrs import evolve, frozen

from timeline.events.types.occurrence_reported import Kind, OccurrenceReported
from timeline.extractors.occurrences.predicate import Tense, predicate
from timeline.extractors.occurrences.sentences import SENTENCE_END
from timeline.extractors.occurrences.word_signs import word_signs
from timeline.language.calendar import midnight
from timeline.language.lexicon.happenings import DISCLOSED, HAPPENED, HELD, LIGHT, PERFORMED, SPOKEN
from timeline.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from timeline.events.types.occurrence_reported import Modality, Place
    from timeline.events.types.statement_reported import StatementReported
    from timeline.extractors.occurrences.dated import Dating
    from timeline.extractors.occurrences.predicate import Predicate
    from timeline.extractors.occurrences.sentences import ContentSentence
    from timeline.language.document import Document

BASE = 380
WORTH = {
    # the verb
    "verb of happening": 230, "verb of doing by saying": 150, "light verb": 100, "verb of holding": -200,
    "verb of saying": -260,
    # its tense
    "past": 150, "perfect": -30, "ahead": -20, "progressive": -100, "present": -160, "being": -240, "lasting": -300,
    "unreal": -320, "none": -350,
    # its time
    "own time": 180, "time in the sentence": 160, "time of the lede": 40, "day of publication": -120,
    "time of saying": -250, "time of a state": -60,
    # what else it names
    "event": 60, "event without a verb": 100, "people counted": 150, "place": 40, "participant": 10,
    # where it stands
    "first paragraphs": 80, "near the top": 30,
    # how it is said
    "quoted": -350, "direct": -350, "mixed": -150, "indirect": -60, "writer or reader": -350, "question": -400,
    "hypothetical": -250, "denied": -150, "no end": -300, "connective": -80, "pointing back": -60, "habit": -200,
    "subject clause": -250, "not yet": -150, "finding": -250, "boilerplate": -500, "short": -80,
}  # fmt: skip
"""What each sign of a sentence is worth, per mille."""
SHOWN_PER_MILLE = 250

TIMES = {
    "clause-timex": "own time",
    "sentence-timex": "time in the sentence",
    "lede-day": "time of the lede",
    "publication": "day of publication",
    "unread": "day of publication",
    "reporting-verb": "time of saying",
}
VERBS = (
    ("verb of doing by saying", PERFORMED),
    ("verb of happening", HAPPENED),
    ("verb of saying", SPOKEN),
    ("verb of holding", HELD),
    ("light verb", LIGHT),
)
"""Signs that a verb gives; one that is of several kinds gives the first."""
VERB_SIGNS = {verb: sign for sign, verbs in reversed(VERBS) for verb in verbs}
MOST_OF_VERB = max(WORTH[sign] for sign, _ in VERBS) + max(WORTH[tense] for tense in get_args(Tense))
MOST_OF_TIME = {basis: max(WORTH[sign], WORTH["day of publication"]) for basis, sign in TIMES.items()}
"""Verb and tense, and a time of each basis, are worth at most so much."""
NARRATED = re.compile(r"\b(?:after|when) (?=(?:the|an?|his|her|its|their|[A-Z]|he|she|they|it|\d|\w+ed|\w+s)\b)")
"""Begins what the narrator tells behind what somebody said."""
LISTED = re.compile(r"[-–—•*] ")
"""Begins an item of a list, which needs no full stop."""
REPORTED_SHARE = 0.25
"""What is said in indirect speech is judged by itself where it takes at least such a share of the sentence."""
QUOTED_SHARE = 0.4
LONGEST_WEEKEND = timedelta(days=3)
A_DAY = timedelta(days=1)
SHORT_CHARS = 45
FIRST_PARAGRAPHS, TOP_PARAGRAPHS = 2, 4

NOTHING = frozenset(("boilerplate", "no end", "question"))
WORDS = frozenset(("quoted", "direct", "writer or reader", "finding"))
UNTOLD = NOTHING | WORDS
"""Who gives one of these tells nothing that happened, whatever the verb."""
DATED = frozenset(("own time", "time in the sentence"))
STATED = frozenset(basis for basis, sign in TIMES.items() if sign in DATED)
SCHEDULED = {"present": timedelta(days=31), "lasting": A_DAY}
"""What is told in these tenses of a time that lies ahead, and is no longer, is set: ``The hearing is May 5``."""
SAYING = frozenset(("mixed", "indirect", "verb of saying"))


@frozen
class Judgement:
    """What a sentence or clause tells, and how much that counts, per mille."""

    kind: Kind
    salience: int


def counts(occurrence: OccurrenceReported) -> bool:
    """It is shown unless asked otherwise."""
    return occurrence.salience >= SHOWN_PER_MILLE and occurrence.kind in ("happening", "planned")


def untold(occurrence: OccurrenceReported) -> OccurrenceReported:
    """The same, too small to be shown."""
    return evolve(occurrence, salience=min(occurrence.salience, SHOWN_PER_MILLE - 1))  # type: ignore[misc]


def told_once(occurrences: Sequence[OccurrenceReported]) -> Iterator[OccurrenceReported]:
    """
    The occurrences of a sentence, those that lie within another one that is shown made too small to be shown as well.

    Of two in one place the first is shown.
    """
    shown = [(at, each.span) for at, each in enumerate(occurrences) if counts(each)]
    for at, each in enumerate(occurrences):
        covered = any(span.covers(each.span) and (span != each.span or other < at) for other, span in shown)
        yield untold(each) if covered and counts(each) else each


class Judge:
    """Judge the sentences and clauses of one article by what is said in it."""

    def __init__(self, document: Document, statements: Sequence[StatementReported]) -> None:
        self.text = document.text
        self._midnight = midnight(document.last_day)
        self.quotations = document.quotations
        self._starts = [quotation.start for quotation in self.quotations]
        self._ends = [quotation.end for quotation in self.quotations]
        contents = sorted((span, statement.manner) for statement in statements for span in statement.content)
        self._said: dict[int, list[tuple[Span, str]]] = {}
        starts = [sentence.start for sentence in document.sentences]
        for span, manner in contents:
            for at in range(max(0, bisect_right(starts, span.start) - 1), bisect_right(starts, span.end - 1)):
                self._said.setdefault(at, []).append((span, manner))

    def judge(
        self, sentence: ContentSentence, span: Span, dating: Dating, modality: Modality, names: tuple[int, int]
    ) -> Judgement:
        """
        Judge a sentence, or a clause of it.

        Args:
            sentence: The sentence.
            span: The sentence or clause.
            dating: Its time.
            modality: How it says that it happens.
            names: How many participants and places it names.
        """
        clause = span.cut(self.text)
        said, manner = self._most_said(sentence, span)
        named = word_signs(clause)
        signs = [*named, *_place_signs(sentence, clause)]
        signs += [name for name, count in zip(("participant", "place"), names, strict=True) if count]
        if manner:
            signs.append(manner)
        if self._quoted_chars(span) > QUOTED_SHARE * (span.end - span.start):
            signs.append("quoted")
        if modality in ("hypothetical", "denied"):
            signs.append(modality)
        worth = BASE + sum(map(WORTH.__getitem__, signs))
        if worth + MOST_OF_VERB + MOST_OF_TIME[dating.basis] <= 0 and not UNTOLD.isdisjoint(signs):
            return Judgement(_kind(frozenset(signs), 0), 0)  # whatever its verb
        told = predicate(clause)
        if manner == "indirect":
            told = _best(told, predicate(said.cut(self.text)))
        if told.tense in SCHEDULED and self.lies_ahead(dating, SCHEDULED[told.tense]):
            told = evolve(told, tense="ahead")
        more = [*_signs_of(told, sentence.place), _time_sign(told, dating, said if manner == "indirect" else None)]
        if told.tense == "lasting" and self._lasts(dating):
            more[-1] = "time of a state"
        if told.tense == "none" and "event" in named:
            more.append("event without a verb")
        salience = min(1000, max(0, worth + sum(map(WORTH.__getitem__, more))))
        return Judgement(_kind(frozenset(signs + more), salience), salience)

    def narrated(self, sentence: ContentSentence) -> Span | None:
        """
        A clause at the end of a sentence about what somebody said, with which the narrator tells what happened.

        That is one behind ``after`` or ``when`` with a verb of happening: ``warned them after the dam burst``.
        """
        said = self._said.get(sentence.number)
        if not said:
            return None
        last = max(span.end for span, _ in said)
        for opener in NARRATED.finditer(self.text, max(last, sentence.span.start), sentence.span.end):
            span = Span(opener.end(), sentence.span.end)
            told = predicate(span.cut(self.text))
            if told.verb in HAPPENED and told.tense in ("past", "perfect") and not self._quoted_chars(span):
                return span
        return None

    def lies_ahead(self, dating: Dating, longest: timedelta = timedelta.max) -> bool:
        """A time that the words state, no longer than that, begins after the publication day."""
        start, end = dating.interval.start, dating.interval.end
        if dating.basis not in STATED or start is None or end is None:
            return False
        return start >= self._midnight + A_DAY and end - start <= longest

    def _lasts(self, dating: Dating) -> bool:
        """A time goes on behind the publication day for longer than a weekend: ``this year``."""
        start, end = dating.interval.start, dating.interval.end
        return start is not None and end is not None and start <= self._midnight < end - LONGEST_WEEKEND

    def _most_said(self, sentence: ContentSentence, span: Span) -> tuple[Span, str]:
        """What of a sentence is most of what somebody says, and how it is said; empty when it is little."""
        best, how = span, ""
        most = REPORTED_SHARE * (span.end - span.start)
        for content, manner in self._said.get(sentence.number, ()):
            start, end = max(content.start, span.start), min(content.end, span.end)
            if end - start > most:
                best, how, most = Span(start, end), manner, end - start
        return best, how

    def _quoted_chars(self, span: Span) -> int:
        """So many characters stand in quotation marks."""
        first, behind = bisect_right(self._ends, span.start), bisect_left(self._starts, span.end)
        inside = self.quotations[first:behind]
        return sum(min(quoted.end, span.end) - max(quoted.start, span.start) for quoted in inside) if inside else 0


def _kind(signs: frozenset[str], salience: int) -> Kind:
    """What a sentence is taken for: one that counts enough tells a happening, whatever its form."""
    if signs & NOTHING:
        return "boilerplate"
    if signs & WORDS:
        return "speech"
    if "subject clause" in signs or ("habit" in signs and "own time" not in signs):
        return "state"
    if "verb of saying" in signs and signs.isdisjoint(DATED):
        return "speech"
    if salience >= SHOWN_PER_MILLE:
        return "planned" if "ahead" in signs else "happening"
    return "speech" if signs & SAYING else "state"


def _place_signs(sentence: ContentSentence, clause: str) -> Iterator[str]:
    """Signs of where a sentence stands and how it ends."""
    if sentence.paragraph <= FIRST_PARAGRAPHS:
        yield "first paragraphs"
    elif sentence.paragraph <= TOP_PARAGRAPHS:
        yield "near the top"
    if len(clause) < SHORT_CHARS:
        yield "short"
    if clause.rstrip("”\"’'").endswith("?"):
        yield "question"
    elif _is_cut(sentence, clause):
        yield "no end"


def _is_cut(sentence: ContentSentence, clause: str) -> bool:
    """The text of a whole sentence break off, as headings and what leads to a quotation do."""
    if len(clause) < sentence.span.end - sentence.span.start:
        return False
    if sentence.place == "caption" and len(clause) > SHORT_CHARS:
        return False
    return clause.endswith(":") or not (clause.endswith(SENTENCE_END) or LISTED.match(clause))


def _signs_of(told: Predicate, place: Place = "body") -> list[str]:
    """Signs of a verb; captions tell in the present what happened."""
    tense = "past" if told.tense == "present" and place == "caption" else told.tense
    return [tense, VERB_SIGNS[told.verb]] if told.verb in VERB_SIGNS else [tense]


def _time_sign(told: Predicate, dating: Dating, said: Span | None) -> str:
    """
    The sign of what dates a happening: a time in what is said, or beside it of one who does something by saying so.

    The time of a saying tells of nothing else that happened.
    """
    basis = dating.basis
    if told.verb in PERFORMED:
        return TIMES["publication" if basis == "reporting-verb" else basis]
    if said is not None and (basis == "reporting-verb" or not all(map(said.covers, dating.dated_by))):
        return TIMES["publication"]
    if basis == "clause-timex" and VERB_SIGNS.get(told.verb) == "verb of saying" and told.verb not in DISCLOSED:
        return "time of saying"
    return TIMES[basis]


def _best(*told: Predicate) -> Predicate:
    """What counts most."""
    return max(told, key=lambda each: sum(WORTH[sign] for sign in _signs_of(each)))
