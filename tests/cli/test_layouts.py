"""The cells that people see of a row, command by command."""

from __future__ import annotations

from datetime import datetime
from types import SimpleNamespace

import pytest

from timeline.cli.cells import short_key
from timeline.cli.commands import articles, compare, diff, history, log, people, pin, quotes, revisions, show, who

EVENT = "41d0c019-0000-5000-8000-000000000000"
MONDAY, TUESDAY, WEDNESDAY = (datetime(2026, 3, day) for day in (2, 3, 4))

SAID = {
    "said_from": MONDAY, "said_to": TUESDAY, "said_precision": "day", "speaker": "Ann Lee", "source_mention": "she",
    "cue": "said", "manner": "indirect", "modality": "asserted", "quote": "the pier is shut",
    "correction": None, "articles": 1,
    "publisher": "Post", "article": "pier", "citation": "Post, ¶3", "event_id": EVENT, "part": "by",
}  # fmt: skip
HAPPENED = {
    "occurred_from": MONDAY, "occurred_to": TUESDAY, "precision": "day", "text": "The pier was shut.", "subject": [],
    "basis": "clause-timex", "modality": "asserted", "kind": "happening", "correction": None, "independent": 1,
    "sources": ["Post"],
    "publisher": "Post",
    "article": "pier",
    "citation": "Post, ¶3", "event_id": EVENT,
}  # fmt: skip


@pytest.mark.parametrize(
    ("change", "cells"),
    [
        ({}, ("2 Mar 2026", "Ann Lee", "said", "the pier is shut", "Post ¶3", "41d0c019")),
        ({"speaker": None}, ("2 Mar 2026", "she", "said", "the pier is shut", "Post ¶3", "41d0c019")),
        (
            {"speaker": None, "source_mention": None, "cue": None},
            ("2 Mar 2026", "not attributed", "", "the pier is shut", "Post ¶3", "41d0c019"),
        ),
        (
            {"manner": "direct", "correction": "Her deputy."},
            ("2 Mar 2026", "Ann Lee", "said", "“the pier is shut” [corrected: Her deputy.]", "Post ¶3", "41d0c019"),
        ),
        (
            {"articles": 3, "publisher": None, "citation": None},
            ("2 Mar 2026", "Ann Lee", "said", "the pier is shut", "pier +2", "41d0c019"),
        ),
        (
            {"modality": "unsaid"},
            ("2 Mar 2026", "Ann Lee", "said", "the pier is shut [unsaid]", "Post ¶3", "41d0c019"),
        ),
    ],
)  # fmt: skip
def test_a_quote(change, cells):
    """
    Who is named, else as the article calls them; a quotation in marks; whether it was said; how many others have it.
    """
    assert cells == quotes.LAYOUT.cells(SAID | change, {})


@pytest.mark.parametrize(
    ("above", "seen"),
    [
        ({}, ("2 Mar 2026", "Ann Lee")),
        (SAID, ("", "")),
        (SAID | {"speaker": "Bo Ek"}, ("", "Ann Lee")),
        (SAID | {"said_from": TUESDAY, "said_to": WEDNESDAY}, ("2 Mar 2026", "Ann Lee")),
    ],
)
def test_time_and_speaker_are_said_once(above, seen):
    """
    A time that stands above is not repeated, and neither is the speaker below that time.
    """
    assert seen == quotes.LAYOUT.cells(SAID, above)[:2]


@pytest.mark.parametrize(
    ("change", "above", "cells"),
    [
        ({}, {}, ("2 Mar 2026", "by", "Ann Lee", "said", "the pier is shut", "Post ¶3", "41d0c019")),
        ({"speaker": None}, SAID, ("", "by", "she", "said", "the pier is shut", "Post ¶3", "41d0c019")),
        (
            {"speaker": None, "source_mention": None, "manner": "direct", "articles": 2},
            SAID | {"said_from": None},
            ("2 Mar 2026", "by", "not attributed", "said", "“the pier is shut”", "Post ¶3 +1", "41d0c019"),
        ),
    ],
)
def test_both_sides_of_a_person(change, above, cells):
    """
    The time once, the side, who speaks, how, the words and where.
    """
    assert cells == who.LAYOUT.cells(SAID | change, above)


@pytest.mark.parametrize(
    ("change", "above", "cells"),
    [
        ({}, {}, ("2 Mar 2026", "The pier was shut.", "Post ¶3", "41d0c019")),
        ({}, HAPPENED, ("", "The pier was shut.", "Post ¶3", "41d0c019")),
        (
            {"kind": "planned", "independent": 2},
            HAPPENED | {"occurred_from": None},
            ("2 Mar 2026", "The pier was shut. (planned)", "Post ¶3 +1", "41d0c019"),
        ),
        (
            {"correction": "A day later.", "publisher": None},
            {},
            ("2 Mar 2026", "The pier was shut. [corrected: A day later.]", "pier ¶3", "41d0c019"),
        ),
        (
            {"kind": "state", "modality": "denied"},
            {},
            ("2 Mar 2026", "The pier was shut. (denied)", "Post ¶3", "41d0c019"),
        ),
        ({"kind": "state"}, HAPPENED, ("", "The pier was shut.", "Post ¶3", "41d0c019")),
        (
            {"text": "She resigned.", "subject": ["Ana Ruiz"]},
            HAPPENED,
            ("", "[Ana Ruiz] She resigned.", "Post ¶3", "41d0c019"),
        ),
        ({"modality": "denied"}, HAPPENED, ("", "The pier was shut.", "Post ¶3", "41d0c019")),
        ({"basis": "publication"}, HAPPENED, ("by 2 Mar 2026", "The pier was shut.", "Post ¶3", "41d0c019")),
        (
            {"basis": "publication", "kind": "planned"},
            {},
            ("undated", "The pier was shut. (planned)", "Post ¶3", "41d0c019"),
        ),
    ],
)
def test_what_happened(change, above, cells):
    """
    The time once, the words, what they are if not asserted, and where; without a publisher the article's key.

    What only its printing dates happened by then, or is yet to.
    """
    assert cells == show.LAYOUT.cells(HAPPENED | change, above)


@pytest.mark.parametrize(("publisher", "source"), [("Post", "Post"), (None, "pier")])
def test_a_salient_day(publisher, source):
    """
    The day, its score and the articles behind it, and what happened.
    """
    row = {
        "day": MONDAY.date(), "salience": 1.5, "articles": 4, "later": 1, "when": "2 March", "text": "He left.",
        "subject": ["Tom Baker"], "publisher": publisher, "article": "pier", "event_id": EVENT,
    }  # fmt: skip

    cells = ("2026-03-02", "1.5 (4, 1 later)", "2 March — [Tom Baker] He left.", source, "41d0c019")
    assert cells == show.SALIENT_LAYOUT.cells(row, {})


@pytest.mark.parametrize(
    ("salience", "scores"),
    [(None, [None] * 4), (SimpleNamespace(rank=1, score=1.5, articles=4, later=1), [1, 1.5, 4, 1])],
)
def test_a_day_that_was_not_chosen_has_no_score(salience, scores):
    """
    Days of a digest that holds everything are not ranked.
    """
    source = SimpleNamespace(article=SimpleNamespace(key="pier", publisher="Post"), event_id=EVENT)
    line = SimpleNamespace(when=SimpleNamespace(label="2 March"), text="Fire.", subject=(), citations=[source])
    section = SimpleNamespace(day=MONDAY.date(), salience=salience, occurrences=[line])
    (row,) = show._salient(SimpleNamespace(sections=[section]))

    assert (MONDAY.date(), *scores, "2 March", "Fire.", (), "pier", "Post", EVENT) == row


@pytest.mark.parametrize(("stated", "shown"), [("Post", "Post"), (None, "")])
def test_an_article(stated, shown):
    """
    What it does not state is left blank.
    """
    row = {
        "published": MONDAY.date(), "publisher": stated, "title": stated, "statements": 1200, "occurrences": 2,
        "revisions": 1, "article": "pier", "language": stated,
    }  # fmt: skip

    assert ("2026-03-02", shown, shown, shown, "1,200", "2", "1", "pier") == articles.LAYOUT.cells(row, {})


@pytest.mark.parametrize(
    ("row", "cells"),
    [
        (
            {"change": "changed", "fields": ["cue", "quote"], "before": "shut", "after": "open", "before_event": "1",
             "after_event": EVENT},
            ("pier", "changed (cue, quote)", "shut", "open", "41d0c019"),
        ),
        (
            {"change": "lost", "fields": None, "before": "shut", "after": None, "before_event": EVENT,
             "after_event": None},
            ("pier", "lost", "shut", "", "41d0c019"),
        ),
        (
            {"change": "gained", "fields": [], "before": None, "after": "open", "before_event": None,
             "after_event": EVENT},
            ("pier", "gained", "", "open", "41d0c019"),
        ),
    ],
)  # fmt: skip
def test_what_two_versions_found(row, cells):
    """
    What became of it, in which fields, and the newer event if there is one.
    """
    assert cells == compare.LAYOUT.cells({"article": "pier", **row}, {})


@pytest.mark.parametrize(
    ("change", "cells"),
    [
        ({"revision": 2, "what": "Pier", "by_whom": "Ana"}, ("2", "Pier", "Ana")),
        ({"revision": None, "what": None, "by_whom": None}, ("", "", "")),
    ],
)
def test_history(change, cells):
    """
    What has no revision, words or author leaves them blank.
    """
    row = {"recorded_at": MONDAY, "type": "article_published", "event_id": EVENT} | change

    assert ("2026-03-02 00:00:00", "article_published", *cells, "41d0c019") == history.LAYOUT.cells(row, {})


@pytest.mark.parametrize(
    ("change", "cells"),
    [
        ({"article": "pier", "rule": "cue", "data": "x" * 80}, ("pier", "cue", "x" * 80)),
        ({"article": None, "rule": None, "data": None}, ("", "", "erased")),
        ({"article": "pier", "rule": None, "data": "x" * 81}, ("pier", "", "x" * 79 + "…")),
    ],
)
def test_an_event_of_the_log(change, cells):
    """
    Eighty characters of its data are shown, or that they were erased.
    """
    row = {"position": 7, "recorded_at": MONDAY, "type": "kind", "event_id": EVENT} | change

    assert ("7", "2026-03-02 00:00:00", "kind", *cells, "41d0c019") == log.LAYOUT.cells(row, {})


@pytest.mark.parametrize(("names", "also"), [(["Lee", "A. Lee"], "Lee, A. Lee"), (None, "")])
def test_a_person(names, also):
    """
    All names beside the first.
    """
    row = {"person": "Ann Lee", "names": names, "said": 3, "about": 0, "articles": 1000,
           "first_day": MONDAY.date(), "last_day": TUESDAY.date()}  # fmt: skip

    assert ("Ann Lee", also, "3", "0", "1,000", "2026-03-02", "2026-03-03") == people.LAYOUT.cells(row, {})


@pytest.mark.parametrize(("stated", "shown"), [("Ana", "Ana"), (None, "")])
def test_a_pin(stated, shown):
    """
    Reason and author where there are any.
    """
    row = {"extractor": "dates", "version": 2, "article": "pier", "reason": stated, "by": stated, "recorded_at": MONDAY}

    assert ("dates@2", "pier", shown, shown, "2026-03-02 00:00:00") == pin.LAYOUT.cells(row, {})


DIFFERS = {
    "change": "new", "why": "appended", "reason": None, "by": None, "kind": "statement", "who": "Ann Lee",
    "was_who": None, "before": None, "after": "The pier is shut.", "modality": "asserted", "was_modality": None,
    "time_from": MONDAY, "time_to": TUESDAY, "precision": "day", "was_from": None, "was_to": None,
    "was_precision": None, "publisher": "Post", "article": "pier", "paragraph": 3, "event_id": EVENT,
}  # fmt: skip
CHANGED = DIFFERS | {
    "change": "changed", "was_who": "Ann Lee", "before": "The pier is open.", "was_modality": "asserted",
    "was_from": MONDAY, "was_to": TUESDAY, "was_precision": "day",
}  # fmt: skip


@pytest.mark.parametrize(
    ("row", "cells"),
    [
        (DIFFERS, ("new", "appended", "Ann Lee", "The pier is shut.", "Post ¶3", "41d0c019")),
        (
            DIFFERS | {"change": "gone", "before": "It burns.", "after": None, "who": None, "kind": "happening"},
            ("gone", "appended", "happening", "It burns.", "Post ¶3", "41d0c019"),
        ),
        (
            DIFFERS | {"why": "retracted", "reason": "Not said.", "by": "Ana", "paragraph": None, "publisher": None},
            ("new", "retracted: Not said. — Ana", "Ann Lee", "The pier is shut.", "pier", "41d0c019"),
        ),
        (
            DIFFERS | {"why": "retracted", "reason": "Not said."},
            ("new", "retracted: Not said.", "Ann Lee", "The pier is shut.", "Post ¶3", "41d0c019"),
        ),
        (CHANGED, ("changed", "appended", "Ann Lee", "The pier is [-open-]{+shut+}.", "Post ¶3", "41d0c019")),
        (
            CHANGED | {"was_who": "Bo Ek", "before": "The pier is shut."},
            ("changed", "appended", "Bo Ek → Ann Lee", "The pier is shut.", "Post ¶3", "41d0c019"),
        ),
        (
            CHANGED | {"was_who": None, "before": "The pier is shut."},
            ("changed", "appended", "nobody → Ann Lee", "The pier is shut.", "Post ¶3", "41d0c019"),
        ),
        (
            CHANGED | {"who": None, "before": "The pier is shut."},
            ("changed", "appended", "Ann Lee → nobody", "The pier is shut.", "Post ¶3", "41d0c019"),
        ),
        (
            CHANGED | {"before": "The pier is shut.", "was_from": TUESDAY, "was_to": WEDNESDAY},
            ("changed", "appended", "Ann Lee", "The pier is shut. (3 Mar 2026 → 2 Mar 2026)", "Post ¶3", "41d0c019"),
        ),
        (
            CHANGED | {"before": "The pier is shut.", "was_modality": "planned"},
            ("changed", "appended", "Ann Lee", "The pier is shut. (planned → asserted)", "Post ¶3", "41d0c019"),
        ),
    ],
)
def test_what_became_known(row, cells):
    """
    A change shows what was before and after in words, speaker, time and modality; each only where it differs.
    """
    assert cells == diff.LAYOUT.cells(row, {})


REVISED = {
    "text": 2, "against": 1, "reported_at": MONDAY, "kind": "paragraph", "change": "changed", "paragraph_before": 4,
    "paragraph": 3, "who_before": None, "who": None, "before": "The pier is open.", "after": "The pier is shut.",
    "event_id": EVENT,
}  # fmt: skip


@pytest.mark.parametrize(
    ("change", "above", "cells"),
    [
        ({}, {}, ("1 → 2", "paragraph", "changed", "¶3", "The pier is [-open-]{+shut+}.", "41d0c019")),
        ({"after": None}, REVISED, ("", "paragraph", "changed", "¶3", "The pier is open.", "41d0c019")),
        (
            {"before": None, "paragraph": None},
            REVISED | {"against": None},
            ("1 → 2", "paragraph", "changed", "¶4", "The pier is shut.", "41d0c019"),
        ),
        (
            {"kind": "text", "against": None, "text": 1, "before": None, "after": None, "paragraph": None,
             "paragraph_before": None},
            {},
            ("1", "text", "changed", "", " (2026-03-02 00:00)", "41d0c019"),
        ),
        (
            {"kind": "statement", "before": None, "who": "Ann Lee", "who_before": "Ann Lee"},
            {},
            ("1 → 2", "statement", "changed", "¶3", "Ann Lee: The pier is shut.", "41d0c019"),
        ),
        (
            {"kind": "statement", "before": None, "who": "Ann Lee", "who_before": "Bo Ek"},
            {},
            ("1 → 2", "statement", "changed", "¶3", "Bo Ek → Ann Lee: The pier is shut.", "41d0c019"),
        ),
        (
            {"kind": "statement", "before": None, "who": "Ann Lee"},
            {},
            ("1 → 2", "statement", "changed", "¶3", "nobody → Ann Lee: The pier is shut.", "41d0c019"),
        ),
        (
            {"kind": "statement", "change": "new", "before": None, "who": "Ann Lee"},
            {},
            ("1 → 2", "statement", "new", "¶3", "Ann Lee: The pier is shut.", "41d0c019"),
        ),
    ],
)  # fmt: skip
def test_what_a_revision_changed(change, above, cells):
    """
    The two texts once, the paragraph (where it stood, if it is gone), who speaks and spoke, and the words.
    """
    assert cells == revisions.LAYOUT.cells(REVISED | change, above)


def listed(**fields):
    """Rows of a revision as dictionaries."""
    whole = {"number": 2, "against": 1, "reported_at": MONDAY, "event_id": EVENT, "title_before": "Pier open",
             "title": "Pier shut", "paragraphs": (), "claims": ()}  # fmt: skip
    found = revisions._rows(SimpleNamespace(**whole | fields))
    return [dict(zip(revisions.COLUMNS, row, strict=True)) for row in found]


def test_a_revision_begins_with_its_title():
    """
    The first text is published, later ones are revised.
    """
    assert [["published"], ["revised"]] == [[row["change"] for row in listed(against=at)] for at in (None, 1)]


@pytest.mark.parametrize(
    ("before", "after", "figures"),
    [("12 boats", "14 boats", (["12"], ["14"])), (None, "14 boats", ([], [])), ("12 boats", None, ([], []))],
)
def test_figures_are_those_of_two_lines(before, after, figures):
    """
    A line that is new or gone has no figures that changed.
    """
    line = SimpleNamespace(change="changed", before=before, after=after, before_number=1, after_number=1)
    _, row = listed(paragraphs=(line,))

    assert figures == (row["figures_before"], row["figures_after"])


@pytest.mark.parametrize(("after", "places"), [("Shut.", (None, 3)), (None, (3, None))])
def test_a_claim_stands_in_the_text_that_has_it(after, places):
    """
    What is gone has the paragraph in which it stood.
    """
    claim = {"kind": "statement", "change": "gone", "before": "Open.", "after": after, "paragraph": 3, "who": "Ann Lee",
             "was_who": None, "event_id": EVENT}  # fmt: skip
    _, row = listed(claims=(claim,))

    assert places == (row["paragraph_before"], row["paragraph"])


@pytest.mark.parametrize(
    ("key", "short"),
    [("sha256-" + "0a" * 16, "sha256-0a0a"), ("a" * 24, "a" * 24), ("a" * 25, "a" * 23 + "…"), ("Post", "Post")],
)
def test_a_long_key_is_shortened(key, short):
    """
    Of a hash the beginning will do; names may have 24 characters.
    """
    assert short == short_key(key)
