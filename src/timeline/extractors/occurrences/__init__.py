"""Read what an article says happened, sentence by sentence, and date it."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from attrs import evolve

from timeline.events.types.occurrence_reported import OccurrenceReported
from timeline.extractors import statements
from timeline.extractors.occurrences.clauses import clauses
from timeline.extractors.occurrences.dated import Dating
from timeline.extractors.occurrences.dating import Dater
from timeline.extractors.occurrences.modality import modality
from timeline.extractors.occurrences.openings import is_told, opening, unjoined
from timeline.extractors.occurrences.participants import NameIndex
from timeline.extractors.occurrences.salience import Judge, counts, told_once, untold
from timeline.extractors.occurrences.sentences import content_sentences, datable
from timeline.extractors.occurrences.subjects import OPENING_PRONOUN, Subjects
from timeline.extractors.occurrences.trigger import trigger
from timeline.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from timeline.events.types.statement_reported import StatementReported
    from timeline.extractors.occurrences.clauses import Clause
    from timeline.extractors.occurrences.sentences import ContentSentence
    from timeline.language.document import Document

VERSION = 8
CONFIDENCE_PER_MILLE = {
    "clause-timex": 800,
    "sentence-timex": 650,
    "reporting-verb": 650,
    "lede-day": 750,
    "publication": 500,
    "unread": 500,
}
"""How often a date of each basis is right, measured on the timelines of SemEval-2015 task 4."""


def extract(document: Document) -> Iterator[OccurrenceReported]:
    """
    One occurrence for each sentence that says something, and one more for each clause in it with a date of its own.

    Repeated paragraphs are read once; lines that only date or credit the article are none. The sentence's occurrence
    (rule ``sentence``) comes first and has the date of its main clause; those of clauses (rule ``clause``) follow. In a
    language other than English nothing is read.
    """
    if not document.is_english:
        return
    reader = _Reader(document)
    for sentence in reader.sentences:
        yield from map(reader.with_subject, told_once(list(reader.occurrences(sentence))))


class _Reader:
    """Reads the sentences of one article."""

    def __init__(self, document: Document) -> None:
        self.document, self.text = document, document.text
        self.sentences = list(content_sentences(document, datable(document)))
        self._dater = Dater(document, self.sentences)
        self._names = NameIndex(document)
        self._named = {name.end: name.start for name in document.names}
        self._judge = Judge(document, _statements(document))

    def occurrences(self, sentence: ContentSentence) -> Iterator[OccurrenceReported]:
        """
        The sentence, then its clauses with other dates, and what the narrator tells beside what somebody said.

        A clause at the end that counts by itself is cut from the sentence; the date of what somebody says happened is
        that of the sentence.
        """
        parts = clauses(self.text, sentence.span, [timex.span for timex in sentence.times])
        own = [self._dater.of_clause(part, sentence.times) for part in parts]
        main = self._dater.of_sentence(sentence, parts, own)
        whole = self._occurrence(sentence, sentence.span, main, "sentence")
        apart = [
            (at, self._occurrence(sentence, parts[at].span, dating, "clause"))
            for at, dating in enumerate(own)
            if dating is not None and dating.interval != main.interval
        ]
        if counts(whole) and whole.basis == "reporting-verb":
            said = [each for at, each in apart if parts[at].link == "content" and counts(each)]
            if len(said) == 1:
                its_time = Dating(said[0].occurred, "sentence-timex", said[0].dated_by)
                whole = self._occurrence(sentence, sentence.span, its_time, "sentence")
        shown = [self._readable(sentence, parts, at, each) for at, each in apart]
        at_end = apart and apart[-1][0] == len(parts) - 1 and parts[-1].link != "content"
        if at_end and counts(shown[-1]):
            rest = unjoined(self.text, Span(sentence.span.start, parts[-1].span.start))
            if is_told(self.text, rest) and counts(less := self._occurrence(sentence, rest, main, "sentence")):
                whole = less
        yield whole
        yield from shown
        if (told := self._judge.narrated(sentence)) is not None:
            yield self._occurrence(sentence, told, main, "clause")

    def with_subject(self, occurrence: OccurrenceReported) -> OccurrenceReported:
        """The same, with the name behind a pronoun that opens it where it is shown."""
        if not (counts(occurrence) and OPENING_PRONOUN.match(occurrence.text)):
            return occurrence
        name = self._subjects.of(occurrence.span)
        return occurrence if name is None else evolve(occurrence, subject=(name,))  # type: ignore[misc]

    @cached_property
    def _subjects(self) -> Subjects:
        return Subjects(self.document)

    def _readable(
        self, sentence: ContentSentence, parts: Sequence[Clause], at: int, found: OccurrenceReported
    ) -> OccurrenceReported:
        """The event of a clause with a date of its own, by words that can be read by themselves; else not told."""
        start = opening(self.text, sentence, parts, at, self._named)
        if start is None:
            return untold(found)
        span = unjoined(self.text, Span(start, found.span.end))
        return evolve(found, span=span, text=span.cut(self.text))  # type: ignore[misc]

    def _occurrence(self, sentence: ContentSentence, span: Span, dating: Dating, rule: str) -> OccurrenceReported:
        """The event of a sentence or clause."""
        participants, places = self._names.participants_and_places(span)
        how = modality(self.text, span)
        judged = self._judge.judge(sentence, span, dating, how, (len(participants), len(places)))
        if how == "asserted" and judged.kind == "planned" and self._judge.lies_ahead(dating):
            how = "planned"
        return OccurrenceReported(
            span=span,
            text=span.cut(self.text),
            trigger=trigger(self.text, span),
            participants=participants,
            places=places,
            start=dating.interval.start,
            end=dating.interval.end,
            precision=dating.interval.precision,
            basis=dating.basis,
            dated_by=dating.dated_by,
            modality=how,
            kind=judged.kind,
            salience=judged.salience,
            place=sentence.place,
            paragraph=sentence.paragraph,
            sentence=sentence.number,
            rule=rule,
            confidence=CONFIDENCE_PER_MILLE[dating.basis],
        )


def _statements(document: Document) -> tuple[StatementReported, ...]:
    """What is said in the article, as far as that can be read."""
    try:
        return document.once(statements.extract)
    except Exception:  # noqa: BLE001 - its own extractor says what failed
        return ()
