"""Rules by which names are one person's: what links them, and what keeps them apart."""

from __future__ import annotations

from datetime import date

import pytest

from growth import grows_with_length
from timeline.language.name_spelling import folded
from timeline.people import linker


def candidate(name, *articles, speaks=True, **fields):
    """A name in some articles of one day."""
    day = date(2026, 3, 4)
    return linker.Candidate(name, frozenset(articles), 1, day, day, speaks, **fields)


def links(*candidates):
    """Name and person of each link between names of one key."""
    found = linker.link(candidates, dict.fromkeys((one.name for one in candidates), "key"))
    return {event.name: event.person for event in found}


@pytest.mark.parametrize(
    ("one", "other", "rule"),
    [
        ("Volodymyr Zelenskyy", "Volodymyr Zelensky", "writing"),
        ("Volodymyr Zelenskyy", "Volodymyr Zelenskiy", "writing"),
        ("Volodymyr Zelenskyy", "Vladimir Zelensky", "writing"),
        ("Viktor Orbán", "VIKTOR ORBAN", "spelling"),
        ("Miguel Díaz-Canel", "Miguel Diaz Canel", "spelling"),
        ("Joe Biden", "Joseph Biden", "short form"),
        ("Brian E. Murphy", "Brian Murphy", "middle name"),
        ("Dana Ostberg", "D. Ostberg", None),
        ("Donald Trump", "Donald Trump Jr.", None),
        ("George H. Bush", "George W. Bush", None),
        ("Eric Lund", "Erica Lund", None),
        ("Jack Smith", "John Smith", None),
        ("Eric Anderson", "Eric Andersen", None),
        ("Melania Trump", "Donald Trump", None),
        ("Ole Hansen", "Ole Lind Berg Hansen", None),
        ("Sergej Wrenfield", "Sergei Wrenfield", "writing"),
        ("Mohamed Wrenfield", "Mohammed Wrenfield", "writing"),
        ("Daniel Wrenfield", "Danielle Wrenfield", None),  # a man and a woman
        ("Robert Wrenfield", "Rubert Wrenfield", "writing"),  # a man and somebody
        ("Ann Wrenfield", "Ann Wrenborough", None),  # long last names that share a beginning
        ("Ann Wrenfield Sr.", "Ann Wrenfeild Sr.", "writing"),
        ("Ann Wrenfield", "Ann Berit Wrenfield", "middle name"),
        ("Ann Britt Wrenfield", "Ann Berit Wrenfield", None),
        ("Lena Wrenfield", "Ilan Wrenfield", None),  # two consonants are too few
        ("Dana Lund", "Dana Lind", None),  # short last names that nearly sound alike
        ("Rob Wrenfield", "Robert Wrenfeild", None),  # a short form before another last name
        ("Ann B. Wrenfield", "Ann Berit Wrenfield", "middle name"),
        ("Ann C. Wrenfield", "Ann Berit Wrenfield", None),
        ("Ann Berit Cora Wrenfield", "Ann Berit Wrenfield", None),
        ("Christian Wrenfield", "Christina Wrenfield", None),  # a man and a woman
        ("Balu Wrenfield", "Bilo Wrenfield", None),  # two consonants are too few
        ("Ann Berit Lund Wrenfield", "Ann Wrenfield", None),  # two middle names
        ("Robert Wrenfield Sr.", "Rob Wrenfield Sr.", "short form"),
    ],
)
def test_rule_by_which_two_full_names_are_one_persons(one, other, rule):
    """
    Writings and short forms are one's; initials, suffixes, other middle names and common last names keep apart.
    """
    assert rule == linker.same(folded(one), folded(other)) == linker.same(folded(other), folded(one))


def test_last_name_alone_is_the_main_bearers():
    """
    A last name alone is linked to whom nearly all articles mean by it, never within an article that has both.
    """
    main = candidate("Ada Wrenfield", *"abcdefghij")
    assert {"Wrenfield": "Ada Wrenfield"} == links(main, candidate("Wrenfield", "x"))
    assert {} == links(main, candidate("Wrenfield", "a"))
    assert {} == links(main, candidate("Bob Wrenfield", *"klm"), candidate("Wrenfield", "x"))


def test_last_name_alone_needs_evidence():
    """
    Common last names, names of places, and those who do not speak are not linked to somebody little known.
    """
    assert {"Wrenfield": "Ada Wrenfield"} == links(candidate("Ada Wrenfield", "a"), candidate("Wrenfield", "b"))
    assert {} == links(candidate("Ada Wrenfield", "a"), candidate("Wrenfield", "b", speaks=False))
    assert {} == links(candidate("Ada Smith", "a"), candidate("Smith", "b"))
    assert {} == links(candidate("Jim Jordan", *"abcdefghijklm"), candidate("Jordan", "e"))


def test_names_that_share_an_article_stay_apart():
    """
    Two writings in one article are two people, and so is a third that would fit both.
    """
    assert {} == links(candidate("Ada Wrenfield", "a", "b"), candidate("Ada Wrenfeld", "a"))
    assert {} == links(candidate("Ada B. Lund", "a"), candidate("Ada C. Lund", "b"), candidate("Ada Lund", "c"))


@pytest.mark.parametrize(
    ("name", "last", "is_linked"),
    [
        ("Ada Wrenfield", "Wrenfield", True),
        ("Ada Wrenfield", "Zabrow", False),  # nobody bears it
        ("Quilla Wrenfield", "Wrenfield", True),  # no first name we know, but she speaks
        ("WRENFIELD GROUP", "Wrenfield", False),  # bears no first name, and capitals are no person's
        ("Norway Wrenfield", "Wrenfield", False),  # begins with a place
        ("Ada W2 Wrenfield", "Wrenfield", False),  # has a digit
        ("Ada University Wrenfield", "Wrenfield", False),  # a body's
        ("QUILLA WRENFIELD", "Wrenfield", False),  # speaks, but capitals may be a body's
        ("Ada Wrenfield", "WRENFIELD", False),  # so may these
        ("Ada Lund", "Lund", True),  # short, and the same
        ("Ada Lukk", "Luk", False),  # short, and only sounds the same
        ("Ada Wrenfield", "Wrenffield", True),  # long, and sounds the same
        ("Ada Wrenfield Jr.", "Wrenfield", False),  # somebody else
        ("Ada Wrenfield Jr.", "Wrenfield Jr.", True),
        ("Ada al-Wrenfield", "al-Wrenfield", True),
        ("Ada al-Wrenfield", "Wrenfield", True),
        ("the Wrenfield", "Wrenfield", False),  # begins with a small letter
        ("Mayor Wrenfield", "Wrenfield", False),  # a title is no first name
    ],
)
def test_who_can_be_meant_by_a_last_name(name, last, is_linked):
    """
    A person whose name is given in full; places, bodies and titles are none.
    """
    found = links(candidate(name, *"abcdefghij"), candidate(last, "x"))
    assert ({last: name} if is_linked else {}) == {one: person for one, person in found.items() if one == last}


def test_silent_bearer_of_a_last_name_needs_a_first_name():
    """
    Whoever never speaks is meant by a last name only under a first name that we know.
    """
    silent = candidate("Quilla Wrenfield", *"abcdefghij", speaks=False)
    assert {} == links(silent, candidate("Wrenfield", "x"))
    known = candidate("Anna Wrenfield", *"abcdefghij", speaks=False)
    assert {"Wrenfield": "Anna Wrenfield"} == links(known, candidate("Wrenfield", "x"))


def test_one_spelling_is_one_person_even_within_an_article():
    """
    The same name in capitals is the same person where both stand in one article; another writing there is not.
    """
    assert {"ADA WRENFIELD": "Ada Wrenfield"} == links(candidate("Ada Wrenfield", "a"), candidate("ADA WRENFIELD", "a"))
    assert {} == links(candidate("Sergej Wrenfield", "a"), candidate("Sergei Wrenfield", "a"))
    assert {"Sergei Wrenfield": "Sergej Wrenfield"} == links(
        candidate("Sergej Wrenfield", "a", "c"), candidate("Sergei Wrenfield", "b")
    )


def test_particles_belong_to_names_and_first_names_alone_do_not():
    """
    A small `van` is part of a name; a first name alone, or a place, is nobody's last name.
    """
    assert {"Rob van Wrenfield": "Robert van Wrenfield"} == links(
        candidate("Robert van Wrenfield", "a"), candidate("Rob van Wrenfield", "b")
    )
    assert {"van Wrenfield": "Robert van Wrenfield"} == links(
        candidate("Robert van Wrenfield", *"abcdefghij"), candidate("van Wrenfield", "x")
    )
    assert {} == links(candidate("Ada Anna", *"abcdefghij"), candidate("Anna", "x"))
    assert {} == links(candidate("Ada Norway", *"abcdefghij"), candidate("Norway", "x"))
    assert {} == links(candidate("Ada NATO", *"abcdefghij"), candidate("NATO", "x"))


def test_rare_last_name_is_somebodys_who_speaks_in_the_same_days():
    """
    Whom few articles name in full is meant by a rare last name within a week, if its bearer speaks.
    """
    main, week_later, later = candidate("Ada Wrenfield", "a"), date(2026, 3, 11), date(2026, 3, 12)

    def last(name, day, **fields):
        return linker.Candidate(name, frozenset("x"), 2, day, day, **{"speaks": True, **fields})

    assert {"Wrenfield": "Ada Wrenfield"} == links(main, last("Wrenfield", week_later))
    assert {} == links(main, last("Wrenfield", later))
    assert {} == links(main, last("Wrenfield", date(2026, 2, 24)))
    assert {} == links(main, last("Wrenfield", week_later, speaks=False))
    assert {} == links(candidate("Ada Smith", "a"), last("Smith", week_later))


@pytest.mark.parametrize(
    ("articles", "speaks", "is_linked"), [(3, True, True), (2, True, False), (10, False, True), (9, False, False)]
)
def test_common_last_name_is_whose_whom_many_articles_name(articles, speaks, is_linked):
    """
    Three must name in full whose last name a speaker bears alone, ten of whom it is only spoken.
    """
    found = links(candidate("Ada Smith", *"abcdefghij"[:articles]), candidate("Smith", "x", speaks=speaks))
    assert is_linked is ("Smith" in found)


def test_full_names_are_not_linked_by_their_last_name():
    """
    Nearly all articles may mean another one by it.
    """
    assert {} == links(candidate("Ada Wrenfield", *"abcdefghijklmnopqrst"), candidate("Bob Wrenfield", "x"))


def test_decision_is_not_linked_again():
    """
    What somebody said of a last name stays, whatever the rules say.
    """
    decided = candidate("Wrenfield", "x", person="Otto Wrenfield", decided=True)
    assert {} == links(candidate("Ada Wrenfield", *"abcdefghij"), decided)


def test_name_that_a_person_goes_by_is_unlinked_from_another():
    """
    It is that person's by no rule.
    """
    names = (
        candidate("Ada Wrenfield", *"abc", person="Ada Wrenfeild"),
        candidate("Ada Wrenfeild", "d", person="Bo Wrenfield"),
    )
    found = linker.link(names, dict.fromkeys((one.name for one in names), "key"))
    assert [("Ada Wrenfeild", "Ada Wrenfeild", "unlinked")] == [
        (event.name, event.person, event.rule) for event in found
    ]


def test_person_goes_by_a_full_name():
    """
    A last name that was linked to somebody before names nobody, the name that a full one was linked to does.
    """
    full, last = candidate("Ada Wrenfield", *"abc"), candidate("Wrenfield", "x", person="Ada B. Wrenfield")
    assert {"Wrenfield": "Ada Wrenfield"} == links(full, last)
    linked = candidate("Ada Wrenfeild", "d", person="Ada B. Wrenfield")
    assert {"Ada Wrenfield": "Ada B. Wrenfield"} == links(full, linked, last)


def named(number):
    """A first name that sounds like no other one's."""
    return "".join("BKLMNPRSTV"[int(digit)] + "aeiou"[int(digit) % 5] for digit in str(1000 + number)).title()


@pytest.mark.parametrize(
    "name",
    [
        lambda at: f"{named(at)} Wrenfield",
        lambda at: f"Ann {named(at)} Wrenfield",
    ],
    ids=["first names", "middle names"],
)
def test_many_names_of_one_last_name(name):
    """
    Of twice as many people of one last name less than three times as much is compared.
    """

    def link(count):
        links(*(candidate(name(at), "one") for at in range(count)))

    link(100)
    assert grows_with_length(link, [400, 800, 1600])


def test_of_very_many_alike_only_the_commonest_are_told_from_each_other():
    """
    Their names go on to be names of their own; others of the same last name are linked as ever.
    """
    alike = [candidate(f"Ann {'abcdefghij'[at % 10]}{named(at)} Wrenfield", f"a{at}") for at in range(250)]
    others = [candidate("Robert Wrenfield", "b"), candidate("Robert Wrenfeild", "c")]

    assert {"Robert Wrenfeild": "Robert Wrenfield"} == links(*alike, *others)
