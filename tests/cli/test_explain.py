"""`timeline explain`: what is told of an event, line by line."""

from __future__ import annotations

import json
from datetime import datetime
from uuid import UUID

import pytest

from building import TEXT, article, happened, said
from timeline.cli.commands.explain import _json, _lines
from timeline.events.envelope import COLUMNS, RecordedEvent
from timeline.events.types.payload_erased import PayloadErased
from timeline.model.span import Span
from timeline.provenance.explanation import Explanation

EVENT = UUID("41d0c019-0000-5000-8000-000000000000")
BARE = {
    "position": 1234, "event_id": EVENT, "stream": "person-lee", "type": "tide_seen", "evidence": [],
    "recorded_at": datetime(2026, 3, 4, 5, 6, 7),
}  # fmt: skip
READ = {
    "article": "a", "revision": 2, "evidence": [[26, 34], [4, 9]], "extractor": "dates", "extractor_version": 3,
    "rule": "cue", "confidence": 995, "occurred_from": datetime(2026, 3, 2), "occurred_to": datetime(2026, 3, 3),
    "precision": "day",
}  # fmt: skip
HEAD = ["in the tree of 5,000 events, root 00ff", f"event {EVENT}"]


def recorded(**fields):
    """A row of the log."""
    return RecordedEvent(**dict.fromkeys(COLUMNS) | BARE | fields)


def explained(row, **fields):
    """What is known of that row."""
    whole = {"event": None, "article": None, "paragraph": None, "passage": Span(0, 0), "tree_size": 5000,
             "root": "00ff", "decided": ()}  # fmt: skip
    return Explanation(recorded=row, **whole | fields)


def test_an_event_of_no_article():
    """
    Its type, its stream, and where it stands.
    """
    assert [
        "tide_seen",
        "stream person-lee",
        "recorded 2026-03-04 05:06:07 UTC at position 1,234",
        *HEAD,
    ] == list(_lines(explained(recorded())))


def test_an_event_that_was_read():
    """
    Its time and precision, who read it by which rule, and from where to where it was read.
    """
    first, where, *_ = _lines(explained(recorded(**READ)))

    assert "2 March 2026 (day)   tide_seen   dates 3   rule cue   confidence 99.5 %" == first
    assert "article a, revision 2, characters 4–34" == where


@pytest.mark.parametrize(
    ("fields", "first"),
    [
        ({"precision": None, "occurred_from": None}, "by 2 March 2026 (as published)   tide_seen"),
        ({"rule": None, "extractor": None, "confidence": None}, "2 March 2026 (day)   tide_seen"),
        ({"confidence": None}, "2 March 2026 (day)   tide_seen   dates 3   rule cue   confidence 0 %"),
    ],
)
def test_what_is_not_known_is_left_out(fields, first):
    """
    A time without a precision is that of publication.
    """
    assert next(_lines(explained(recorded(**READ | fields)))).startswith(first)


def test_the_basis_of_a_time():
    """
    An event that has one names it.
    """
    assert next(_lines(explained(recorded(), event=happened("was closed")))).endswith("basis clause-timex")


@pytest.mark.parametrize(("title", "lines"), [("Bridge", ["“Bridge”, 2026-03-04"]), (None, [])])
def test_the_title_of_its_article(title, lines):
    """
    With the day of its publication; no line without a title.
    """
    found = explained(recorded(**READ), article=article(title=title))

    assert lines == [line for line in _lines(found) if line.startswith("“")]


def test_an_event_without_evidence_has_no_passage():
    """
    What is known of the whole article follows at once.
    """
    found = explained(recorded(**READ | {"evidence": []}), article=article(title="Bridge"))

    assert ["article a, revision 2", "“Bridge”, 2026-03-04"] == list(_lines(found))[1:3]


def decision(**data):
    """A decision about an event."""
    return recorded(type="assertion_corrected", data=json.dumps({"by": None, "reason": "Her words."} | data))


@pytest.mark.parametrize(
    ("row", "line"),
    [
        (
            decision(changes={"speaker": "Lïnd", "cue": None}, by="Ana"),
            f'corrected speaker to "Lïnd", cue to null: Her words. ({EVENT}, Ana)',
        ),
        (decision(), f"corrected: Her words. ({EVENT})"),
    ],
)
def test_what_was_decided(row, line):
    """
    What should be said instead, why, and by whom if that is known.
    """
    assert line == list(_lines(explained(recorded(), decided=(row,))))[-1]


@pytest.mark.parametrize(
    ("by", "line"), [("the court", "erased: 7 O 123/26 (the court)"), (None, "erased: 7 O 123/26")]
)
def test_why_it_was_erased(by, line):
    """
    The reason, and whose order it was.
    """
    erased = PayloadErased(article="a", reason="7 O 123/26", by=by, positions=())

    assert line == list(_lines(explained(recorded(), erased=erased)))[-1]


def test_its_words_are_underlined():
    """
    Each kind of evidence has its mark, and the marks are named where there are several.
    """
    cue = Span(TEXT.index("said"), TEXT.index("said") + 4)
    event = said("the mayor", cue=(cue,), source=(Span(0, 9),))
    passage = Span(0, TEXT.index(".") + 1)
    lines = list(_lines(explained(recorded(), event=event, article=article(), paragraph=1, passage=passage)))

    assert [
        "  ¶1  The mayor said the bridge is safe.",
        "      ~~~~~~~~~ ════ ──────────────────",
        "  ── content   ══ cue   ~~ source",
    ] == lines[1:4]


def test_one_kind_of_evidence_needs_no_names():
    """
    Evidence that begins before or ends after the sentence is underlined as far as it goes.
    """
    start = TEXT.index("On Monday")
    event = happened("safe. On Monday the bridge was closed.")
    passage = Span(start, len(TEXT) - 1)
    lines = list(_lines(explained(recorded(), event=event, article=article(), paragraph=1, passage=passage)))

    assert ["  ¶1  On Monday the bridge was closed", f"      {'─' * 31}", "stream person-lee"] == lines[1:4]


def test_a_long_sentence_is_wrapped():
    """
    Lines without evidence have nothing below them, later ones no number.
    """
    text = f"{'word ' * 20}and the pier was shut."
    event = happened("the pier was shut", text=text)
    found = explained(recorded(), event=event, article=article(text=text), paragraph=12, passage=Span(0, len(text)))

    assert [
        f"  ¶12  {('word ' * 20).rstrip()}",
        "       and the pier was shut.",
        "           ─────────────────",
    ] == list(_lines(found))[1:4]


def test_all_of_it_as_json():
    """
    What is not there is null.
    """
    none = json.loads(_json(explained(recorded())))
    erased = PayloadErased(article="a", reason="7 O 123/26", by=None, positions=())
    some = json.loads(
        _json(explained(recorded(), article=article(title="Bridge"), passage=Span(0, 9), erased=erased))
    )  # fmt: skip

    assert (None, None, None) == (none["title"], none["passage_text"], none["erased"])
    assert ("Bridge", "The mayor", "7 O 123/26") == (some["title"], some["passage_text"], some["erased"])
