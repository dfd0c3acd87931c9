"""Extract who said what: quoted and indirect speech with its cue and speaker."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.events import PIECE_SEPARATOR
from timeline.events.types.statement_reported import StatementReported
from timeline.extractors.statements.confidence import confidence
from timeline.extractors.statements.continuations import linked
from timeline.extractors.statements.cues import cues
from timeline.extractors.statements.draft import ParseState
from timeline.extractors.statements.manner import manner, trimmed_contents
from timeline.extractors.statements.mentions import Naming
from timeline.extractors.statements.rules import parse_unit
from timeline.extractors.statements.saying_time import saying_time
from timeline.extractors.statements.speakers import Speakers
from timeline.extractors.statements.unit import units

if TYPE_CHECKING:
    from collections.abc import Iterator

    from timeline.extractors.statements.draft import Draft
    from timeline.language.document import Document
    from timeline.model.span import Span

VERSION = 6


def extract(document: Document) -> Iterator[StatementReported]:
    """
    The statements that an article reports, ordered by where their content starts.

    Repeated paragraphs are read once. A statement was said at the time next to its cue; where there is none, before
    it was printed: `said_to` is then the end of the publication day. In a language other than English nothing is read.
    """
    if not document.is_english:
        return
    speakers, naming = Speakers(document), Naming(document)
    drafts = linked((unit, parse_unit(ParseState(unit, cues(unit), speakers.is_known))) for unit in units(document))
    named = [
        (draft, speakers.resolve(draft.source[0], quoted=draft.may_continue) if draft.source else None)
        for draft in drafts
    ]
    for draft, speaker in sorted(named, key=lambda one: (min(one[0].content), one[0].cue)):
        if content := trimmed_contents(document, draft.content):
            yield _statement(document, draft, content, speaker, naming)


def _statement(
    document: Document, draft: Draft, content: tuple[Span, ...], speaker: str | None, naming: Naming
) -> StatementReported:
    """The event of a draft whose content stands in some places."""
    text = document.text
    said = saying_time(document, draft)
    how = manner(document, content)
    source = PIECE_SEPARATOR.join(span.cut(text) for span in draft.source) or None
    cue = PIECE_SEPARATOR.join(span.cut(text) for span in draft.cue) or None
    return StatementReported(
        content=content,
        cue=tuple(draft.cue),
        source=tuple(draft.source),
        source_text=source,
        cue_text=cue,
        speaker=speaker,
        manner=how,
        modality=draft.modality,
        quote=PIECE_SEPARATOR.join(span.cut(text) for span in content),
        about=naming.inside(content),
        said_from=said.start,
        said_to=said.end,
        said_precision=said.precision,
        said_basis=said.basis,
        paragraph=draft.paragraph,
        rule=draft.rule,
        confidence=confidence(draft.rule, how, cue, source, speaker),
    )
