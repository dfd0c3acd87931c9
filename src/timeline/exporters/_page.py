"""What is told as a digest, for the formats that people read: they look as digests do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.digests import Citation, CitedArticle, Digest, LineTime, OccurrenceLine, Request, Section, StatementLine
from timeline.digests.sections import UNDATED, section_key

if TYPE_CHECKING:
    from timeline.digests.sections import SectionKey
    from timeline.exporters import Extent, Happening, Statement, Told


def digest(told: Told) -> Digest:
    """Sections by day, or by a longer time where one is told; every article by its number."""
    articles = {
        source.key: CitedArticle(number, source.key, source.title, source.publisher, source.published, source.link)
        for number, source in enumerate(told.sources, 1)
    }
    filed: dict[SectionKey, tuple[list[OccurrenceLine], list[StatementLine]]] = {}
    for one in told.happenings:
        filed.setdefault(_section(one.when), ([], []))[0].append(_entry(one, articles))
    for said in told.statements:
        filed.setdefault(_section(said.when), ([], []))[1].append(_saying(said, articles))
    sections = tuple(
        Section(at.label, None if at == UNDATED else at.day, None, tuple(entries), tuple(sayings))
        for at, (entries, sayings) in sorted(filed.items())
    )
    return Digest(told.title, Request(), sections, tuple(articles.values()), None)


def _section(when: Extent) -> SectionKey:
    return section_key(_time(when), "day")


def _time(when: Extent) -> LineTime:
    return LineTime(
        label=when.label,
        day=when.days[0] if when.days else None,
        on_or_before=when.start is None and when.end is not None,
        start=when.start,
        end=when.end,
        precision=when.precision,
        basis=when.basis or "",
    )


def _entry(one: Happening, articles: dict[str, CitedArticle]) -> OccurrenceLine:
    modality = "planned" if one.kind == "planned" else "asserted" if one.kind == "happening" else one.modality
    return OccurrenceLine(
        text=one.text, when=_time(one.when), modality=modality, place=one.place, choice=None,
        citations=_citations(one, articles), subject=one.subject,
    )  # fmt: skip


def _saying(one: Statement, articles: dict[str, CitedArticle]) -> StatementLine:
    return StatementLine(
        speaker=one.speaker or one.source_mention, manner=one.manner, cue=one.cue, quote=one.quote,
        when=_time(one.when), citations=_citations(one, articles),
    )  # fmt: skip


def _citations(one: Happening | Statement, articles: dict[str, CitedArticle]) -> tuple[Citation, ...]:
    return tuple(
        Citation(
            place.event_id, articles[place.source.key], place.paragraph, place.start, place.end, place.recorded_at,
            correction=one.correction, url=place.url,
        )
        for place in one.citations
    )  # fmt: skip
