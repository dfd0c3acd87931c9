"""How a digest words its lines, titles and gaps, in every format."""

from __future__ import annotations

import json
import re
from datetime import date, datetime

import pytest

from digest_rows import happened, said, storm
from timeline.digests import Request, compose
from timeline.digests.activity import in_words, svg_bars
from timeline.digests.digest import Activity
from timeline.digests.formats import atom, html, markdown
from timeline.digests.formats import json as json_format
from timeline.digests.wording import counts, empty_text, moment_label, occurrence_text, remarks, section_scores

MONDAY = datetime(2031, 5, 12)
NAMELESS = {"article": "other", "published": date(2031, 5, 14)}
"""An article without title, publisher or address."""


def only(digest):
    """The one line of a digest, and its section."""
    ((section, line),) = [(section, line) for section in digest.sections for line in section.lines]
    return line, section


def remarks_of(row, **asked):
    """What is remarked on the line of one row."""
    line, section = only(compose(Request(**asked), [row]))
    return remarks(line, section, why=asked.get("why", False))


def undated(text):
    """An occurrence of which nothing says when it was."""
    return happened(text, basis="clause-timex")._replace(end=None)


@pytest.mark.parametrize("render", [html.render, markdown.render])
def test_a_digest_of_nothing_has_no_picture_and_no_legend(render):
    """
    Articles of several days are no activity where none is told of.
    """
    page = render(compose(Request(since=date(2040, 1, 1)), storm()[0]))

    assert "Nothing is dated in this range." in page
    assert not any(mark in page for mark in ("<svg", "█", "<footer>", "“By” a day"))


@pytest.mark.parametrize(("recorded_after", "expected"), [(None, "Nothing is"), (MONDAY, "Nothing new is")])
def test_an_edition_says_that_nothing_is_new(recorded_after, expected):
    """
    Old news may be dated in the range, they were told.
    """
    assert f"{expected} dated in this range." == empty_text(compose(Request(recorded_after=recorded_after), []))


def test_an_article_without_title_address_or_publisher_is_cited_by_its_key():
    """
    Every format names it, none makes a link.
    """
    digest = compose(Request(), [happened("A wall fell.", MONDAY, **NAMELESS)])

    assert "1. other — 14 May 2031\n" == markdown.render(digest).split("\n\n")[-1]
    assert '<cite>other</cite> — <time datetime="2031-05-14">14 May 2031</time>' in html.render(digest)
    assert "<author><name>other</name></author>" in atom.render(digest)
    assert "&gt;14 May 2031, ¶1 ·" in atom.render(digest)
    assert "<link" not in atom.render(digest)


def test_what_is_undated_stands_apart():
    """
    It has no day in JSON, and no time that a browser could read.
    """
    digest = compose(Request(), [undated("A wall fell.")])

    assert ["A wall fell."] == [entry["text"] for entry in json.loads(json_format.render(digest))["undated"]["entries"]]
    assert "<h2>Undated</h2>" in html.render(digest)
    assert "## Undated\n" in markdown.render(digest)


def test_a_digest_of_nothing_has_no_days_in_json():
    """
    Lists are there and empty.
    """
    text = json_format.render(compose(Request(), []))
    data = json.loads(text)

    assert '"days": [],' in text
    assert ([], [], None) == (data["days"], data["sources"], data["activity"])


@pytest.mark.parametrize(
    ("asked", "reason"), [({"why": True}, False), ({"max_dates": 1}, False), ({"max_dates": 1, "why": True}, True)]
)
def test_reasons_are_told_where_something_was_chosen_and_somebody_asks(asked, reason):
    """
    Scores stand in JSON whenever something was chosen.
    """
    digest = compose(Request(**asked), [happened("It fell on Monday.", MONDAY)])
    (day,) = json.loads(json_format.render(digest))["days"]

    for page in (html.render(digest), markdown.render(digest)):
        assert reason == ("salience 1.5: 1 article mentions it" in page)
        assert reason == ("rank 1 of 1 candidate," in page)
        assert "None" not in page
    assert (reason, reason) == ("why" in day, "why" in day["entries"][0])
    assert ("max_dates" in asked,) * 2 == ("score" in day, "score" in day["entries"][0])
    assert reason == ("rank 1 of 1 candidate" in atom.render(digest))


def test_several_articles_mention_a_day():
    """
    The reason counts in proper English.
    """
    rows = [happened("It fell on Monday.", MONDAY), happened("A wall fell on Monday.", MONDAY, article="sea")]
    (section,) = compose(Request(max_dates=1), rows).sections

    assert "rank 1, salience 3: 2 articles mention it, 2 of them later" == section_scores(section)


def test_a_section_may_hold_nothing_but_statements():
    """
    In Markdown nothing stands between heading and quotation.
    """
    page = markdown.render(compose(Request(), [], [said("Lind", "It fell.")]))

    assert "## By 13 May 2031\n\n> **Lind**" in page


def test_a_line_with_a_time_of_its_own_says_it():
    """
    In HTML for programs too: the start, or for what has none the last day.
    """
    rows = [
        happened("It fell.", datetime(2031, 5, 12, 9), datetime(2031, 5, 12, 10), precision="hour"),
        happened("It was weak.", basis="reporting-verb"),
    ]
    page = html.render(compose(Request(period="week"), rows))

    assert '<time datetime="2031-05-12T09:00:00">' in page
    assert '<time datetime="2031-05-13">by 13 May 2031</time> — It was weak.' in page


def test_a_long_title_of_a_feed_is_cut_between_words():
    """
    A short one is not.
    """
    rows = [happened(" ".join(["Sandbags"] * 30) + ".", MONDAY), happened("A wall fell.", MONDAY, paragraph=2)]
    titles = [line for line in atom.render(compose(Request(), rows)).split("\n") if "<title>12 May" in line]

    assert [
        f"<title>12 May 2031: {' '.join(['Sandbags'] * 11)}…</title>",
        "<title>12 May 2031: A wall fell.</title>",
    ] == titles


def test_a_correction_stands_in_json_only_where_one_was_made():
    """
    Its reason is part of the citation.
    """
    rows = [happened("A wall fell.", MONDAY), happened("A roof fell.", MONDAY, paragraph=2, correction="the roof")]
    (day,) = json.loads(json_format.render(compose(Request(), rows)))["days"]

    assert [None, "the roof"] == [entry["citations"][0].get("correction") for entry in day["entries"]]


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        (happened("It fell.", MONDAY), ["to the day", "dated in its sentence"]),
        (happened("It fell.", MONDAY, precision=None), ["dated in its sentence"]),
        (happened("It fell.", MONDAY, basis="corrected"), ["to the day"]),
        (undated("It fell.")._replace(precision="vague"), ["vague", "dated in its clause"]),
        (happened("It fell.", precision="day"), []),
        (happened("It fell.", basis="reporting-verb"), ["as reported"]),
        (happened("It fell.", MONDAY, basis="publication", end=datetime(2031, 5, 13)), []),
        (
            happened("It fell.", MONDAY, modality="planned", place="caption"),
            ["planned", "caption", "to the day", "dated in its sentence"],
        ),
    ],
)
def test_what_is_usual_is_not_remarked(row, expected):
    """
    Nor how precise a publication day is.
    """
    assert expected == remarks_of(row)


def test_what_publication_dates_says_so_in_a_longer_section():
    """
    Under a week it does not show that the day is that of publication.
    """
    assert ["dated by publication"] == remarks_of(happened("It fell."), period="week")


def test_a_correction_is_remarked_once():
    """
    Lines without one remark none.
    """
    corrections = (("a", "typo"), ("b", "typo"), ("c", None))
    rows = [happened("It fell.", MONDAY, article=key, correction=why) for key, why in corrections]
    line, section = only(compose(Request(), rows))

    assert ["to the day", "dated in its sentence", "corrected: typo"] == remarks(line, section)


def test_a_pronoun_has_its_name_beside_it():
    """
    The words stay as they are in JSON, where the names stand apart.
    """
    digest = compose(Request(), [happened("She left.", MONDAY, subject=["Ana Ruiz"])])
    line, _ = only(digest)

    assert occurrence_text(line) == "[Ana Ruiz] She left."
    assert '"text": "She left.", "subject": ["Ana Ruiz"],' in json_format.render(digest)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("On Monday Ada Wren said it fell.", "On Monday **Ada Wren** said it fell. [1,"),
        ("She said it fell.", r"**\[Ada Wren\]** She said it fell. [1,"),
        (None, "**Ada Wren** said it fell [1,"),
    ],
)
def test_a_quotation_is_a_sentence_of_the_article(sentence, expected):
    """
    With the speaker where they stand, else before it in brackets; without a sentence speaker, cue and words.
    """
    row = said("Ada Wren", "it fell", manner="indirect", sentence=sentence)

    assert f"> {expected}" in markdown.render(compose(Request(), [], [row]))


def test_statements_of_one_sentence_are_one_line():
    """
    One for each speaker, and none where the sentence is told as what happened.
    """
    sentence = "Ada Wren said it fell, and that it was old, while Piet Maas said it was new."
    quotes = (("Ada Wren", "it fell"), ("Ada Wren", "it was old"), ("Piet Maas", "it was new"))
    monday = {"said_from": MONDAY, "said_to": datetime(2031, 5, 13), "said_basis": "cue-timex"}
    rows = [said(speaker, quote, sentence=sentence, **monday) for speaker, quote in quotes]
    told = happened(sentence, MONDAY)
    elsewhere = said("Ada Wren", "it fell", sentence=sentence, **monday, article="gazette")
    page = markdown.render(compose(Request(), [], [*rows, elsewhere, rows[1]._replace(event_id="last")]))

    assert f"**Ada Wren**{sentence.removeprefix('Ada Wren')} [1, ¶1]; [2, ¶1] _(" in page
    assert ["Ada Wren", "Piet Maas"] == [
        line.speaker for section in compose(Request(), [], rows).sections for line in section.statements
    ]
    assert [] == [line for section in compose(Request(), [told], rows).sections for line in section.statements]


def test_a_sentence_of_blanks_stays_empty():
    """
    There is nothing to cut.
    """
    line, _ = only(compose(Request(), [happened("  ", MONDAY)]))

    assert occurrence_text(line) == ""


def test_counts_say_what_was_known_and_what_is_new():
    """
    Nothing that was not asked for is said.
    """
    asked = Request(as_of=date(2031, 5, 13), reported_until=datetime(2031, 5, 14, 23), recorded_after=MONDAY)
    nothing = ["0 articles", "0 occurrences", "0 statements"]

    assert nothing == counts(compose(Request(), []))
    assert [
        *nothing, "as of 13 May 2031", "printed by 14 May 2031, 23:00", "recorded after 12 May 2031 UTC"
    ] == counts(compose(asked, []))  # fmt: skip
    assert "1 article" == counts(compose(Request(), [happened("It fell.")]))[0]
    assert moment_label(date(2031, 5, 13)) == moment_label(datetime(2031, 5, 13))


@pytest.mark.parametrize(("days", "expected"), [(1, "articles by day of"), (3, "articles by 3 days of")])
def test_a_picture_is_told_in_words(days, expected):
    """
    For those who do not see it.
    """
    shown = Activity(first=date(2031, 5, 1), last=date(2031, 5, 9), days=days, articles=(2, 0, 1))

    assert in_words(shown).startswith(expected)


@pytest.mark.parametrize(
    ("asked", "title"),
    [
        ({}, "News of 13 May 2031"),
        ({"since": date(2031, 5, 1)}, "Since 1 May 2031"),
        ({"until": date(2031, 5, 20)}, "Until 20 May 2031"),
        ({"since": date(2031, 5, 1), "until": date(2031, 5, 20)}, "1–20 May 2031"),
    ],
)
def test_the_title_says_the_range(asked, title):
    """
    Without one, the days on which the articles were published.
    """
    assert title == compose(Request(**asked), [happened("It fell.", MONDAY)]).title


def test_statements_outside_of_the_range_are_left_out():
    """
    As are occurrences, and what is undated.
    """
    earlier = said("Lind", "It holds.", published=date(2031, 5, 1), said_to=datetime(2031, 5, 2))
    quotes = [said("Lind", "It fell."), earlier]
    for asked in ({"since": date(2031, 5, 10)}, {"since": date(2031, 5, 10), "until": date(2031, 5, 30)}):
        digest = compose(Request(**asked), [undated("A roof fell.")], quotes)
        assert ["It fell."] == [line.quote for section in digest.sections for line in section.lines]
    digest = compose(Request(until=date(2031, 5, 10)), [undated("A roof fell.")], quotes)
    assert ["It holds."] == [line.quote for section in digest.sections for line in section.lines]


def test_the_same_words_of_several_people_are_several_statements():
    """
    A mention tells people apart where no name does.
    """
    rows = [
        said("Lind", "It fell."),
        said("Moss", "It fell.", article="sea"),
        said(None, "It fell.", article="a", source_mention="the mayor"),
        said(None, "It fell.", article="b", source_mention="a diver"),
        said(None, "It fell.", article="c"),
    ]
    (section,) = compose(Request(), [], rows).sections

    assert {"Lind", "Moss", "the mayor", "a diver", None} == {line.speaker for line in section.statements}


@pytest.mark.parametrize(("asked", "count"), [({}, 2), ({"max_dates": 1}, None)])
def test_statements_count_as_activity_where_nothing_is_chosen(asked, count):
    """
    Where something is, only what could be chosen counts.
    """
    rows = (
        [happened("It fell on Monday.", MONDAY)],
        [said("Lind", "It fell.", article="sea", published=date(2031, 5, 14))],
    )
    shown = compose(Request(**asked), *rows).activity

    assert count == (None if shown is None else sum(shown.articles))


def test_a_statement_has_no_scores():
    """
    A feed that says why lines were chosen says nothing of it.
    """
    assert "rank" not in atom.render(compose(Request(why=True), [], [said("Lind", "It fell.")]))


def test_publication_dates_a_statement_only_from_above():
    """
    It was made on that day or before, whatever the row says of its start.
    """
    (section,) = compose(Request(), [], [said("Lind", "It fell.", said_from=datetime(2031, 5, 13))]).sections

    assert "By 13 May 2031" == section.label


@pytest.mark.parametrize(("since", "shown"), [(None, 1), (date(2031, 6, 1), 1)])
def test_what_goes_on_lies_in_every_later_range(since, shown):
    """
    A time without an end is not over.
    """
    digest = compose(Request(since=since), [happened("It rains.", MONDAY)._replace(end=None)])

    assert shown == len(digest.sections)


def test_a_section_of_several_days_does_not_name_hours():
    """
    A night lies in two days.
    """
    night = happened("It blew.", datetime(2031, 5, 12, 23), datetime(2031, 5, 13, 5), precision="part-of-day")
    (section,) = compose(Request(), [night]).sections

    assert "12–13 May 2031" == section.label


def test_lines_of_a_section_stand_in_the_order_of_time():
    """
    By day, then by the hour; what has none comes last.
    """
    hours = [(13, 9), (12, 15), (12, 9)]
    rows = [
        happened(f"{day} {hour}.", datetime(2031, 5, day, hour), datetime(2031, 5, day, hour + 1), paragraph=place)
        for place, (day, hour) in enumerate(hours, 1)
    ]
    (section,) = compose(Request(period="week"), rows).sections

    assert ["12 9.", "12 15.", "13 9."] == [line.text for line in section.occurrences]


def test_bars_show_no_bar_where_nothing_was_published():
    """
    One article of many has a bar of its own, however low.
    """
    bars = svg_bars(Activity(first=date(2031, 5, 1), last=date(2031, 5, 3), days=1, articles=(100, 0, 1)))

    assert ["24", "0", "1"] == re.findall(r' height="(\d+)"', bars)
