"""Read what an article says happened, sentence by sentence, and date it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.events.types.occurrence_reported import OccurrenceReported
from timeline.extractors.occurrences.clauses import clauses
from timeline.extractors.occurrences.dating import Dater, datable
from timeline.extractors.occurrences.modality import modality
from timeline.extractors.occurrences.participants import NameIndex
from timeline.extractors.occurrences.sentences import content_sentences
from timeline.extractors.occurrences.trigger import trigger

if TYPE_CHECKING:
    from collections.abc import Iterator

    from timeline.extractors.occurrences.dating import Dating
    from timeline.extractors.occurrences.sentences import ContentSentence
    from timeline.language.document import Document
    from timeline.model.span import Span

VERSION = 4
CONFIDENCE_PER_MILLE = {
    "clause-timex": 800,
    "sentence-timex": 650,
    "reporting-verb": 650,
    "lede-day": 750,
    "publication": 500,
}
"""How often a date of each basis is right, measured on the timelines of SemEval-2015 task 4."""


def extract(document: Document) -> Iterator[OccurrenceReported]:
    """
    One occurrence for each sentence that says something, and one more for each clause in it with a date of its own.

    Repeated paragraphs are read once; lines that only date or credit the article are none. The sentence's occurrence
    (rule ``sentence``) comes first and has the date of its main clause; those of clauses (rule ``clause``) follow.
    """
    sentences = list(content_sentences(document, datable(document)))
    dater, names = Dater(document, sentences), NameIndex(document)
    for sentence in sentences:
        parts = clauses(document.text, sentence.span, [timex.span for timex in sentence.times])
        own = [dater.of_clause(part, sentence.times) for part in parts]
        main = dater.of_sentence(sentence, parts, own)
        yield _occurrence(names, sentence, sentence.span, main, "sentence")
        for part, dating in zip(parts, own, strict=True):
            if dating is not None and dating.interval != main.interval:
                yield _occurrence(names, sentence, part.span, dating, "clause")


def _occurrence(
    names: NameIndex, sentence: ContentSentence, span: Span, dating: Dating, rule: str
) -> OccurrenceReported:
    """The event of a sentence or clause."""
    text = names.text
    participants, places = names.participants_and_places(span)
    return OccurrenceReported(
        span=span,
        text=span.cut(text),
        trigger=trigger(text, span),
        participants=participants,
        places=places,
        start=dating.interval.start,
        end=dating.interval.end,
        precision=dating.interval.precision,
        basis=dating.basis,
        dated_by=dating.dated_by,
        modality=modality(text, span),
        place=sentence.place,
        paragraph=sentence.paragraph,
        sentence=sentence.number,
        rule=rule,
        confidence=CONFIDENCE_PER_MILLE[dating.basis],
    )
