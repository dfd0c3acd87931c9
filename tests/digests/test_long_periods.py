"""Weeks and months of a digest that chooses: their lines go to the days that matter, in the order of time."""

from __future__ import annotations

from datetime import date, datetime

from digest_rows import happened
from timeline.digests import MentionRow, Request, compose
from timeline.testing import given, published
from timeline.testing import happened as told


def lines(rows, mentions=None, **asked):
    """The texts of the lines of a digest, section by section."""
    digest = compose(Request(period="month", **{"per_date": 2} | asked), rows, (), mentions)
    return [[line.text for line in section.occurrences] for section in digest.sections]


def on(day, text, **columns):
    """It happened on a day of May."""
    return happened(text, datetime(2031, 5, day), **columns)


def test_a_day_that_articles_name_comes_before_words_that_are_common():
    """
    The one line of a month tells of the day that most articles name, however much the other days have in common.
    """
    rows = [
        on(3, "The harbour fair opened with music."), on(4, "The harbour fair went on with more music."),
        on(5, "The harbour fair closed with music."), on(20, "The old sea wall fell on two houses."),
    ]  # fmt: skip
    named = [MentionRow(article, date(2031, 5, 21), date(2031, 5, 20)) for article in ("post", "sea", "tide")]
    rows += [on(20, "The old sea wall fell on two houses.", article=article) for article in ("sea", "tide")]
    assert [["The old sea wall fell on two houses."]] == lines(rows, named, per_date=1)


def test_lines_of_a_month_stand_in_the_order_of_time():
    """
    What tells most is chosen first, and stands where its day does.
    """
    rows = [on(20, "The old sea wall fell on houses."), on(3, "A crack was found in the sea wall.")]
    named = [MentionRow("post", date(2031, 5, 21), date(2031, 5, 20))]
    expected = [["A crack was found in the sea wall.", "The old sea wall fell on houses."]]
    assert expected == lines(rows, named)


def test_a_day_that_counts_more_has_more_lines():
    """
    Lines go to days as seats to parties: of three a day that three articles name has two, one that one names the third.
    """
    falls = ["The old sea wall fell on houses.", "Boats brought families away."]
    rows = [on(20, text, article=article) for text in falls for article in ("post", "sea", "tide")]
    rows += [on(3, "A crack was found near the lighthouse."), on(3, "Engineers came from the city.")]
    named = [MentionRow(article, date(2031, 5, 20), date(2031, 5, 20)) for article in ("post", "sea", "tide")]
    named += [MentionRow("post", date(2031, 5, 20), date(2031, 5, 3))]
    (month,) = lines(rows, named, per_date=3)
    assert (3, set(falls)) == (len(month), set(month[1:]))


def test_near_copies_on_two_days_are_one_line():
    """
    What is told of two days in nearly the same words has one line.
    """
    rows = [on(20, "The old sea wall fell on two houses."), on(21, "The old sea wall fell on two old houses.")]
    assert 1 == len(lines(rows)[0])


def test_what_happened_comes_before_how_things_are():
    """
    Of a day that has a happening nothing else is told; of one that has none what there is.
    """
    rows = [
        on(20, "The wall, the old wall is a danger.", told=False), on(20, "Two houses were lost."),
        on(21, "The harbour is quiet.", told=False),
    ]  # fmt: skip
    assert [["Two houses were lost.", "The harbour is quiet."]] == lines(rows, per_date=3)


def test_an_article_tells_what_its_title_is_about():
    """
    What happened is about the topic of its article's title, in a month; not in a list of topics, nor how things are.
    """
    rows = [
        on(20, "Two houses were lost.", title="Orrin wall falls"),
        on(21, "A ferry sank.", title="Orrin wall, a ferry, a fair, and songs"),
        on(22, "The harbour is quiet.", title="Orrin wall falls", told=False),
        on(23, "The Orrin fair is quiet.", told=False),
    ]
    assert [["Two houses were lost.", "The Orrin fair is quiet."]] == lines(rows, per_date=4, about=("orrin",))
    assert [["The Orrin fair is quiet."]] == [
        [line.text for line in section.occurrences]
        for section in compose(Request(per_date=4, about=("orrin",)), rows).sections
    ]


def test_titles_are_asked_for_in_the_log():
    """
    The view of digests finds what happened by the title of its article where that is asked for, unless it is a list.
    """
    fallen = told("Two houses were lost.", "2031-05-20", kind="happening", salience=500)
    quiet = told("The harbour is quiet.", "2031-05-20", kind="state", salience=100, rule="sentence")
    text = "Two houses were lost. The harbour is quiet."
    story = given(
        published("a", text, fallen, quiet, title="Orrin wall falls"),
        published("b", text, fallen, title="Orrin, a ferry, a fair, and songs"),
    )
    story.then("digest_occurrences", [], about=["orrin"], chosen=True)
    story.then("digest_occurrences", [{"article": "a", "told": True}], about=["orrin"], chosen=True, titled=True)
