"""Tests of which days and sentences a digest chooses."""

from datetime import date, datetime

import pytest

from digest_rows import happened, said
from timeline.digests import LEAD_SENTENCES, MentionRow, Request, Salience, pick_periods
from timeline.digests.candidates import matches_topic
from timeline.digests.centroid import choose, telling_words
from timeline.digests.salience import brevity, pick_statements, rank

MONDAY = datetime(2031, 5, 12)

MAY = [date(2031, 5, day) for day in range(1, 32)]  # MAY[0] is 1 May


def texts(periods):
    return [[chosen.rows[0].text for chosen in period.picks] for period in periods]


def test_articles_count_not_mentions():
    """
    An article that mentions a day three times counts once.
    """
    mentions = [MentionRow("a", MAY[4], MAY[1])] * 3 + [MentionRow(key, MAY[2], MAY[2]) for key in "bc"]

    assert [(MAY[2], Salience(1, 2, 0)), (MAY[1], Salience(2, 1, 1))] == rank(mentions, Request())


def test_later_articles_count_half_more():
    """
    Of two days with as many articles, the one that is still mentioned afterwards comes first.
    """
    mentions = [MentionRow("a", MAY[1], MAY[1]), MentionRow("b", MAY[9], MAY[2])]

    assert [(MAY[2], 1.5), (MAY[1], 1.0)] == [(day, salience.score) for day, salience in rank(mentions, Request())]


def test_ties_go_to_the_earlier_day():
    """
    Of equal days the earlier comes first.
    """
    mentions = [MentionRow("a", MAY[5], MAY[4]), MentionRow("a", MAY[5], MAY[3])]

    assert [MAY[3], MAY[4]] == [day for day, _ in rank(mentions, Request())]


def test_days_outside_the_range_are_not_ranked():
    """
    Both ends of the range belong to it.
    """
    mentions = [MentionRow("a", MAY[9], day) for day in MAY[:6]]

    assert MAY[1:4] == sorted(day for day, _ in rank(mentions, Request(since=MAY[1], until=MAY[3])))


def test_weeks_are_ranked_as_weeks():
    """
    Three days of one week are one mention of it, and "later" means after the week.
    """
    mentions = [MentionRow("a", date(2031, 5, 17), date(2031, 5, day)) for day in (12, 13, 14)]

    assert [(date(2031, 5, 12), Salience(1, 1, 0))] == rank(mentions, Request(period="week"))


def test_only_articles_about_the_topic_rank_days():
    """
    In an archive of many topics, articles about another one make no day salient.
    """
    rows = [happened("The wall fell on Monday.", datetime(2031, 5, 12))] + [
        happened("The cup final was on Saturday.", datetime(2031, 5, 10), article=f"sport{n}") for n in range(5)
    ]

    assert [["The wall fell on Monday."]] == texts(pick_periods(Request(about=("wall",), max_dates=1), rows))
    assert [MAY[9]] == [period.day for period in pick_periods(Request(max_dates=1), rows)]


def test_first_sentences_tell_of_the_day_and_the_day_before():
    """
    An undated first sentence is a candidate for two days, and is taken once.
    """
    rows = [
        happened("The wall fell on Monday.", datetime(2031, 5, 12)),
        happened("Heavy rain fell on Tuesday.", datetime(2031, 5, 13), paragraph=2),
        happened("Thousands have fled the flood.", sentence=LEAD_SENTENCES - 1, paragraph=3),
        happened("Sandbags are being filled.", sentence=LEAD_SENTENCES, paragraph=4),
    ]

    chosen = texts(pick_periods(Request(max_dates=2, per_date=9), rows))

    assert [
        ["Heavy rain fell on Tuesday."],
        ["The wall fell on Monday.", "Thousands have fled the flood."],
    ] == sorted(sorted(day) for day in chosen)


def test_a_first_sentence_about_last_year_leads_nothing():
    """
    A sentence that states a longer time is no candidate for a day outside of it.
    """
    rows = [
        happened("The wall fell on Monday.", datetime(2031, 5, 12)),
        happened("It was built in 1962.", datetime(1962, 1, 1), datetime(1963, 1, 1), precision="year", sentence=1),
    ]

    assert [["The wall fell on Monday."]] == texts(pick_periods(Request(max_dates=1, per_date=5), rows))


def test_a_day_without_a_sentence_about_the_topic_is_passed_over():
    """
    The next day takes its place.
    """
    rows = [
        happened("The wall fell on Monday.", datetime(2031, 5, 12)),
        happened("Nobody knew on Saturday.", datetime(2031, 5, 10), paragraph=2),
    ]
    mentions = [
        MentionRow("post", MAY[12], MAY[9]),
        MentionRow("sea", MAY[12], MAY[9]),
        MentionRow("post", MAY[12], MAY[11]),
    ]

    assert [MAY[11]] == [period.day for period in pick_periods(Request(about=("wall",), max_dates=1), rows, mentions)]


def test_periods_come_in_the_order_of_time():
    """
    The order of salience is not the order of the digest.
    """
    rows = [
        happened(f"Rain on day {day}.", datetime(2031, 5, day), article=str(n)) for day, n in ((9, 0), (5, 0), (9, 1))
    ]

    assert [(MAY[4], 1.5), (MAY[8], 3.0)] == [
        (period.day, period.salience.score) for period in pick_periods(Request(max_dates=5), rows)
    ]


def words(*sentences):
    return [telling_words(sentence) for sentence in sentences]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Wall fell, and the wall_2 held!", {"wall", "fell", "wall_2", "held"}),
        (
            "The Wall fell, and the wall_2 held – at Málaga’s quay 9.",
            {"wall", "fell", "wall_2", "held", "málaga", "quay"},
        ),
        ("It was he: a 7 x 9 one.", set()),
    ],
)
def test_words_that_tell_something(text, expected):
    """
    Words of two letters or more in any case, each once, whatever the script; stop words say nothing.
    """
    assert expected == telling_words(text)


def test_the_most_central_sentence_comes_first():
    """
    The sentence whose words most others share is taken first.
    """
    pool = words("Cats sleep.", "The harbour wall fell.", "Harbour wall flooded.", "Wall of harbour fell, flooded.")

    assert 3 == choose(pool, 1)[0][0]


def test_nothing_is_chosen_where_nothing_is_wanted():
    """
    However much there is.
    """
    assert [] == choose(words("The harbour wall fell.", "Ferries were cancelled."), 0)


def test_near_copies_are_passed_over():
    """
    Of a sentence and its copy one is taken, even if nothing else is left.
    """
    pool = words("The harbour wall fell on Monday.", "The harbour wall fell on Monday!", "Ferries were cancelled.")

    assert [0, 2] == sorted(place for place, _ in choose(pool, 3))


def test_scores_are_cosines():
    """
    With every sentence taken, the sum is the centroid.
    """
    assert 1.0 == pytest.approx(choose(words("Harbour wall.", "Ferry boats.", "Rain clouds."), 3)[-1][1])


def test_favour_goes_into_the_choice_not_into_the_cosine():
    """
    A favoured sentence is taken although its cosine is lower, and its cosine is told as it is.
    """
    pool = words("The harbour wall fell and flooded.", "Harbour wall fell.", "Flooded wall.")

    (plain,), (favoured,) = choose(pool, 1), choose(pool, 1, [0.1, 1, 0.1])

    assert (0, 1) == (plain[0], favoured[0])
    assert plain[1] > favoured[1] > 0.5


@pytest.mark.parametrize(("words", "expected"), [(1, 1), (20, 1), (40, 0.933), (80, 0.871)])
def test_long_sentences_count_less(words, expected):
    """
    Up to twenty words a sentence counts whole; each doubling beyond takes 7 % off.
    """
    assert expected == round(brevity(words), 3)


def test_a_question_is_no_happening():
    """
    A sentence that asks is never chosen.
    """
    rows = [happened("Did the wall fall?", datetime(2031, 5, 9)), happened("The wall fell.", datetime(2031, 5, 9))]

    assert [["The wall fell."]] == texts(pick_periods(Request(max_dates=1), rows))


def test_sentences_without_words_are_never_chosen():
    """
    Punctuation and stop words say nothing.
    """
    assert [] == choose(words("…", "It was he."), 2)


@pytest.mark.parametrize(
    ("text", "keywords", "expected"),
    [
        ("BP’s well leaked.", ("bp",), True),
        ("The oil leaked.", ("gas", "Oil"), True),
        ("It leaked.", ("oil",), False),
        ("It leaked.", (), True),
        ("oil spill", ("OIL SPILL",), True),
    ],
)
def test_about(text, keywords, expected):
    """
    Any keyword or phrase in any case, and no keyword at all, is enough.
    """
    assert expected is matches_topic(Request(about=keywords))(text)


@pytest.mark.parametrize(
    ("text", "asked", "expected"),
    [
        ("Rain fell on Cork.", {"and_about": ("cork", "RAIN")}, True),
        ("Rain fell on Cork.", {"and_about": ("cork", "snow")}, False),
        ("Rain fell on Cork.", {"about": ("snow", "rain"), "and_about": ("cork",)}, True),
        ("Rain fell on Cork.", {"about": ("snow",), "and_about": ("cork",)}, False),
        ("Rain fell on Cork.", {"not_about": ("CORK",)}, False),
        ("Rain fell on Cork.", {"about": ("rain",), "not_about": ("snow", "hail")}, True),
        ("Rain fell on Cork.", {"about": ("rain",), "not_about": ("snow", "fell")}, False),
        ("Rain (heavy) fell.", {"and_about": ("(heavy)",), "not_about": (".*",)}, True),  # words, not patterns
    ],
)
def test_about_all_and_none(text, asked, expected):
    """
    Beside one of some keywords all of others can be asked for, and none of a third kind.
    """
    assert expected is matches_topic(Request(**asked))(text)


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ({}, ""),
        ({"speaker": "Lee", "about": ("rain", "snow")}, "Lee, rain, snow"),
        (
            {"about": ("rain",), "and_about": ("Cork", "hail"), "not_about": ("wind",)},
            "rain and Cork and hail, not wind",
        ),
        ({"and_about": ("Cork",)}, "Cork"),
        ({"not_about": ("wind", "sea")}, "not wind, not sea"),
    ],
)
def test_topic_in_words(asked, expected):
    """
    A digest's title says what it is about and what it leaves out.
    """
    assert expected == Request(**asked).topic


def test_statements_of_a_chosen_day():
    """
    A statement belongs to the day it was made, or to that of its article, and each day keeps so many.
    """
    monday = {"said_from": datetime(2031, 5, 12), "said_to": datetime(2031, 5, 13), "said_basis": "cue-timex"}
    rows = [
        said("Ada Wren", "The wall held for years.", **monday),
        said("Piet Maas", "Nobody could have known that the wall was weak.", paragraph=2),
        said("Piet Maas", "The wall was weak, and nobody could have known.", paragraph=3),
    ]

    chosen = pick_statements(Request(per_date=1), rows, [MAY[11], MAY[12]])

    assert [1, 1] == [len(chosen[day]) for day in (MAY[11], MAY[12])]
    assert "Ada Wren" == chosen[MAY[11]][0].speaker


def test_one_sentence_a_day_may_be_all_that_is_asked_for():
    """
    A number of entries chooses, without a number of days.
    """
    rows = [happened("The wall fell.", MONDAY), happened("Roofs flew off barns.", MONDAY, paragraph=2)]

    assert [1] == [len(period.picks) for period in pick_periods(Request(per_date=1), rows)]
    assert Request(per_date=1).chooses


def test_days_are_ranked_by_the_mentions_that_are_handed_in():
    """
    Those of articles without a candidate do not count.
    """
    rows = [happened("The wall fell.", MONDAY), happened("Roofs flew.", datetime(2031, 5, 10), article="sea")]
    mentions = [
        MentionRow("sea", date(2031, 5, 13), date(2031, 5, 10)),
        MentionRow("post", date(2031, 5, 13), date(2031, 5, 10)),
        MentionRow("post", date(2031, 5, 13), date(2031, 5, 12)),
        *(MentionRow(f"stranger {n}", date(2031, 5, 13), date(2031, 5, 12)) for n in range(5)),
    ]

    (first,) = pick_periods(Request(max_dates=1), rows, mentions)

    assert (date(2031, 5, 10), 2) == (first.day, first.salience.articles)


@pytest.mark.parametrize(("count", "expected"), [(11, [0]), (5, [0, 5])])
def test_what_no_other_of_many_texts_says_is_not_near_their_centre(count, expected):
    """
    Of few texts words of one count as well.
    """
    texts = [{"flood", "rain"}] * count + [{"zebra"}]

    assert expected == [place for place, _ in choose(texts, 5)]
