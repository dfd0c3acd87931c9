"""Make up news: articles with the events that stand in them, the same for the same seed."""

from __future__ import annotations

from datetime import datetime, timedelta
from itertools import accumulate
from random import Random
from typing import TYPE_CHECKING

from timeline.events.extraction import Extraction
from timeline.events.types.date_mentioned import DateMentioned
from timeline.events.types.occurrence_reported import OccurrenceReported
from timeline.events.types.statement_reported import StatementReported
from timeline.log.append import ExtractedArticle
from timeline.model.article import Article
from timeline.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

STATEMENTS, OCCURRENCES, DATES = 12, 8, 6
EVENTS = 1 + STATEMENTS + OCCURRENCES + DATES + 3
"""Per article: its text, what three extractors read, and that each of them completed."""

GROUP = 33
"""Articles per commit that make about 1,000 events."""

REVISED = 0.1
"""Share of deliveries that are another text of a recent article."""

FIRST_DAY = datetime(2024, 1, 1)
DAYS = 730
DAY = timedelta(days=1)
SYLLABLES = "ba-bre-cho-da-del-dor-fen-ga-gri-ha-jo-ka-kel-la-lum-ma-mir-nor-o-pa-quil-ra-ros-sel-ta-tev-um-va-wen-zo"


class Newsroom:
    """Made-up words, and speakers of whom a few say most."""

    def __init__(self, seed: int = 1, name: str = "article", speakers: int = 2_000) -> None:
        self.name = name
        self.random = Random(seed)  # noqa: S311 - made-up news is no secret
        self.words = [self._word() for _ in range(4_000)]
        self.speakers = [f"{self._word().title()} {self._word().title()}" for _ in range(speakers)]
        self.weights = list(accumulate(1 / rank for rank in range(1, speakers + 1)))

    def deliveries(self, events: int, known: Sequence[str] = ()) -> Iterator[ExtractedArticle]:
        """Articles with at least so many events in all, in order of publication; revised are recent or *known* ones."""
        count = -(-events // EVENTS)
        recent: list[str] = []
        for number in range(count):
            day = FIRST_DAY + DAY * (number * DAYS // count)
            if (known or recent) and self.random.random() < REVISED:
                yield self._delivery(self.random.choice(known or recent), day)
            else:
                recent = [*recent[-200:], f"{self.name}-{number}"]
                yield self._delivery(recent[-1], day)

    def groups(self, events: int, known: Sequence[str] = (), *, size: int = GROUP) -> Iterator[list[ExtractedArticle]]:
        """The same, so many articles together; by default what makes a commit of about 1,000 events."""
        group: list[ExtractedArticle] = []
        for delivery in self.deliveries(events, known):
            group.append(delivery)
            if len(group) == size:
                yield group
                group = []
        if group:
            yield group

    def clause(self, least: int = 6, most: int = 14) -> str:
        """So many made-up words."""
        return " ".join(self.random.choices(self.words, k=self.random.randint(least, most)))

    def _word(self) -> str:
        return "".join(self.random.choices(SYLLABLES.split("-"), k=self.random.randint(2, 4)))

    def _delivery(self, key: str, day: datetime) -> ExtractedArticle:
        page = Page()
        statements = [self._statement(page, day) for _ in range(STATEMENTS)]
        dated = [self._occurrence(page, day) for _ in range(OCCURRENCES)]
        article = Article(
            key=key, text=page.text, published=day.date(), title=self.clause().capitalize(),
            language="en", captured=day,
            source=f"The {self.words[day.toordinal() % 20].title()} Post", url=f"https://news.example/{key}",
        )  # fmt: skip
        readings = (
            Extraction("dates", 1, tuple(date for date, _ in dated[:DATES])),
            Extraction("occurrences", 1, tuple(occurrence for _, occurrence in dated)),
            Extraction("statements", 1, tuple(statements)),
        )
        return ExtractedArticle(article, readings)

    def _statement(self, page: Page, day: datetime) -> StatementReported:
        (speaker,) = self.random.choices(self.speakers, cum_weights=self.weights)
        quote, cue = self.clause().capitalize(), self.random.choice(("said", "warned", "told reporters"))
        page.put("“")
        content = page.put(quote)
        page.put(",” ")
        source = page.put(speaker)
        page.put(" ")
        cued = page.put(cue)
        paragraph = page.end()
        return StatementReported(
            rule="quote-speaker-cue", confidence=950, content=(content,), cue=(cued,), source=(source,),
            source_text=speaker, cue_text=cue, speaker=speaker, manner="direct", quote=quote, said_from=day,
            said_to=day + DAY, said_precision="day", said_basis="publication", paragraph=paragraph,
        )  # fmt: skip

    def _occurrence(self, page: Page, published: datetime) -> tuple[DateMentioned, OccurrenceReported]:
        day = published - DAY * self.random.randint(0, 60)
        start = len(page)
        page.put("The council ")
        page.put(f"opened the {self.clause()} on ")
        named = f"{day.day} {day:%B %Y}"
        date = page.put(named)
        span = Span(start, len(page))
        paragraph = page.end()
        when = {"start": day, "end": day + DAY, "precision": "day", "paragraph": paragraph}
        mentioned = DateMentioned(
            rule="day-month-year", span=date, text=named, kind="DATE", timex=f"{day:%Y-%m-%d}", edtf=f"{day:%Y-%m-%d}",
            basis="absolute", **when,
        )  # fmt: skip
        occurrence = OccurrenceReported(
            rule="clause", span=span, text=span.cut(page.text), basis="clause-timex", dated_by=(date,),
            modality="asserted", place="body", sentence=paragraph, **when,
        )  # fmt: skip
        return mentioned, occurrence


class Page:
    """A text in the making."""

    def __init__(self) -> None:
        self.text = ""
        self.paragraphs = 1

    def __len__(self) -> int:
        return len(self.text)

    def put(self, words: str) -> Span:
        """Write on; where the words now stand."""
        start = len(self.text)
        self.text += words
        return Span(start, len(self.text))

    def end(self) -> int:
        """End the paragraph; its number."""
        self.text += ".\n\n"
        self.paragraphs += 1
        return self.paragraphs - 1
