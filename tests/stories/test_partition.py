"""Which articles report one story, by arithmetic on their terms."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given, strategies

from timeline.stories import partition
from timeline.stories.partition import alike, length_of, parted, rarities, scaled, stories, weighed
from timeline.stories.terms import NUMBER, WORD, term

ONE = [{term(WORD, "ferry"): 1}] * 12


def words(*said):
    """Terms of an article that has these words once."""
    return {term(WORD, word): 1 for word in said}


def test_rare_terms_weigh_more_and_kinds_that_do_not_count_nothing():
    """
    A term of few articles says more of what one is about; numbers say nothing among all articles.
    """
    rare, common, number = term(WORD, "ferry"), term(WORD, "police"), term(NUMBER, "9")
    rarity = rarities([rare, common, number], {common: 10}, 20)
    assert rarity[rare] > rarity[common] > 0
    assert {rare, common} == rarity.keys() == weighed({rare: 1, common: 2, number: 3}, rarity).keys()


def test_likeness_is_a_cosine_that_fades():
    """
    The same words on one day are 1, other words 0, and each day between two articles makes them less alike.
    """
    vector = weighed(words("ferry", "sank"), rarities(words("ferry", "sank"), {}, 1))
    unit = scaled(vector, length_of(vector))
    assert 1 == pytest.approx(alike(unit, unit))
    assert 0.5 == pytest.approx(alike(unit, unit, 14) / alike(unit, unit, 7) * 0.8244, abs=0.001)
    assert 0 == alike(unit, {})


def test_clusters_become_one_by_the_mean_of_all_pairs():
    """
    One pair that is alike does not make two clusters one story.
    """
    likeness = {(0, 1): 0.5, (2, 3): 0.5, (1, 2): 0.3}
    assert [[0, 1], [2, 3]] == stories(likeness, ONE[:4])
    assert [[0, 1, 2, 3]] == stories(likeness | {(0, 3): 0.2}, ONE[:4])


def test_decisions_of_people_hold():
    """
    What is to be together is one story whatever its words, what is to be apart never, with all that follows.
    """
    likeness = {(0, 1): 0.5, (1, 2): 0.5, (0, 2): 0.5}
    assert [[0, 1, 2, 3]] == stories(likeness, ONE[:4], together=[(2, 3)])
    assert [[0, 1], [2]] == stories(likeness, ONE[:3], apart=[(0, 2)])
    assert [[0, 2], [1, 3]] == stories(likeness, ONE[:4], apart=[(0, 3)], together=[(1, 3)])
    assert [[0, 1, 2]] == stories(likeness, ONE[:3], apart=[(0, 1)], together=[(1, 0)])


def test_large_stories_stay_as_they_are():
    """
    Clusters that are given whole take others in, but are neither parted nor made one.
    """
    likeness = {(0, 1): 0.5, (0, 2): 0.5, (1, 2): 0.5, (1, 3): 0.5, (0, 3): 0.5, (3, 4): 0.2}
    assert [[0, 1, 2], [3, 4]] == stories(likeness, ONE[:5], whole=[[0, 1], [3, 4]])


def test_two_events_told_in_the_same_words_are_parted():
    """
    What all articles of a cluster say weighs nothing there; names, days and numbers tell two events apart.
    """
    shared = words("earthquake", "struck", "killed", "buildings")
    first, second = words("lindow", "coast", "tsunami"), words("verrin", "valley", "landslide")
    counts = [shared | (first if place % 2 else second) for place in range(8)]
    assert [[0, 2, 4, 6], [1, 3, 5, 7]] == sorted(parted(range(8), counts))
    assert [[0, 1, 2, 3]] == parted([3, 2, 1, 0], counts)


def test_one_event_is_not_parted():
    """
    Articles of which each shares some words with each other one are one story.
    """
    counts = [words(*(str(pair) for pair in combinations(range(8), 2) if place in pair)) for place in range(8)]
    assert [list(range(8))] == parted(range(8), counts)


def test_single_articles_at_the_edge_do_not_hide_two_events():
    """
    Average link may cut off single articles first; they go with the half that is nearer.
    """
    first, second = words("lindow", "coast", "tsunami"), words("verrin", "valley", "landslide")
    counts = [first, first, first, second, second, second, words("lindow", "x", "y")]
    assert [[0, 1, 2, 6], [3, 4, 5]] == sorted(parted(range(7), counts))


@given(
    strategies.dictionaries(
        strategies.tuples(strategies.integers(0, 9), strategies.integers(0, 9)).filter(lambda pair: pair[0] < pair[1]),
        strategies.sampled_from([0.05, 0.1, 0.15, 0.2, 0.4]),
        max_size=30,
    ),
    strategies.randoms(use_true_random=False),
)
def test_average_link_is_that_of_the_definition(likeness, random):
    """
    No two clusters are left that are alike enough, and the order in which pairs come has no effect.
    """
    given_in = list(likeness.items())
    random.shuffle(given_in)
    found = stories(dict(given_in), [{}] * 10)
    assert sorted(map(sorted, found)) == found
    assert found == stories(likeness, [{}] * 10)
    for one, other in combinations(found, 2):
        total = sum(likeness.get((min(i, j), max(i, j)), 0.0) for i in one for j in other)
        assert total / (len(one) * len(other)) < partition.LEAST_LIKENESS
