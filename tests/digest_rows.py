"""Rows for digests: a made-up storm, told by two newspapers."""

from datetime import date, datetime
from uuid import NAMESPACE_URL, uuid5

from timeline.digests import OccurrenceRow, StatementRow

TITLES = {
    "post": ("Harbour wall gives way after storm", "The Quay Post", "https://quay.example/wall?a=1&b=2"),
    "sea": ('"No <warning>" before *wall* fell & flood', "Coast & Sea", "javascript:alert(1)"),
}
RECORDED = datetime(2031, 5, 15, 6, 30, 0, 250)


def happened(text, start=None, end=None, **columns):
    """An occurrence; dated in its sentence when a start is given, else by publication."""
    article, published = columns.get("article", "post"), columns.get("published", date(2031, 5, 13))
    title, publisher, url = TITLES.get(article, (None, None, None))
    at = columns.get("paragraph", 1) * 100
    row = {
        "event_id": str(uuid5(NAMESPACE_URL, f"{article} {at} {text}")),
        "article": article,
        "title": title,
        "publisher": publisher,
        "published": published,
        "url": url,
        "text": text,
        "start": start,
        "end": end or (start and start.replace(day=start.day + 1)) or datetime(2031, 5, 14),
        "precision": "day" if start else None,
        "basis": "sentence-timex" if start else "publication",
        "modality": "asserted",
        "place": "body",
        "paragraph": 1,
        "sentence": 0,
        "span_start": at,
        "span_end": at + len(text),
        "recorded_at": RECORDED,
    }
    return OccurrenceRow(**row | columns)


def said(speaker, quote, **columns):
    """A direct statement, dated by publication unless columns say more."""
    article = columns.get("article", "post")
    title, publisher, url = TITLES.get(article, (None, None, None))
    at = columns.get("paragraph", 1) * 100
    row = {
        "event_id": str(uuid5(NAMESPACE_URL, f"{article} {at} said {quote}")),
        "article": article,
        "title": title,
        "publisher": publisher,
        "published": date(2031, 5, 13),
        "url": url,
        "speaker": speaker,
        "source_mention": None,
        "manner": "direct",
        "quote": quote,
        "cue_text": "said",
        "said_from": None,
        "said_to": datetime(2031, 5, 14),
        "said_precision": None,
        "said_basis": "publication",
        "paragraph": 1,
        "span_start": at,
        "span_end": at + len(quote),
        "recorded_at": RECORDED,
    }
    return StatementRow(**row | columns)


def storm():
    """All that happened, and all that was said."""
    monday, later = datetime(2031, 5, 12), {"article": "sea", "published": date(2031, 5, 14)}
    wall = "The sea wall at Marrow Point gave way on Monday."
    occurrences = [
        happened(wall, monday),
        happened(wall, monday, **later),
        happened("Some 1,400 people have been\nmoved to higher ground", paragraph=3, basis="reporting-verb"),
        happened(
            "which was built in 1962", datetime(1962, 1, 1), datetime(1963, 1, 1),
            precision="year", basis="clause-timex", paragraph=4,
        ),
        happened(
            "Engineers looked at the wall over the weekend.", datetime(2031, 5, 10), datetime(2031, 5, 12),
            precision="weekend", paragraph=5,
        ),
        happened("The council will discuss <b>repairs</b> on Friday.", datetime(2031, 5, 16), modality="planned"),
        happened("Waves over the wall, 13 May 2031", datetime(2031, 5, 13), place="caption", paragraph=7),
        happened(
            "The harbour lost power at 21:40 on Monday.", datetime(2031, 5, 12, 21, 40), datetime(2031, 5, 12, 21, 41),
            precision="minute", paragraph=8,
        ),
        happened(
            "Cracks were seen about two years ago.", datetime(2029, 4, 1), datetime(2029, 7, 1),
            precision="vague", paragraph=9,
        ),
    ]  # fmt: skip
    statements = [
        said("Ada Wren", "We had no warning at all.", paragraph=2),
        said("Ada Wren", "the wall “should have held”", manner="mixed", cue_text="told reporters", paragraph=4),
        said(None, "It was like a train.", cue_text=None, paragraph=6),
        said(
            "Piet Maas", "repairs would take a year", manner="indirect", cue_text="said on Monday", paragraph=6,
            said_from=monday, said_to=datetime(2031, 5, 13), said_precision="day", said_basis="cue-timex", **later,
        ),
    ]  # fmt: skip
    return occurrences, statements
