"""Tests of what a digest says and how it is set."""

import json
import random
from base64 import b64encode
from datetime import date, datetime
from hashlib import sha256
from html.parser import HTMLParser
from pathlib import Path

import pytest

from digest_rows import happened, said, storm
from timeline.digests import Request, compose
from timeline.digests.formats import atom, html, markdown
from timeline.digests.formats import json as json_format
from timeline.model.periods import days_label, period_end, time_label

GOLDEN = Path(__file__).parent.parent / "golden"
FORMATS = {"md": markdown, "html": html, "json": json_format, "atom": atom}


def labels(digest):
    return [section.label for section in digest.sections]


def texts(digest):
    return [entry.text for section in digest.sections for entry in section.occurrences]


@pytest.mark.parametrize("suffix", FORMATS)
def test_golden(suffix):
    """
    A digest of everything looks as it was read and accepted.
    """
    digest = compose(Request(as_of=date(2031, 5, 20)), *storm())

    assert (GOLDEN / f"digest.{suffix}").read_text(encoding="utf-8") == FORMATS[suffix].render(digest)


@pytest.mark.parametrize("suffix", FORMATS)
@pytest.mark.parametrize("request_", [Request(), Request(about=("wall",), max_dates=3, per_date=2)])
def test_same_rows_same_bytes(suffix, request_):
    """
    The order in which rows come changes nothing.
    """
    occurrences, statements = storm()
    shuffled = random.Random(4)  # noqa: S311 - nothing secret
    first = FORMATS[suffix].render(compose(request_, occurrences, statements))

    for _ in range(5):
        shuffled.shuffle(occurrences)
        shuffled.shuffle(statements)

        assert first == FORMATS[suffix].render(compose(request_, occurrences, statements))


def test_by_is_not_on():
    """
    What only publication dates stands under "By" the day, after what is said to have happened on it.
    """
    rows = [happened("They have fled."), happened("It rained on Tuesday.", datetime(2031, 5, 13))]

    digest = compose(Request(), rows)

    assert ["13 May 2031", "By 13 May 2031"] == labels(digest)
    assert ["It rained on Tuesday.", "They have fled."] == texts(digest)


def test_coarse_time_is_no_day():
    """
    A year is filed under itself, not under its first day.
    """
    row = happened("It was built in 1962.", datetime(1962, 1, 1), datetime(1963, 1, 1), precision="year")

    assert ["1962"] == labels(compose(Request(), [row]))


@pytest.mark.parametrize(
    ("period", "expected"),
    [
        ("day", ["10–11 May 2031", "12 May 2031", "By 13 May 2031", "16 May 2031"]),
        ("week", ["5–11 May 2031", "12–18 May 2031"]),
        ("month", ["May 2031"]),
    ],
)
def test_periods(period, expected):
    """
    Sections are days, weeks from Monday, or months.
    """
    rows = [
        happened("They fled."),
        happened("It fell on Monday.", datetime(2031, 5, 12)),
        happened("They meet on Friday.", datetime(2031, 5, 16)),
        happened("It rained over the weekend.", datetime(2031, 5, 10), datetime(2031, 5, 12), precision="weekend"),
    ]

    assert expected == labels(compose(Request(period=period), rows))


def test_longer_time_than_the_period():
    """
    What lies in two weeks has a section of its own among weeks.
    """
    row = happened("It rained from Sunday to Monday.", datetime(2031, 5, 11), datetime(2031, 5, 13))

    assert ["11–12 May 2031"] == labels(compose(Request(period="week"), [row]))


def test_a_line_that_is_finer_than_its_section_says_when():
    """
    In a week, a line names its own day.
    """
    digest = compose(Request(period="week"), [happened("It fell.", datetime(2031, 5, 12))])

    assert "- _12 May 2031_ — It fell. [1, ¶" in markdown.render(digest)


def test_range_is_inclusive():
    """
    Both days of the range belong to it; what is undated or open towards the range does not.
    """
    rows = [happened(f"Day {day}.", datetime(2031, 5, day), paragraph=day) for day in (10, 11, 12, 13)]
    undated = happened("Some day.", start=None, paragraph=9)
    rows.append(undated._replace(end=None, basis="sentence-timex"))

    assert ["Day 11.", "Day 12."] == texts(compose(Request(since=date(2031, 5, 11), until=date(2031, 5, 12)), rows))
    assert "Undated" == labels(compose(Request(), rows))[-1]


def test_same_words_once():
    """
    The same words about the same time are one line that cites everybody who says it.
    """
    monday = datetime(2031, 5, 12)
    rows = [
        happened("The wall fell.", monday),
        happened("The wall\nfell.", monday, article="sea", published=date(2031, 5, 14)),
        happened("The wall fell.", datetime(2031, 5, 13), paragraph=5),
    ]

    digest = compose(Request(), rows)

    assert [["post", "sea"], ["post"]] == [
        [citation.article.key for citation in entry.citations]
        for section in digest.sections
        for entry in section.occurrences
    ]
    assert [1, 2] == [source.number for source in digest.articles]


def test_planned_is_not_merged_with_asserted():
    """
    That something will happen is not that it happened.
    """
    rows = [
        happened("Talks on Friday", datetime(2031, 5, 16)),
        happened("Talks on Friday", datetime(2031, 5, 16), paragraph=2, modality="planned"),
    ]

    assert ["asserted", "planned"] == [entry.modality for entry in compose(Request(), rows).sections[0].occurrences]


def test_about_filters_both():
    """
    A line stays when it contains any keyword; a statement also when its speaker does.
    """
    digest = compose(Request(about=("WALL", "wren")), *storm())

    assert all("wall" in text.lower() for text in texts(digest))
    assert {"Ada Wren"} == {saying.speaker for section in digest.sections for saying in section.statements}


def test_chosen_days_file_sentences_with_their_own_time():
    """
    A first sentence from the day after stands under the chosen day and says that it is only known by when.
    """
    rows = [
        happened("The wall fell on Monday.", datetime(2031, 5, 12)),
        happened("Thousands have fled the flood.", sentence=1, paragraph=2),
    ]

    digest = compose(Request(max_dates=1, per_date=2), rows)

    assert ["12 May 2031"] == labels(digest)
    assert "- _by 13 May 2031_ — Thousands have fled the flood. [1, ¶2]" in markdown.render(digest)


def test_where_no_day_is_stated_longer_times_are_told():
    """
    Months are chosen from by how many lines they have, with their first lines, when nothing states a day.
    """
    rows = [
        happened(
            f"The {name} was shut.",
            datetime(2031, month, 1),
            end=datetime(2031, month + 1, 1),
            precision="month",
            paragraph=at,
            sentence=at,
        )
        for at, (name, month) in enumerate(
            (("mill", 1), ("pier", 3), ("lock", 3), ("quay", 3), ("dock", 2), ("yard", 2)), 1
        )
    ]

    digest = compose(Request(max_dates=2, per_date=2), rows)

    assert ["February 2031", "March 2031"] == labels(digest)
    assert ["The dock was shut.", "The yard was shut.", "The pier was shut.", "The lock was shut."] == texts(digest)


def test_json_is_the_agreed_form():
    """
    Every day stands once, at most so many, with at most so many entries.
    """
    data = json.loads(json_format.render(compose(Request(max_dates=2, per_date=1), *storm())))

    assert ["2031-05-12", "2031-05-13"] == [day["date"] for day in data["days"]]
    assert [1, 1] == [len(day["entries"]) for day in data["days"]]


def test_json_day_stands_once():
    """
    What happened on a day and what happened by then are one day in JSON.
    """
    rows = [happened("They have fled."), happened("It rained on Tuesday.", datetime(2031, 5, 13))]

    data = json.loads(json_format.render(compose(Request(), rows)))

    assert [("2031-05-13", 2)] == [(day["date"], len(day["entries"])) for day in data["days"]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2 * 3 * 4", r"2 \* 3 \* 4"),
        ("snake_case and _stress_", r"snake_case and \_stress\_"),
        ("[1] is no source", r"\[1\] is no source"),
        ("<script>alert(1)</script>", r"\<script>alert(1)\</script>"),
        ("# no heading", r"\# no heading"),
        ("- no list", r"\- no list"),
        ("1. no list", r"1\. no list"),
        ("> no quotation", r"\> no quotation"),
        (">no quotation", r"\>no quotation"),
        ("<1.2@post.example>, <3 and < 4", r"\<1.2@post.example>, <3 and < 4"),
        ("one\n\ntwo", "one two"),
        ("AT&amp;T & Co", r"AT\&amp;T & Co"),
        ("a `b` c\\d", r"a \`b\` c\\d"),
        ("1,400 fled - at 5.30", "1,400 fled - at 5.30"),
    ],
)
def test_markdown_shows_text_as_it_is(text, expected):
    """
    No character of an article works as Markdown.
    """
    assert expected == markdown.escape(text)


class Elements(HTMLParser):
    """Collects elements, ids and links, and fails on a wrong nesting."""

    VOID = ("meta",)

    def __init__(self):
        super().__init__()
        self.open, self.names, self.ids, self.links, self.words = [], [], [], [], []

    def handle_starttag(self, tag, attrs):
        self.names.append(tag)
        if tag not in self.VOID:
            self.open.append(tag)
        self.ids += [value for name, value in attrs if name == "id"]
        self.links += [value for name, value in attrs if name == "href"]

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        self.words.append(data)


def test_html_escapes_and_links():
    """
    Nothing of an article becomes an element or a script; anchors are unique and every inner link has one.
    """
    page = Elements()
    page.feed(html.render(compose(Request(about=("<b>", "wall")), *storm())))

    assert [] == page.open
    assert {"script", "img", "link", "iframe"}.isdisjoint(page.names)
    assert "The council will discuss <b>repairs</b> on Friday." in page.words
    assert len(set(page.ids)) == len(page.ids)
    inner = {link[1:] for link in page.links if link.startswith("#")}
    assert {"source-1", "source-2"} == inner & set(page.ids)
    leading = [link for link in page.links if not link.startswith("#")]
    assert {"https://quay.example/wall?a=1&b=2"} == {link.partition("#:~:text=")[0] for link in leading}


@pytest.mark.parametrize("suffix", FORMATS)
def test_nothing_found(suffix):
    """
    An empty digest is a document too.
    """
    rendered = FORMATS[suffix].render(compose(Request(since=date(2031, 1, 1), until=date(2031, 1, 31)), []))

    assert "January 2031" in rendered


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        ((2024, 8, 13), (2024, 8, 13), "13 August 2024"),
        ((2024, 8, 10), (2024, 8, 11), "10–11 August 2024"),
        ((2024, 5, 30), (2024, 6, 2), "30 May – 2 June 2024"),
        ((2024, 12, 30), (2025, 1, 5), "30 December 2024 – 5 January 2025"),
        ((2024, 2, 1), (2024, 2, 29), "February 2024"),
        ((2024, 7, 1), (2024, 9, 30), "July–September 2024"),
        ((2023, 12, 1), (2024, 1, 31), "December 2023 – January 2024"),
        ((2024, 1, 1), (2024, 12, 31), "2024"),
        ((2022, 1, 1), (2024, 12, 31), "2022–2024"),
    ],
)
def test_days_in_words(first, last, expected):
    """
    A range of days says nothing twice.
    """
    assert expected == days_label(date(*first), date(*last))


@pytest.mark.parametrize(
    ("start", "end", "precision", "expected"),
    [
        (None, (2024, 8, 14), None, "by 13 August 2024"),
        ((2014, 1, 1), None, "year", "from 1 January 2014"),
        (None, None, None, "undated"),
        ((1990, 1, 1), (2000, 1, 1), "decade", "the 1990s"),
        ((2024, 6, 1), (2024, 8, 14), "vague", "about 1 June – 13 August 2024"),
        ((2024, 8, 13, 6), (2024, 8, 13, 12), "part-of-day", "13 August 2024, 06:00–12:00"),
        ((2024, 8, 13, 18), (2024, 8, 14), "part-of-day", "13 August 2024, 18:00–24:00"),
        ((2024, 8, 13, 6, 5), (2024, 8, 13, 6, 6), "minute", "13 August 2024, 06:05"),
    ],
)
def test_times_in_words(start, end, precision, expected):
    """
    A time is named as finely as it is stated, and what is open is not closed.
    """
    assert expected == time_label(start and datetime(*start), end and datetime(*end), precision)


def test_the_calendar_has_an_end():
    """
    The last days of the calendar have a week and a month.
    """
    assert date(9999, 12, 31) == period_end(date.max, "month")
    assert date.max == period_end(date.max, "week")


@pytest.mark.parametrize(
    ("quote", "manner", "expected"),
    [
        ("We fled.", "direct", "“We fled.”"),
        ('"We fled."', "direct", '"We fled."'),
        ("they had fled", "indirect", "they had fled"),
    ],
)
def test_quotation_marks(quote, manner, expected):
    """
    Quotation marks are added only around words that were all quoted, when the text's own stand outside.
    """
    digest = compose(Request(), [], [said("Ada Wren", quote, manner=manner)])

    assert f"{expected} [1, ¶" in markdown.render(digest)


@pytest.mark.parametrize(
    ("cue", "manner", "expected"),
    [
        ("has vowed", "mixed", "**Ada Wren** has vowed to rebuild"),
        ("said", "direct", "**Ada Wren** said: “to rebuild”"),
        (None, "indirect", "**Ada Wren**: to rebuild"),
    ],
)
def test_cue_ties_speaker_and_words(cue, manner, expected):
    """
    The cue stands as it is; a colon comes before words that were all quoted, or where there is no cue.
    """
    digest = compose(Request(), [], [said("Ada Wren", "to rebuild", manner=manner, cue_text=cue)])

    assert f"> {expected} [1, ¶1]" in markdown.render(digest)


def test_a_sentence_that_is_a_statement_stands_once():
    """
    An undated sentence of which most is somebody's words is shown as the statement only.
    """
    sentence, dated = "Ms Wren said the wall had been weak for years.", "On Monday she said it fell."
    rows = [
        happened(sentence, basis="reporting-verb"),
        happened(dated, datetime(2031, 5, 12), paragraph=2),
        happened(sentence, paragraph=3),
        happened(sentence, article="sea"),
    ]
    words = [
        said("Ada Wren", "the wall had been weak for years", span_start=113, span_end=145),
        said("Ada Wren", "it fell", span_start=201, span_end=226),
        said("Ada Wren", "the wall", span_start=313, span_end=321),
    ]

    digest = compose(Request(), rows, words)

    assert [[("post", 2)], [("post", 3), ("sea", 1)]] == [
        [(citation.article.key, citation.paragraph) for citation in entry.citations]
        for section in digest.sections
        for entry in section.occurrences
    ]


@pytest.mark.parametrize(
    ("request_", "expected"),
    [
        (Request(), None),
        (Request(max_dates=1), [date(2031, 5, 12)]),
        (Request(max_dates=1, period="week"), [date(2031, 5, day) for day in range(12, 19)]),
    ],
)
def test_statements_are_got_for_the_days_that_are_chosen(request_, expected):
    """
    Where to get statements is asked once, with all days of the chosen periods, or with none when nothing is chosen.
    """
    asked = []

    def statements(days):
        asked.append(days)
        return storm()[1]

    digest = compose(request_, storm()[0], statements)

    assert [expected] == asked
    assert digest == compose(request_, *storm())


def test_a_page_may_load_nothing():
    """
    Its policy names the digest of its one style sheet, and allows nothing else.
    """
    page = html.render(compose(Request(), *storm()))
    style = page.partition("<style>")[2].partition("</style>")[0]
    name = b64encode(sha256(style.encode()).digest()).decode()

    assert page.count("Content-Security-Policy") == 1
    assert f"default-src 'none'; style-src 'sha256-{name}'; base-uri 'none'; form-action 'none'" in page
    assert " style=" not in page
