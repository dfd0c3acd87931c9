"""Tests of digests for programs: Atom feeds and e-mails, and what all formats draw and explain."""

import email
import email.policy
import json
import re
from datetime import UTC, date, datetime
from xml.etree import ElementTree as ET

import pytest

from digest_rows import RECORDED, happened, said, storm
from timeline.digests import Activity, Request, compose
from timeline.digests.activity import MOST_STRETCHES, activity, block_line
from timeline.digests.formats import atom, eml, html, markdown
from timeline.digests.formats import json as json_format

ATOM = {"a": "http://www.w3.org/2005/Atom"}


def feed(digest):
    """The feed's root."""
    return ET.fromstring(atom.render(digest))  # noqa: S314 - ours


def texts(root, path):
    """The texts of all elements at a path."""
    return [found.text for found in root.findall(path, ATOM)]


def message(digest):
    """The e-mail, read by another parser than the one that writes."""
    return email.message_from_bytes(eml.render(digest).encode("ascii"), policy=email.policy.default)


def test_feed_has_what_atom_wants():
    """
    Feed and entries have one id, one title and one updated each, every entry an author, and no id comes twice.
    """
    root = feed(compose(Request(), *storm()))

    entries = root.findall("a:entry", ATOM)
    assert 12 == len(entries)
    for element in (root, *entries):
        for name in ("id", "title", "updated", "author"):
            assert 1 == len(element.findall(f"a:{name}", ATOM)), name
    ids = texts(root, "a:entry/a:id")
    assert len(ids) == len(set(ids))
    stamp = r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z"
    assert all(re.fullmatch(stamp, updated) for updated in texts(root, ".//a:updated"))
    assert all(len(entry.findall("a:link[@rel='alternate']", ATOM)) <= 1 for entry in entries)


def test_entry_ids_are_those_of_events():
    """
    An entry keeps its id whatever else is in the feed, and the feed keeps its own.
    """
    row = happened("The wall fell.", datetime(2031, 5, 12))
    alone, among = feed(compose(Request(), [row])), feed(compose(Request(), [row, *storm()[0]]))

    assert [f"tag:timeline.invalid,2026:event/{row.event_id}"] == texts(alone, "a:entry/a:id")
    assert texts(alone, "a:entry/a:id")[0] in texts(among, "a:entry/a:id")
    assert texts(alone, "a:id") == texts(among, "a:id")
    assert texts(alone, "a:id") != texts(feed(compose(Request(about=("wall",)), [row])), "a:id")


def test_updated_is_when_it_was_recorded():
    """
    An entry was updated when the last of its events was recorded, the feed with the last of its entries.
    """
    monday, late = datetime(2031, 5, 12), datetime(2031, 5, 20)
    rows = [happened("It fell.", monday), happened("It fell.", monday, article="sea", recorded_at=late)]

    root = feed(compose(Request(), [*rows, happened("It rained.", monday, paragraph=2)]))

    assert ["2031-05-20T00:00:00Z", "2031-05-15T06:30:00.000250Z"] == texts(root, "a:entry/a:updated")
    assert ["2031-05-20T00:00:00Z"] == texts(root, "a:updated")


def test_empty_feed_is_as_old_as_the_log():
    """
    A feed without entries was updated when the log was.
    """
    assert ["2031-05-15T06:30:00.000250Z"] == texts(feed(compose(Request(recorded_at=RECORDED), [])), "a:updated")


def test_feed_holds_any_text():
    """
    Characters that XML cannot hold are replaced, the others stand as they are, and no script gets a link.
    """
    row = happened("A <b>wall</b> & a\x08 “ferry”.", datetime(2031, 5, 12), article="sea")

    root = feed(compose(Request(), [row]))

    assert ["12 May 2031: A <b>wall</b> & a\ufffd “ferry”."] == texts(root, "a:entry/a:title")
    assert "A &lt;b&gt;wall&lt;/b&gt; &amp; a" in texts(root, "a:entry/a:content")[0]
    assert "javascript" not in ET.tostring(root, encoding="unicode")


def test_mail_holds_both_forms():
    """
    The message has the Markdown and, as the better form, the page.
    """
    digest = compose(Request(as_of=date(2031, 5, 20)), *storm())

    parts = [(part.get_content_type(), part.get_content().replace("\r\n", "\n"))
             for part in message(digest).iter_parts()]  # fmt: skip

    assert [("text/plain", markdown.render(digest)), ("text/html", html.render(digest))] == parts
    assert [] == [defect for part in message(digest).walk() for defect in part.defects]


def test_mail_has_its_date_from_the_log():
    """
    The date is when the last event told was recorded; subject and sender are there.
    """
    mail = message(compose(Request(about=("wall",)), *storm()))

    assert RECORDED.replace(microsecond=0, tzinfo=UTC) == mail["Date"].datetime
    assert "wall: News of 13–14 May 2031" == mail["Subject"]
    assert "digest@timeline.invalid" == mail["From"].addresses[0].addr_spec


def test_mail_lines_are_as_mail_wants_them():
    """
    Lines end with CRLF, hold ASCII alone, and no more than 998 characters.
    """
    lines = eml.render(compose(Request(), *storm())).split("\r\n")

    assert all(line.isascii() and len(line) <= 998 and "\n" not in line for line in lines)


def test_mail_subject_is_one_line():
    """
    A topic with a line break cannot add a header.
    """
    mail = message(compose(Request(about=("wall\r\nBcc: all@example.com",)), []))

    assert None is mail["Bcc"]


def test_mail_has_another_id_when_it_says_something_else():
    """
    The same digest is the same message, another digest another one.
    """
    rows = storm()[0]

    assert message(compose(Request(), rows))["Message-ID"] == message(compose(Request(), rows))["Message-ID"]
    assert message(compose(Request(), rows))["Message-ID"] != message(compose(Request(), rows[:-1]))["Message-ID"]


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        ([1], None),
        ([1, 1], None),
        ([1, 2], (1, (1, 1))),
        ([1, 1, 4], (1, (2, 0, 0, 1))),
        ([1, MOST_STRETCHES], (1, (1, *[0] * (MOST_STRETCHES - 2), 1))),
        ([1, MOST_STRETCHES + 1], (2, (1, *[0] * (MOST_STRETCHES // 2 - 1), 1))),
    ],
)
def test_activity(days, expected):
    """
    Articles are counted by day of publication; of one day there is nothing to draw, and many days are put together.
    """
    start = date(2031, 1, 1).toordinal()
    rows = [
        happened("Rain.", article=str(place), published=date.fromordinal(start + day - 1))
        for place, day in enumerate(days)
    ]

    found = activity(rows)

    assert expected == (found and (found.days, found.articles))


def test_blocks_are_as_high_as_the_counts():
    """
    The most fills its place, one article shows however many others have, and nothing is a blank.
    """
    shown = Activity(first=date(2031, 5, 1), last=date(2031, 5, 4), days=1, articles=(1, 0, 50, 100))

    assert "▁\u2007▄█" == block_line(shown)


def test_why_prints_the_scores():
    """
    Asked why, each day shows what it was ranked by, and each line what it adds.
    """
    monday = datetime(2031, 5, 12)
    rows = [happened("The harbour wall fell.", monday), happened("The wall flooded.", monday, article="sea")]
    digest = compose(Request(max_dates=1, why=True), rows)

    text = markdown.render(digest)
    assert "rank 1, salience 3: 2 articles mention it, 2 of them later" in text
    assert "rank 1 of 2 candidates, centroid gain +" in text
    assert "rank 1, salience 3" in html.render(digest)
    (day,) = json.loads(json_format.render(digest))["days"]
    assert {"rank": 1, "articles": 2, "later": 2} == day["why"]
    assert [1, 2] == [entry["why"]["rank"] for entry in day["entries"]]
    assert "salience" not in markdown.render(compose(Request(max_dates=1), rows))


def test_a_new_article_changes_only_what_it_must():
    """
    With an article that says something of Monday, the lines of Tuesday stay, although their words come in it too.
    """
    monday, tuesday = datetime(2031, 5, 12), datetime(2031, 5, 13)
    words = ("The harbour wall fell", "Ferries stood still", "Harbour ferries hit a wall", "Rain fell on ferries")
    rows = [
        happened(f"{text} on {day:%A}.", day, paragraph=place)
        for day in (monday, tuesday)
        for place, text in enumerate(words)
    ]
    more = [
        happened(f"Ferries, ferries and rain: number {place}.", monday, article=f"more {place}") for place in range(9)
    ]

    def told(rows):
        digest = compose(Request(per_date=2), rows, [said("Ada Wren", "It fell.")])
        return {section.label: [entry.text for entry in section.occurrences] for section in digest.sections}

    before, after = told(rows), told([*rows, *more])
    assert before["12 May 2031"] != after["12 May 2031"]
    assert before["13 May 2031"] == after["13 May 2031"]


def test_markdown_links_its_citations():
    """
    A citation is a link that opens the article at its words, where it has a URL on the web.
    """
    text = markdown.render(compose(Request(), *storm()))

    cited = "#:~:text=Engineers%20looked%20at%20the%20wall%20over%20the%20weekend."
    assert f"\n[1, ¶5]: <https://quay.example/wall?a=1&b=2{cited}>\n" in text
    assert "\n[2, " not in text
