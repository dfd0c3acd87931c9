"""Which rows of a story a reader needs first."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from timeline.stories.essentials import Told, essential, of_timeline


def weather(article, place, salience=0.5):
    """A row that shares nothing with others but that it tells of the weather."""
    return Told(f"Rain fell in {chr(65 + place)}{'eiou'[place % 4]}bury", f"{article}", 1, salience, None)


def test_nothing_is_left_out_of_a_short_story():
    """
    Up to twenty rows are all shown.
    """
    assert list(range(20)) == essential([weather(place, place, 0) for place in range(20)])


def test_half_of_a_long_story_is_left_out_up_to_a_hundred_rows():
    """
    A story has the half that counts most, at least twenty rows and at most a hundred, as they stood.
    """
    kept = [len(essential([weather(place, place % 26) for place in range(size)])) for size in (21, 40, 60, 61, 500)]
    assert [20, 20, 30, 31, 100] == kept


def test_what_counts_by_itself_comes_before_what_does_not():
    """
    Of rows that share as much with the others the more salient are kept, whatever their order.
    """
    rows = [weather(place, 0, salience=place % 2) for place in range(80)]
    assert list(range(1, 80, 2)) == essential(rows)


def test_what_all_articles_tell_is_kept_before_what_one_tells():
    """
    Of rows as salient as each other those are kept whose words stand in other articles of the story as well.
    """
    shared = ["The Alder sank off Lindow", "Divers searched the Alder off Lindow", "The Alder left Lindow and sank"]
    rows = [Told(shared[place % 3], f"shared {place}", 1, 0.5, None) for place in range(20)]
    rows += [
        weather(f"own {place}", place)._replace(text=f"{chr(65 + place)}{'eiou'[place % 4]}bury") for place in range(20)
    ]
    assert set(range(20)) == set(essential(rows))


def test_what_more_sources_tell_is_kept_first():
    """
    A row that four sources tell is kept before its like that one does.
    """
    rows = [weather(place, 0)._replace(sources=4 if place in (7, 33) else 1) for place in range(40)]
    kept = essential(rows)
    assert {7, 33} < set(kept)
    assert 20 == len(kept)
    assert 33 not in essential([row._replace(sources=1) for row in rows])


ROWS = st.builds(
    Told, st.text(max_size=30), st.sampled_from("abc"), st.integers(1, 9), st.floats(0, 1), st.none() | st.dates()
)


def test_what_is_set_for_a_day_is_kept_first():
    """
    What lies ahead at a time that the words state counts more than what lies ahead some day.
    """
    rows = [
        {
            "text": weather(place, 0).text, "article": "a", "articles": 1, "independent": 1, "salience": 500,
            "occurred_from": None, "occurred_to": None, "kind": "planned" if place in (7, 33) else "happening",
            "basis": "clause-timex" if place in (9, 33) else "publication",
        }
        for place in range(40)
    ]  # fmt: skip
    assert [*range(19), 33] == of_timeline(rows)


def test_other_days_count_where_few_rows_of_many_are_shown():
    """
    Of a day that many rows tell of not all are shown before a less telling one of another day.
    """

    def days(size):
        busy = [weather(place, place % 26, 0.5 + place / 2000)._replace(day=date(2024, 8, 12)) for place in range(size)]
        quiet = [
            weather(f"q{place}", place, 0)._replace(day=date(2024, 8, 13) + timedelta(place)) for place in range(10)
        ]
        rows = [*busy, *quiet]
        return len({rows[place].day for place in essential(rows)})

    assert 1 == days(40)
    assert 11 == days(600)


@given(st.lists(ROWS))
def test_order_and_number_hold_for_any_rows(rows):
    """
    Whatever the rows say, even nothing, those that are kept stand in their order, each once.
    """
    kept = essential(rows * 7)
    assert kept == sorted(set(kept))
    size = len(rows) * 7
    assert len(kept) == min(size, max(20, min(100, -(-size // 2))))
