"""Happenings and statements to be exported: a made-up storm, told by two newspapers."""

from __future__ import annotations

from datetime import date, datetime
from uuid import NAMESPACE_URL, uuid5

from hostile import HOSTILE
from timeline.exporters import Citation, Extent, Happening, Source, Statement, Told

RECORDED = datetime(2031, 5, 15, 6, 30, 0, 250)

TEXT = f"""The sea wall at Marrow Point gave way on Monday.

The harbour lost power at 21:40. The sea wall at Marrow Point gave way, said Ann Lee, mayor of Marrow.

She will reopen the quay on 2 June, she said; "it's a promise, & more".

Wetter than 1962, £1,400 gone, {HOSTILE} boats lost.

=HYPERLINK("https://evil.example","a prize") was painted on the wall.
"""

POST = Source(
    "post", "Harbour wall gives way", "The Quay Post", date(2031, 5, 13), "https://quay.example/wall?a=1&b=2",
    ("Jo Alder", "Cy & Co"), "en", TEXT,
)  # fmt: skip
SEA = Source(
    'sea "1"', None, None, date(2031, 5, 14), "javascript:alert(1)", (), None,
    f"A wall fell.\n\n{POST.text}",
)  # fmt: skip


def cited(words, source=POST):
    """Where words stand first in an article."""
    start = source.text.index(words)
    name = str(uuid5(NAMESPACE_URL, f"{source.key} {words}"))
    paragraph = source.text[:start].count("\n\n") + 1
    return Citation(name, source, paragraph, start, start + len(words), RECORDED)


def happened(words, start=None, end=None, precision=None, **columns):
    """Something that happened, in the words of an article or of several."""
    sources = columns.pop("sources", (POST,))
    given = {
        "when": Extent(start, end, precision, columns.pop("basis", "sentence-timex")),
        "text": words,
        "subject": (),
        "kind": "happening",
        "modality": "asserted",
        "place": "body",
        "salience": 800,
        "participants": (),
        "places": ("Marrow Point",),
        "correction": None,
        "citations": tuple(cited(words, source) for source in sources),
    }
    return Happening(**given | columns)


def said(speaker, quote, **columns):
    """What somebody said on the day before it was printed."""
    given = {
        "when": Extent(None, datetime(2031, 5, 14), "day", "publication"),
        "speaker": speaker,
        "source_mention": "she",
        "cue": "said",
        "manner": "direct",
        "modality": "asserted",
        "quote": quote,
        "about": ("Marrow",),
        "correction": None,
        "citations": (cited(quote),),
    }
    return Statement(**given | columns)


MONDAY, TUESDAY = datetime(2031, 5, 12), datetime(2031, 5, 13)

YEAR = happened("Wetter than 1962", datetime(1962, 1, 1), datetime(1963, 1, 1), "year", place="headline")
DAY = happened("The sea wall at Marrow Point gave way", MONDAY, TUESDAY, "day", sources=(POST, SEA))
MINUTE = happened(
    "The harbour lost power at 21:40.", MONDAY.replace(hour=21, minute=40), MONDAY.replace(hour=21, minute=41), "minute"
)
MORNING = happened("gave way on Monday.", MONDAY.replace(hour=6), MONDAY.replace(hour=12), "part-of-day")
RANGE = happened("£1,400 gone", datetime(2031, 5, 10), datetime(2031, 5, 12), "weekend")
BY = happened(f"{HOSTILE} boats lost.", None, TUESDAY, "day", basis="publication", places=("Port; Ellis, \\ Bay",))
PLANNED = happened(
    "reopen the quay on 2 June", datetime(2031, 6, 2), datetime(2031, 6, 3), "day", kind="planned",
    modality="planned", subject=("Ann Lee",),
)  # fmt: skip
FORMULA = happened('=HYPERLINK("https://evil.example","a prize") was painted on the wall.', MONDAY, TUESDAY, "day")
UNDATED = happened("was painted on the wall.", kind="planned", basis="publication")
SAID = said("Ann Lee", "it's a promise, & more")


def storm():
    """All of it."""
    happenings = (YEAR, RANGE, DAY, MORNING, MINUTE, FORMULA, BY, PLANNED, UNDATED)
    return Told(f"Storm <b>{HOSTILE}</b>", happenings, (SAID,))
