"""Link names across articles that are one person's, by rules that rather leave two than merge two."""

from __future__ import annotations

from collections import defaultdict
from datetime import date, timedelta
from itertools import groupby
from typing import TYPE_CHECKING

from attrs import Factory, define, frozen
from rapidfuzz.distance import OSA

from timeline.events.types.mention_linked import MentionLinked
from timeline.language.lexicon.first_names import HE_NAMES, SHE_NAMES
from timeline.language.lexicon.nicknames import COMMON_LAST_NAMES, SHORT_FORMS
from timeline.language.lexicon.places import ABBREVIATIONS, PLACES
from timeline.language.lexicon.titles import NO_NAME, NO_PERSON, PARTICLES, TITLES
from timeline.language.name_spelling import SUFFIXES, folded, sounded

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Iterator

EXTRACTOR, VERSION = "people", 2
"""Who links, in the envelope of the log."""

LEAST_LIKENESS = 0.85
"""Last names may differ by one letter in seven; shorter ones may not."""
LEAST_CONSONANTS = 4
"""First names of so many consonants, all of them the same, are writings of one."""
LONG_NAME_LETTERS = 6
"""A last name alone of so many letters is also whose name sounds like it."""
MAIN_SHARE = 0.9
"""Of the articles that give a last name in full, so many must mean one person before it is theirs alone."""
KNOWN_ARTICLES = 3
"""A speaker's last name alone is that of somebody whom so many articles name in full."""
PROMINENT_ARTICLES = 10
"""Who is only spoken about by a last name alone must be named in full in so many."""
NEAR_DAYS = timedelta(days=7)
"""Who is less known is meant by a last name alone only if speaking, and not longer before or after."""
MOST_ALIKE = 200
"""Of people of one last name whose first names are alike, only so many of the commonest are told from each other."""
FIRST_NAMES = HE_NAMES | SHE_NAMES
NOBODY = NO_PERSON | NO_NAME | ABBREVIATIONS
"""Words that no person's name has."""
UNLINKED = "unlinked"
CONFIDENCE = {"spelling": 990, "middle name": 970, "short form": 950, "writing": 950, "last name": 850,
              UNLINKED: 1000}  # fmt: skip
"""Per mille."""


@frozen
class Candidate:
    """
    A name in a log.

    Attributes:
        name: As articles give it.
        articles: Keys of those that do.
        position: Where in the log it stood first.
        first_day, last_day: First and last day on which it was printed.
        speaks: Somebody of that name is a speaker.
        person: Whom it is linked to now, or None.
        decided: Somebody said so; then it is not linked again.
    """

    name: str
    articles: frozenset[str]
    position: int
    first_day: date
    last_day: date
    speaks: bool
    person: str | None = None
    decided: bool = False
    words: tuple[str, ...] = Factory(lambda self: folded(self.name), takes_self=True)

    @property
    def bare(self) -> bool:
        """A last name alone, its particles included."""
        before = [word for word in self.words if word not in SUFFIXES][:-1]
        return all(word in PARTICLES for word in before)


@define
class Person:
    """
    Names that are one person's, by the fullest-known first of them.

    Attributes:
        last: The last name of the first, by which others may mean the person.
        articles: Keys of the articles that name the person.
    """

    first: Candidate
    names: list[Candidate] = Factory(lambda self: [self.first], takes_self=True)
    last: str = Factory(lambda self: _last(self.first), takes_self=True)
    articles: set[str] = Factory(lambda self: set(self.first.articles), takes_self=True)

    def add(self, name: Candidate) -> None:
        """It is the person's too."""
        self.names.append(name)
        self.articles |= name.articles

    @property
    def title(self) -> str:
        """The name that the person goes by: one that was linked to before, else the commonest."""
        return next((name.person for name in self.names if name.person and not name.bare), None) or self.first.name


def link(candidates: Iterable[Candidate], keys: dict[str, str]) -> Iterator[MentionLinked]:
    """
    What changes in whose the names are.

    Names that share an article are never linked: there they are two people.

    Args:
        candidates: All names of each key that occurs.
        keys: The key of each name; only names of one key are compared.
    """
    ordered = sorted(candidates, key=lambda one: (keys[one.name], -len(one.articles), one.position))
    for _, group in groupby(ordered, lambda one: keys[one.name]):
        names = list(group)
        links = _links(names)
        for name in names:
            person, rule = links.get(name.name, (name.name, UNLINKED))
            if not name.decided and person != (name.person or name.name):
                yield MentionLinked(name=name.name, person=person, rule=rule, confidence=CONFIDENCE[rule])


def _links(names: list[Candidate]) -> dict[str, tuple[str, str]]:
    """Person and rule of the names that are not a person's first."""
    people: list[Person] = []
    alike: defaultdict[Hashable, list[Person]] = defaultdict(list)
    rules: dict[str, str] = {}
    for name in names:
        if name.bare or not _is_person(name):
            continue
        signs = _signs_of_first_name(name.words[0])
        near = {id(person): person for sign in signs for person in alike[sign][:MOST_ALIKE]}.values()
        found = [(person, rule) for person in near if (rule := same(person.first.words, name.words))]
        if len(found) == 1 and (found[0][1] == "spelling" or not found[0][0].articles & name.articles):
            found[0][0].add(name)
            rules[name.name] = found[0][1]
        else:
            people.append(Person(name))
            for sign in signs:
                alike[sign].append(people[-1])
    for name in names:
        person = _main(people, name) if name.bare and _is_person(name) else None
        if person is not None and not person.articles & name.articles:
            person.add(name)
            rules[name.name] = "last name"
    return {
        name.name: (person.title, rules.get(name.name, "spelling"))
        for person in people
        for name in person.names
        if name.name != person.title
    }


def _main(people: list[Person], name: Candidate) -> Person | None:
    """The person who is meant by a last name alone, if one is meant nearly always."""
    last = name.words[-1]
    bearers = [one for one in people if _is_last(last, one.last)]
    if not bearers:
        return None
    main = max(bearers, key=lambda one: (len(one.articles), -one.first.position))
    total = sum(len(one.articles) for one in bearers)
    clear = len(main.articles) >= max(MAIN_SHARE * total, len(name.articles)) and _has_first_name(main)
    known = len(main.articles) >= (KNOWN_ARTICLES if name.speaks else PROMINENT_ARTICLES)
    return main if clear and (known or _is_near(main, name)) else None


def _last(name: Candidate) -> str:
    """The last name of a full one, without its particles: two names with a hyphen are one, `al-` is none."""
    return "".join(word for word in folded(name.name.split()[-1]) if word not in PARTICLES)


def _is_last(one: str, other: str) -> bool:
    """A last name alone is another's, written as it is or, when it is long, as it sounds."""
    return one == other or (min(len(one), len(other)) >= LONG_NAME_LETTERS and sounded(one) == sounded(other))


def _is_near(person: Person, name: Candidate) -> bool:
    """A rare last name, of somebody who speaks in the same days."""
    days = [day for one in person.names for day in (one.first_day, one.last_day)]
    speak = name.speaks and name.words[-1] not in COMMON_LAST_NAMES
    return speak and min(days) - NEAR_DAYS <= name.last_day and name.first_day <= max(days) + NEAR_DAYS


def _has_first_name(person: Person) -> bool:
    """Its first word is a first name, or somebody speaks under that name."""
    return any(name.name.split()[0] in FIRST_NAMES or name.speaks for name in person.names if not name.name.isupper())


def _is_person(name: Candidate) -> bool:
    """Nothing in a name says that it is a place's, a body's or a people's."""
    given = name.name.split()
    if any(word in NOBODY or word in TITLES for word in given):
        return False
    if not all(word[0].isupper() or word in PARTICLES or word.startswith(("al-", "el-")) for word in given):
        return False
    alone = len(given) == 1 and (given[0].isupper() or given[0] in FIRST_NAMES)
    return not alone and given[0] not in PLACES and not any(map(str.isdigit, name.name))


def same(one: tuple[str, ...], other: tuple[str, ...]) -> str | None:
    """
    The rule by which two full names, folded, are one person's, or None.

    Last names sound the same, or are long and nearly do; first names are the same, or forms or writings of one; middle
    names do not contradict each other; words like Jr. are the same.
    """
    if one == other:
        return "spelling"
    (first, *middle, last), (first2, *middle2, last2) = _plain(one), _plain(other)
    if _suffix(one) != _suffix(other) or not _middles_agree(middle, middle2, last) or not _sound_alike(last, last2):
        return None
    return _first_names(first, first2, last == last2, last in COMMON_LAST_NAMES)


def _first_names(one: str, other: str, is_last_same: bool, is_last_common: bool) -> str | None:  # noqa: FBT001
    """The rule by which two first names before last names that sound alike are one person's."""
    if one == other:
        return "middle name" if is_last_same else "writing"
    if sounded(one) == sounded(other) or _is_writing(one, other):
        return "writing"
    if is_last_common or not is_last_same:
        return None
    return "short form" if any(one in forms and other in forms for forms in SHORT_FORMS) else None


def _suffix(words: tuple[str, ...]) -> str:
    return words[-1] if words[-1] in SUFFIXES else ""


def _plain(words: tuple[str, ...]) -> tuple[str, ...]:
    return words[:-1] if _suffix(words) else words


def _middles_agree(one: list[str], other: list[str], last: str) -> bool:
    """Only one has a middle name, and before a common last name an initial at most; or they are the same."""
    if not one or not other:
        found = one + other
        return len(found) < 2 and (last not in COMMON_LAST_NAMES or all(len(word) == 1 for word in found))
    return len(one) == len(other) and all(
        left == right or (1 in (len(left), len(right)) and left[0] == right[0])
        for left, right in zip(one, other, strict=True)
    )


def _sound_alike(one: str, other: str) -> bool:
    """Two last names may be writings of one."""
    left, right = sounded(one), sounded(other)
    if left == right:
        return True
    near: float = OSA.normalized_similarity(left, right)
    return near >= LEAST_LIKENESS and not {one, other} & COMMON_LAST_NAMES


def _signs_of_first_name(name: str) -> set[Hashable]:
    """What two first names share, one sign at least, if they may be one person's: see `_first_names`."""
    signs: set[Hashable] = {at for at, forms in enumerate(SHORT_FORMS) if name in forms}
    if len(consonants := _consonants(name)) >= LEAST_CONSONANTS:
        signs.add(("consonants", consonants))
    return signs | {("sound", sounded(name))}


def _consonants(name: str) -> str:
    """The letters of a folded name that are heard whatever the language, as it sounds."""
    return "".join(letter for letter in sounded(name) if letter not in "aeiouyh")


def _is_writing(one: str, other: str) -> bool:
    """Two first names have the same consonants, four or more, and not those of a man's and a woman's."""
    left, right = _consonants(one), _consonants(other)
    genders = {
        ("he" if word.title() in HE_NAMES else "she" if word.title() in SHE_NAMES else "") for word in (one, other)
    } - {""}
    return left == right and len(left) >= LEAST_CONSONANTS and len(genders) < 2
