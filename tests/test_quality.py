"""The extractors keep to their floors on annotated news, and the measures to their definitions."""

from __future__ import annotations

import sys
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from attrs import evolve

from quality import dates, dating, floors, seed, sets, statements
from quality.__main__ import main
from quality.figures import measure
from quality.mentions import is_speech, same_head
from quality.sets import FOLDER, Case, Row

if TYPE_CHECKING:
    from types import ModuleType

TYPES = ("statement_reported", "date_mentioned", "occurrence_reported")
TEXT = "The harbour is closed, said Ana Ruiz. “It opens on Monday,” she told us. Prices fell in May, Tom Berg said."


@pytest.fixture(scope="module")
def figures() -> dict[str, float]:
    """What is reached now."""
    return measure()


@pytest.mark.parametrize("name", floors.load())
def test_figures_keep_to_their_floors(name: str, figures: dict[str, float]) -> None:
    """
    No figure is below its floor, nor so far above that the floor is stale.
    """
    assert None is floors.complaint(name, floors.load()[name], figures.get(name))


def test_every_figure_has_a_floor(figures: dict[str, float]) -> None:
    """
    What is measured is what floors.toml lists, in its order.
    """
    assert list(figures) == list(floors.load()), f"run `{floors.COMMAND}`"


def test_sets_are_those_the_floors_were_taken_on() -> None:
    """
    Texts and gold have the checksums of SHA256SUMS; no file is missing there.
    """
    assert [] == sets.changed()


def test_another_file_is_noticed(tmp_path, monkeypatch) -> None:
    """
    A file with another checksum, one that is not listed and one that is not there are all named.
    """
    first, second, *rest = sets.CHECKSUMS.read_text("utf-8").splitlines()
    sums = tmp_path / "SHA256SUMS"
    sums.write_text("\n".join(["0" * 64 + first[64:], *rest, "0" * 64 + "  gone.jsonl.gz"]), "utf-8")
    monkeypatch.setattr(sets, "CHECKSUMS", sums)

    assert sorted([first[66:], second[66:], "gone.jsonl.gz"]) == sets.changed()


@pytest.mark.parametrize(
    "folder", sorted({path.parent for path in FOLDER.rglob("gold.json*")}), ids=lambda path: path.name
)
def test_sets_name_their_source(folder) -> None:
    """
    Beside each set stands where it comes from, under which licence, and whom to thank.
    """
    readme, stated = (folder / "README.md").read_text("utf-8"), ["Source", "Licence", "Attribution"]

    assert stated == [word for word in stated if f"\n- {word}: " in readme]


@pytest.mark.parametrize(("name", "measured"), [("gum_news", statements), ("meantime", dates), ("semeval_t4", dating)])
def test_gold_is_perfect(name: str, measured: ModuleType) -> None:
    """
    Predicting gold itself scores 1 in every figure, and predicting nothing scores less in every figure.
    """
    golds = [_with(case, _as_found(case.gold)) for case in sets.load(name)]
    silent = [_with(case, {}) for case in golds]

    assert {1.0} == set(measured.score(golds).values())
    assert all(value < 1 for value in measured.score(silent).values())


def test_gold_of_the_seed_article_is_perfect() -> None:
    """
    Predicting gold itself gives all 17 statements, 9 dates and 11 clauses; predicting nothing gives none.
    """
    (case,) = sets.load("seed")

    assert {"statements": 17, "names": 17, "exact": 17, "dates": 9, "clauses": 11} == seed.score(
        [_with(case, _as_found(case.gold))]
    )
    assert {0} == set(seed.score([_with(case, {})]).values())


def test_statements_are_counted_one_to_one() -> None:
    """
    One of three found exactly with its speaker, one found in part with another speaker, one missed, one too many.
    """
    golds = [
        _statement("The harbour is closed", "said", "Ana Ruiz"),
        _statement("“It opens on Monday,”", "told", "she"),
        _statement("Prices fell in May", "said", "Tom Berg"),
    ]
    found = [
        _statement("The harbour is closed,", "said", "Ruiz"),
        _statement("opens on Monday", "told", "Tom Berg"),
        _statement("Ana", "said", ""),
    ]

    assert pytest.approx({"match50": 4 / 6, "exact": 2 / 6, "e2e": 2 / 6, "speaker": 1 / 2}) == statements.score(
        [_case({"statements": golds}, {"statement_reported": found})]
    )


def test_what_is_no_speech_does_not_count() -> None:
    """
    Gold whose cue is no speech counts neither for nor against, nor does the prediction it is paired with.
    """
    golds = [_statement("The harbour is closed", "said", "Ana Ruiz"), _statement("Prices fell", "opens", "Tom Berg")]

    assert {"match50": 1, "exact": 1, "e2e": 1, "speaker": 1} == statements.score(
        [_case({"statements": golds}, {"statement_reported": golds})]
    )


def test_dates_need_extent_and_value() -> None:
    """
    An expression with another extent still counts for the value, and one with another value for the extent.
    """
    golds = [_expression("on Monday", "2024-08-19"), _expression("May", "2024-05")]
    found = [_expression("Monday,", "2024-08-19"), _expression("May,", "2025-05"), _expression("us", "P1D", "DURATION")]
    scored = dates.score([_case({"dates": golds}, {"date_mentioned": found})])

    assert pytest.approx([2 / 5, 2 / 5]) == [scored["all.strict"], scored["all.value"]]
    assert pytest.approx([2 / 4, 2 / 4]) == [scored["date.strict"], scored["date.value"]]


def test_dates_are_counted_one_to_one() -> None:
    """
    An expression that runs over two of gold is paired with the one it shares more with.
    """
    golds = [_expression("Monday", "2024-08-19"), _expression("opens on", "2024-08-19")]
    found = {"date_mentioned": [_expression("opens on Monday", "2024-08-19")]}

    assert pytest.approx(2 / 3) == dates.score([_case({"dates": golds}, found)])["all.value"]


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        ("2024-05-01", "2024-06-01", 1),
        ("2024-05-01T00:00:00", "2024-05-31T18:00:00", 1),
        ("2024-05-01", "2024-05-31", 0),
        ("2024-05-01", None, 0),
    ],
)
def test_mentions_get_the_date_of_the_shortest_occurrence(start: str | None, end: str | None, expected: float) -> None:
    """
    The nearest occurrence dates a mention, in whole days; when it is open, the publication day does.
    """
    mention = {"span": _place("fell"), "date": "2024-05"}
    found = [
        {"span": [0, len(TEXT)], "start": "2024-05-01", "end": "2024-06-01"},
        {"span": _place("Prices fell in May"), "start": start, "end": end},
    ]

    assert {"exact": expected} == dating.score([_case({"mentions": [mention]}, {"occurrence_reported": found})])


def test_mentions_outside_occurrences_get_the_publication_day() -> None:
    """
    Where nothing is said to have occurred, the article's own day counts.
    """
    mentions = [{"span": _place("fell"), "date": day} for day in ("2024-08-13", "2024-08-12", "2024-08", "2024")]

    assert {"exact": 1 / 4} == dating.score([_case({"mentions": mentions}, {})])


@pytest.mark.parametrize(
    ("cue", "expected"),
    [("was saying", True), ("denied", True), ("According to", True), (":", True), ("believes", False), ("", False)],
)
def test_cues_of_speech(cue: str, expected: bool) -> None:  # noqa: FBT001
    """
    Forms of speech verbs, "according to" and a colon are speech; thoughts are not.
    """
    assert expected == is_speech(cue)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("Mr Berg", "the mayor, Tom Berg", True),
        ("Tom Berg, the mayor of Linz", "Berg's", True),
        ("the mayor", "a mayor", True),
        ("Berg himself", "Tom Berg junior", True),
        ("Tom Berg", "Ana Ruiz", False),
        ("", "Ana Ruiz", False),
    ],
)
def test_mentions_are_compared_by_their_head(one: str, other: str, expected: bool) -> None:  # noqa: FBT001
    """
    Titles, articles and what follows the head make no difference.
    """
    assert [expected, expected] == [same_head(one, other), same_head(other, one)]


@pytest.mark.parametrize(
    ("floor", "value", "expected"),
    [
        (0.7, 0.7, None),
        (0.7, 0.72, None),
        (0.7, 0.699, "fell to 0.699"),
        (0.7, 0.73, "--raise"),
        (9, 9, None),
        (9, 10, "--raise"),
        (9, 8, "fell to 8"),
        (None, 0.7, "no floor"),
        (0.7, None, "not measured"),
    ],
)
def test_what_is_complained_about(floor: float | None, value: float | None, expected: str | None) -> None:
    """
    A fall, a rise out of the floor's sight, a figure without a floor and a floor without a figure.
    """
    found = floors.complaint("dates", floor, value)

    assert (expected is None) == (found is None)
    assert (expected or "") in (found or "")


def test_floors_are_raised_and_never_lowered() -> None:
    """
    A floor is set .005 below its figure, in thousandths, unless it was higher; those of figures that are gone go.
    """
    held = {"up": 0.5, "down": 0.7, "gone": 0.9, "count": 9}

    assert {"up": 0.72, "down": 0.7, "new": 0.101, "count": 10} == floors.raised(
        held, {"up": 0.7257, "down": 0.65, "new": 0.1066, "count": 10}
    )


def test_raising_writes_the_floors_and_says_what_is_still_wrong(tmp_path, monkeypatch, capsys) -> None:
    """
    `--raise` writes what is reached, keeps higher floors, and ends with 1 while a figure is below its own.
    """
    monkeypatch.setattr(floors, "FILE", tmp_path / "floors.toml")
    monkeypatch.setattr("quality.__main__.measure", lambda: {"dates.x.value": 0.8, "seed.x.dates": 8})
    monkeypatch.setattr(sys, "argv", ["quality", "--raise"])
    floors.save({"dates.x.value": 0.5, "seed.x.dates": 9})

    assert 1 == main()
    assert {"dates.x.value": 0.795, "seed.x.dates": 9} == floors.load()
    assert "seed.x.dates fell to 8, below its floor of 9." in capsys.readouterr().out


def _case(gold: Row, found: dict[str, list[Row]]) -> Case:
    """A case over the text above."""
    return _with(Case(text=TEXT, published=date(2024, 8, 13), gold=gold, found={}), found)


def _with(case: Case, found: dict[str, list[Row]]) -> Case:
    """The same article, read otherwise."""
    return evolve(case, found={name: [] for name in TYPES} | found)


def _as_found(gold: Row) -> dict[str, list[Row]]:
    """Gold in the form of what is read."""
    days = [(mention["span"], dating.stated_days(mention["date"])) for mention in gold.get("mentions", [])]
    return {
        "statement_reported": [{"speaker": None, **row} for row in gold.get("statements", [])],
        "date_mentioned": gold.get("dates", []),
        "occurrence_reported": gold.get("occurrences")
        or [{"span": span, "start": start.isoformat(), "end": end.isoformat()} for span, (start, end) in days],
    }


def _place(words: str) -> list[int]:
    """Where words first stand in the text above."""
    start = TEXT.index(words)
    return [start, start + len(words)]


def _statement(content: str, cue: str, source: str) -> dict[str, Any]:
    """A statement by its words."""
    places = {"content": content, "cue": cue, "source": source}
    return {"speaker": None} | {name: [_place(words)] if words else [] for name, words in places.items()}


def _expression(words: str, timex: str, kind: str = "DATE") -> dict[str, Any]:
    """A temporal expression by its words."""
    return {"span": _place(words), "kind": kind, "timex": timex}
