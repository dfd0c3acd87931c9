"""What a log must show, told from its facts alone: lists and loops, no SQL, no windows, nothing kept up to date."""

from __future__ import annotations

import json
from datetime import datetime

from attrs import Factory, define, field, frozen

from timeline.events.envelope import RecordedEvent
from timeline.model.article import Article
from timeline.model.moments import naive_utc

TEXTS = ("article_published", "article_revised")
DECISIONS = ("assertion_retracted", "assertion_corrected")


@frozen
class Text:
    """One text of an article: when it was seen, and the event that brought it."""

    row: RecordedEvent
    article: Article
    seen: datetime = field(init=False)

    @seen.default
    def _seen(self) -> datetime:
        return self.article.captured or self.row.recorded_at

    def printed(self, known: list[Text]) -> datetime:
        """When it was printed: the first text of those known with the article, another when it was captured."""
        if self.place == min(text.place for text in known):
            return min(text.row.reported_at for text in known)
        return self.article.captured or self.row.reported_at

    @property
    def place(self) -> tuple[datetime, int]:
        """Its place among the texts of the article."""
        return self.seen, self.row.revision


@define
class Reference:
    """Facts in the order in which they were recorded; those that were erased are not among them."""

    rows: list[RecordedEvent] = Factory(list)
    texts: dict[tuple[str, int], Text] = Factory(dict)
    erased: set[str] = Factory(set)

    def outcome(self, given: Article) -> str:
        """What handing in an article comes to."""
        if given.key in self.erased:
            return "erased"
        known = [text for (key, _), text in self.texts.items() if key == given.key]
        if not known:
            return "published"
        current = max(known, key=lambda text: text.place)
        same = [text for text in known if _sameness(text.article) == _sameness(given)]
        if current in same or (same and not (given.captured and given.captured > current.seen)):
            return "unchanged"
        return "revised"

    def take(self, row: RecordedEvent) -> None:
        """Enter a fact."""
        self.rows.append(row)
        if row.type in TEXTS:
            self.texts[row.article, row.revision] = Text(row, Article(**json.loads(row.data)))

    def erase(self, key: str) -> None:
        """Forget an article: its facts are in no view, of whatever time."""
        self.erased.add(key)
        self.rows = [row for row in self.rows if row.article != key]
        self.texts = {at: text for at, text in self.texts.items() if at[0] != key}

    def moments(self) -> list[datetime]:
        """When something was recorded."""
        return sorted({row.recorded_at for row in self.rows})

    def articles(self, as_of: datetime, until: datetime | None) -> set[tuple]:
        """Article and revision of the texts that hold."""
        return {(text.row.article, text.row.revision) for text in self._current(as_of, until)}

    def statements(self, as_of: datetime, until: datetime | None) -> set[tuple]:
        """Id, speaker, and when it was said, of the statements that hold."""
        found = set()
        for text in self._current(as_of, until):
            for row in self._shown(text, as_of):
                if row.type == "statement_reported" and (says := self._says(row, as_of)):
                    found.add((str(row.event_id), *says))
        return found

    def refuses_retraction(self, target: RecordedEvent) -> bool:
        """It is retracted already, or undid another decision."""
        undone = {row.causation for row in self.rows if row.type == "assertion_retracted"}
        mine = [row for row in self.rows if row.type == "assertion_retracted" and row.causation == target.event_id]
        if any(row.event_id not in undone for row in mine):
            return True
        return target.type == "assertion_retracted" and self._row(target.causation).type in DECISIONS

    def _row(self, event_id: object) -> RecordedEvent:
        return next(row for row in self.rows if row.event_id == event_id)

    def _before(self, as_of: datetime) -> list[RecordedEvent]:
        return [row for row in self.rows if row.recorded_at <= as_of]

    def _current(self, as_of: datetime, until: datetime | None) -> list[Text]:
        """Of each article the text that was seen last, unless its publisher took it back since."""
        before, found = self._before(as_of), []
        for key in {key for key, _ in self.texts}:
            known = [text for text in self.texts.values() if text.row.article == key and text.row in before]
            printed = [text for text in known if until is None or text.printed(known) <= until]
            last = max(printed, key=lambda text: text.place, default=None)
            gone = [row for row in before if row.type == "article_withdrawn" and row.article == key]
            if last and not any(row.position > last.row.position for row in gone):
                found.append(last)
        return found

    def _shown(self, text: Text, as_of: datetime) -> list[RecordedEvent]:
        """What the pinned reading of each extractor found in a text, else the last."""
        before, found = self._before(as_of), []
        mine = [row for row in before if (row.article, row.revision) == (text.row.article, text.row.revision)]
        done = [row for row in mine if row.type == "extraction_completed"]
        for extractor in {row.extractor for row in done}:
            readings = [row for row in done if row.extractor == extractor]
            pinned = None
            for row in before:
                if row.type in ("extraction_pinned", "extraction_unpinned") and row.article == text.row.article:
                    said = json.loads(row.data)
                    pinned = said.get("pinned") if said["extractor"] == extractor else pinned
            chosen = next((row for row in readings if row.extractor_version == pinned), readings[-1])
            found += [row for row in mine if row.extraction == chosen.extraction]
        return found

    def _says(self, row: RecordedEvent, as_of: datetime) -> tuple | None:
        """Speaker and time of a statement by what people decided; None when somebody took it back."""
        speaker, when = json.loads(row.data)["speaker"], (row.occurred_from, row.occurred_to)
        before = self._before(as_of)
        undone = {each.causation for each in before if each.type in DECISIONS}
        for decision in before:
            if decision.type not in DECISIONS or decision.event_id in undone:
                continue
            target = self._row(decision.causation)
            if target.type != row.type or not self._holds_of(target, row):
                continue
            if decision.type == "assertion_retracted":
                return None
            said = json.loads(decision.data)
            speaker = said["changes"].get("speaker", speaker)
            when = (decision.occurred_from, decision.occurred_to) if said["redated"] else when
        return speaker, *when

    def _holds_of(self, target: RecordedEvent, row: RecordedEvent) -> bool:
        """A decision on one event is one on the other: itself, or the one like it in another reading."""
        if target.event_id == row.event_id:
            return True
        if target.article != row.article or target.extraction == row.extraction:
            return False
        beside = [each for each in self.rows if each.extraction == row.extraction and each.type == row.type]
        near = {each.event_id: self._nearness(target, each) for each in beside}
        best = min((nearness for nearness in near.values() if nearness is not None), default=None)
        return near[row.event_id] == best is not None and list(near.values()).count(best) == 1

    def _nearness(self, one: RecordedEvent, two: RecordedEvent) -> int | None:
        same_text = one.revision == two.revision
        if same_text and one.evidence == two.evidence:
            return 1
        if self._words(one) == self._words(two):
            return 2
        places = [{at for span in row.evidence for at in range(*span)} for row in (one, two)]
        if same_text and 2 * len(places[0] & places[1]) >= max(map(len, places)):
            return 3
        return None

    def _words(self, row: RecordedEvent) -> list[str]:
        text = self.texts[row.article, row.revision].article.text
        return [text[start:end] for start, end in row.evidence]


def _sameness(given: Article) -> tuple:
    return given.text, given.title, given.published, given.authors, given.url


def printed_at(given: Article, revision: int) -> datetime:
    """When a text was printed."""
    return given.captured if revision > 1 and given.captured else naive_utc(given.published)
