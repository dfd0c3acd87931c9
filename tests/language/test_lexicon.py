"""Every word list stands once: other modules build their sets and patterns from those of the lexicon."""

from __future__ import annotations

import ast
import re
from functools import cache
from pathlib import Path

import pytest

from timeline.language.lexicon import (
    auxiliaries,
    first_names,
    nationalities,
    number_words,
    places,
    reporting_verbs,
    times,
    titles,
    word_classes,
)

SOURCE = Path(__file__).parent.parent.parent / "src" / "timeline"
LEXICON = SOURCE / "language" / "lexicon"
MODULES = sorted(path for path in SOURCE.rglob("*.py") if LEXICON not in path.parents)
MONTH_NAMES_FOR_LABELS = SOURCE / "model" / "periods.py"
"""The model is below the language: the lexicon has its months from there."""
EVERYWHERE = {
    "months": times.MONTHS,
    "abbreviated months": times.MONTH_ABBREVIATIONS,
    "weekdays": times.WEEKDAYS,
    "abbreviated weekdays": times.WEEKDAY_ABBREVIATIONS,
    "seasons": times.SEASONS,
    "parts of the day": times.PARTS_OF_DAY,
    "numbers": number_words.UNITS | number_words.TEENS | number_words.TENS,
    "ordinals": number_words.ORDINALS,
    "decades": number_words.DECADES,
    "reporting verbs": reporting_verbs.REPORTING_VERBS,
    "titles": titles.TITLES,
    "first names": first_names.HE_NAMES | first_names.SHE_NAMES,
    "places": places.PLACES,
    "origins": nationalities.ORIGINS,
}
IN_RULES = {
    "auxiliaries": auxiliaries.AUXILIARIES | auxiliaries.CONTRACTED,
    "determiners": word_classes.DETERMINERS,
    "prepositions": word_classes.PREPOSITIONS,
    "pronouns": word_classes.PRONOUNS | word_classes.OBJECT_PRONOUNS,
    "subordinators": word_classes.SUBORDINATORS,
}
FEWEST_INLINE = 3
"""So many words of one kind are a list."""
FEWEST_IN_CONDITIONS = 4
"""Of function words a condition of a rule may name a few."""
ALTERNATIVES = re.compile(r"[\w'’.-]+(?:\|[\w'’.-]+)+")
PLAIN_TABLE = re.compile(r"[\w'’.-]+(?:\s+[\w'’.-]+){2,}")


@cache
def tables(path: Path) -> list[frozenset[str]]:
    """Words that a module spells out together: in a collection, a text of words, or the alternatives of a pattern."""
    tree = ast.parse(path.read_text("utf-8"))
    docstrings = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    found = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Set | ast.Tuple | ast.List):
            found.append(strings(node.elts))
        elif isinstance(node, ast.Dict):
            found.append(strings(node.keys))
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docstrings:
            found += [run.split("|") for run in ALTERNATIVES.findall(node.value)]
            if PLAIN_TABLE.fullmatch(node.value.strip()):
                found.append(node.value.split())
    return [frozenset(word.lower() for word in table) for table in found]


def strings(nodes: list[ast.expr | None]) -> list[str]:
    """The literal strings among some nodes."""
    return [node.value for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, str)]


def spelled_out(path: Path, kind: frozenset[str], fewest: int) -> list[list[str]]:
    """The words of a kind that a module spells out together, where they are a list."""
    found = [sorted(table & kind) for table in tables(path)]
    return [words for words in found if len(words) >= fewest]


@pytest.mark.parametrize("kind", EVERYWHERE)
def test_no_other_module_spells_out_a_list_of_the_lexicon(kind):
    """
    Months, weekdays, numbers, reporting verbs, titles and names are listed in the lexicon only.
    """
    words = frozenset(word.lower() for word in EVERYWHERE[kind])
    modules = [path for path in MODULES if kind != "months" or path != MONTH_NAMES_FOR_LABELS]
    found = {path.relative_to(SOURCE).as_posix(): spelled_out(path, words, FEWEST_INLINE) for path in modules}
    assert {} == {name: lists for name, lists in found.items() if lists}


@pytest.mark.parametrize("kind", IN_RULES)
def test_no_extractor_spells_out_a_class_of_function_words(kind):
    """
    Sets of auxiliaries, pronouns and the like have a name in the lexicon.
    """
    rooms = [path for path in MODULES if path.relative_to(SOURCE).parts[0] == "extractors"]
    found = {path.relative_to(SOURCE).as_posix(): inline_sets(path, IN_RULES[kind]) for path in rooms}
    assert {} == {name: lists for name, lists in found.items() if lists}


def inline_sets(path: Path, kind: frozenset[str]) -> list[list[str]]:
    """The words of a kind in the collections of a module, where they are a list."""
    found = [sorted(kind.intersection(words)) for words in collections(path)]
    return [words for words in found if len(words) >= FEWEST_IN_CONDITIONS]


@cache
def collections(path: Path) -> list[list[str]]:
    """The literal strings in each collection of a module."""
    nodes = ast.walk(ast.parse(path.read_text("utf-8")))
    return [strings(node.elts) for node in nodes if isinstance(node, ast.Set | ast.Tuple | ast.List)]


def test_a_spelled_out_list_is_found(tmp_path):
    """
    Collections, texts of words and alternatives of patterns count; what a docstring says does not.
    """
    module = tmp_path / "rules.py"
    module.write_text(
        '"""Monday, Tuesday, Wednesday"""\n'
        'A = ("monday", "tuesday", "x")\n'
        'B = words("monday tuesday friday")\n'
        'C = re.compile(r"(?:Monday|Tuesday|Sunday)s?")\n',
        "utf-8",
    )
    assert [["friday", "monday", "tuesday"], ["monday", "sunday", "tuesday"]] == sorted(
        spelled_out(module, frozenset(times.WEEKDAYS), 3)
    )
