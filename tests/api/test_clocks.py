"""
Whatever answers from a log can be asked by each of the three clocks.

Readers are found, not listed: every view, every projection, every public method of `timeline.Timeline`, every command.
Each answers from logs of two articles, the second of which is late by one clock alone: asked for the time before, the
answer is that of a log that never had it; asked so by another clock, nothing is missing.
"""

from __future__ import annotations

import inspect
import json
from contextlib import ExitStack
from datetime import datetime, timedelta

import click
import pytest
from attrs import evolve
from freezegun import freeze_time

import timeline
from building import article, extracted, extracted_again, happened, named, said
from commands import run
from timeline import cli, sql_files
from timeline.digests import Digest
from timeline.errors import NotFound
from timeline.events.extraction import Extraction
from timeline.log.append import append_articles
from timeline.plugins import discover
from timeline.provenance.explanation import Explanation
from timeline.store import connections

EARLY, LATE, BETWEEN = datetime(2026, 3, 4), datetime(2026, 3, 11), "2026-03-07"
QUESTIONS = {"recorded": {"as_of": BETWEEN}, "reported": {"reported_until": BETWEEN}, "occurred": {"until": BETWEEN}}
"""What asks for the time before the second article, by the clock by which it is late."""

FIRST, SECOND, BOTH = ("first",), ("second",), ("first", "second")

ARTICLES = {
    "first": ("The mayor of Cape Ferry, Ann Lee, said {}. On Monday {}.", "the quay is safe", "the quay was closed"),
    "second": ("The pilot of Cape Ferry, Ann Lee, said {}. On Friday {}.", "nobody was hurt at all", "a tug sank"),
}
"""Text, what was said in it, and what happened."""

ASKED = {"person_lines": {"person": "Ann Lee"}, "history": {"subject": "second"},
         **{name: {"kind": "happening"} for name in ("claims", "claim_diff", "log_diff", "diff")}}  # fmt: skip
"""What views have to be told beside the clocks; articles among other rows have only the day of print."""

GIVEN = {"who": ["Ann Lee"], "salient": [9], "digest": ["json"], "revisions": ["second"], "diff": ["2020-01-01"],
         "export": ["jsonl"], "cite": ["csl"]}  # fmt: skip
"""What methods are given."""

WORDS = {
    "who": ["Ann Lee"], "history": ["second"], "revisions": ["second"], "run": ["timeline"],
    "diff": ["2020-01-01", "--kind", "happening"],
}  # fmt: skip
"""What commands are given."""

OF_AN_EVENT = {"explain", "cite"}
"""What is given the id of an event."""

NEVER_PRINTED = {"identities", "names", "pins", "decisions", "unmatched", "watches", "watch list"}
"""What people decide was never printed: it holds whatever had been."""

UNDATED = {
    "names", "pins", "unmatched", "watches", "watch list",  # what people decide
    "candidates",  # all that rules may link
    "history", "explain", "cite", "revisions",  # one thing, told whole
}  # fmt: skip
"""Readers that show nothing by its day; projections have the days as columns."""

BY_PRINT = {"activity", "publications", "articles", "texts"}
"""Readers whose days are those of print."""

VIEWS = {"extractor_diff"}  # of two versions of an extractor, whenever they read
"""Views that have no clocks, and why."""

REPEATED = {"repetitions", "boilerplate"}
"""Readers of what three articles of an outlet print: tests/projections/test_boilerplate.py asks them by both clocks."""

LINKED = {
    "copies",
    "copy_links",
    "copy_origins",
    "placements",
    "placed",
    "stories",
    "story_outlines",
    "story",
    "story tell",
    "happening_links",
    "happenings",
    "figures",
    "figure_reports",
    "figure_steps",
    "conflicts",
}
"""Readers of what articles have in common: tests/stories/test_clocks_of_links.py asks them by the clocks."""

METHODS = {
    "preview",  # what would be appended
    "append", "reextract", "link", "relink", "merge", "split", "merge_stories", "split_story",
    "join_happenings", "part_happening", "retract", "correct", "withdraw", "erase", "pin", "unpin",
    "mark_delivered", "import_events", "watch", "unwatch", "mark_told",  # write
    "edition", "news",  # go on where the last one ended: a position is their clock
    "sql",  # the query names its clocks
    "tables", "status", "verify", "rebuild", "head", "prove", "export_events", "backup", "subscribe",  # as it is
    "run",  # as the views, which are all asked by it
}  # fmt: skip
"""Public methods that take no clocks of their own, and why."""

COMMANDS = {
    "append", "reextract", "retract", "correct", "withdraw", "erase", "pin", "unpin", "import",
    "people merge", "people split", "people link", "relink", "story merge", "story split",
    "happening join", "happening part", "watch add", "watch remove",  # write
    "watch run",  # goes on where the last run ended: a position is its clock
    "compare",  # two versions of an extractor, whenever they read
    "extract", "catalogue check", "catalogue freeze", "key", "completion", "plugins",  # read no log
    "serve", "site",  # addresses of pages name them; files are of the last moment
    "sql",  # the query names its clocks
    "tables", "status", "verify", "rebuild", "head", "prove", "export events", "backup", "doctor",  # the log as it is
    *(f"export {name}" for name in discover("exporters") if name != "jsonl"),  # all ask as that one does
}  # fmt: skip
"""Commands that take no clocks, and why."""


def deliver(log, key, late=None):
    """An article that is late by one clock or by none, and a decision on a name in it, which has no other clock."""
    recorded, reported, occurred = (LATE if clock == late else EARLY for clock in QUESTIONS)
    form, quote, what = ARTICLES[key]
    text, day = form.format(quote, what), f"{occurred:%Y-%m-%d}"
    statement = said(
        "Ann Lee", quote, text, source_text=text.partition(", said")[0], about=(f"Cy {key}",),
        said_from=occurred, said_to=occurred + timedelta(days=1), said_precision="day", said_basis="cue-timex",
    )  # fmt: skip
    given = extracted(article(key, text, f"{reported:%Y-%m-%d}", source="The Cape"), statement)
    others = (
        Extraction("occurrences", 1, (happened(what, day, text),)),
        Extraction("dates", 1, (named("day", day, text),)),
    )
    with freeze_time(recorded):
        append_articles(log.event_log, [evolve(given, extractions=(*given.extractions, *others))])
        if late in (None, "recorded"):
            decide(log, key, text)


def decide(log, key, text):
    """Decisions on a name, on a version, on what is read again, and on what is not."""
    log.merge("Ann Lee", f"Cy {key}", reason="one")
    days = tuple(named(word, "2026-03-02", text) for word in ("On", "The"))
    extracted_again(log.event_log, key, 1, [Extraction("others", 1, days)])
    log.pin("statements", 1, [key])
    log.watch(key, about=["quay"])
    for event in log.log(type="date_mentioned", article=key):
        if event.extractor == "others":
            log.retract(event.event_id, reason="no day")
    extracted_again(log.event_log, key, 1, [Extraction("others", 2, days[:1])])


@pytest.fixture(scope="module")
def logs(tmp_path_factory):
    """Logs by what they hold: the first article alone; by each clock the second, which is late by it, and both."""
    folder, found, stack = tmp_path_factory.mktemp("clocks"), {}, ExitStack()
    late = {clock: {"first": None, "second": clock} for clock in QUESTIONS} | {None: {"first": None}}
    for clock, keys in [(None, FIRST), *((clock, keys) for clock in QUESTIONS for keys in (SECOND, BOTH))]:
        log = found[clock, keys] = timeline.open(folder / f"{clock}-{'-'.join(keys)}.duckdb")
        for key in keys:
            deliver(log, key, late[clock][key])
        stack.enter_context(connections.reading(log.path))  # while one is open, others open in no time
    with stack:
        yield found


class Readers:
    """Every reader by its name: a function of a log and a question, which may need the id of an event or a capsys."""

    def __init__(self):
        views, projections = sql_files.load("views"), sql_files.load("projections")
        self.found = {f"view {name}": self.view(name) for name in views.keys() - VIEWS}
        self.found |= {f"projection {name}": self.projection(name) for name in projections}
        self.found |= {f"method {name}": self.method(name) for name in methods() - METHODS}
        self.found |= {f"command {name}": self.command(name) for name in set(leaves()) - COMMANDS}

    @staticmethod
    def view(name):
        return lambda log, question, **_: log.run(name, **ASKED.get(name, {}), **question).dicts()

    @staticmethod
    def projection(name):
        def ask(log, question, **_):
            clocks = ", ".join(f"p_{key} := ${key}" for key in question)
            return log.sql(f"from {name}({clocks}) order by all", question).dicts()

        return ask

    @staticmethod
    def method(name):
        given = GIVEN.get(name, [])
        asked = ASKED.get(name, {}) if name == "diff" else {}
        return lambda log, question, event, **_: shown(
            getattr(log, name)(*([event, *given] if name in OF_AN_EVENT else given), **asked, **question)
        )

    @staticmethod
    def command(name):
        def ask(log, question, event, capsys):
            form = {"explain": ["--json"], "cite": ["--style", "csl"], "export jsonl": []}.get(
                name, ["--format", "json"]
            )
            options = [word for key, value in question.items() for word in (f"--{key.replace('_', '-')}", value)]
            words = [event] if name in OF_AN_EVENT else WORDS.get(name, [])
            if name == "diff" and options[:1] == ["--as-of"]:
                words, options = [words[0], *options[1:2], *words[1:]], options[2:]
            ended = run(capsys, *name.split(), *words, *options, *form, "--db", log.path)
            assert ended.status in (0, 5), ended.err
            return shown(ended.out) if ended.status == 0 else "not found"

        return ask


def methods():
    """Public methods of a timeline."""
    found = inspect.getmembers(timeline.Timeline, inspect.isfunction)
    return {name for name, _ in found if not name.startswith("_")}


def leaves(group=cli.command_line, above=""):
    """Commands by their names with the groups they stand in, groups left out."""
    for name in group.list_commands(click.Context(group)):
        command = group.get_command(click.Context(group), name)
        if isinstance(command, click.Group):
            yield from leaves(command, f"{above}{name} ")
        else:
            yield f"{above}{name}"


def called(reader):
    """The name of a reader without what kind of one it is: ``people list``."""
    return reader.partition(" ")[2]


def shown(answer):
    """What an answer says beside the question itself and where the log's tree stands."""
    if isinstance(answer, str) and (not answer or answer.startswith('{"when"')):
        return list(map(json.loads, answer.splitlines()))
    if isinstance(answer, str):
        read = json.loads(answer)
        if isinstance(read, list):
            return read
        return read["days"] if "days" in read else (read["event_id"], len(read["decided"]))
    if isinstance(answer, Digest):
        return list(answer.sections)
    if isinstance(answer, list):
        return answer
    return (answer.recorded.event_id, len(answer.decided)) if isinstance(answer, Explanation) else answer.dicts()


READERS = Readers().found
CASES = [
    (reader, clock) for reader in sorted(READERS) if called(reader) not in REPEATED | LINKED for clock in QUESTIONS
    if clock == "recorded"
    or (clock == "reported" and called(reader) not in NEVER_PRINTED)
    or (clock == "occurred" and not reader.startswith("projection") and called(reader) not in UNDATED)
]  # fmt: skip


@pytest.fixture
def ask(logs, answers, capsys):
    """Asks a reader of the log of one clock with some of the articles; rows in whatever order."""
    event = str(next(iter(logs["recorded", SECOND].statements())).event_id)

    def asks(reader, late, keys, **question):
        clock = None if keys == FIRST else late
        place = (reader, clock, keys, *question.items())
        if place not in answers:
            try:
                found = READERS[reader](logs[clock, keys], question, event=event, capsys=capsys)
                answers[place] = sorted(found, key=repr) if isinstance(found, list) else found
            except NotFound:
                answers[place] = "not found"
        return answers[place]

    return asks


@pytest.fixture(scope="module")
def answers():
    """What has been asked before."""
    return {}


@pytest.mark.parametrize(("reader", "clock"), CASES)
def test_before_a_moment_an_answer_is_that_of_a_log_without_what_came_after(reader, clock, ask):
    """
    Whatever came later by a clock is not in the answer for the time before; all else is, but in a range the undated.
    """
    late = "reported" if clock == "occurred" and called(reader) in BY_PRINT else clock
    question = QUESTIONS[clock]
    before, asked = ask(reader, late, FIRST), ask(reader, late, BOTH, **question)
    assert ask(reader, late, FIRST, **question) == asked != ask(reader, late, BOTH) != before
    assert asked or reader == "view history"  # of the second article: nothing yet
    assert before == asked or clock == "occurred"


@pytest.mark.parametrize(("reader", "clock"), [case for case in CASES if case[1] == "occurred"])
def test_since_a_day_an_answer_is_that_of_a_log_without_what_was_before(reader, clock, ask):
    """
    What happened before the first day is not in the answer; all later things are.
    """
    late = "reported" if called(reader) in BY_PRINT else clock
    asked = without_places(ask(reader, late, BOTH, since=BETWEEN))
    assert without_places(ask(reader, late, SECOND, since=BETWEEN)) == asked
    assert asked
    assert asked != without_places(ask(reader, late, BOTH))


def without_places(answer):
    """Rows without what hangs on what was recorded before them."""
    places = {"position", "stream_position", "recorded_at", "recorded_from"}
    if isinstance(answer[0], dict):
        return sorted(({key: row[key] for key in row if key not in places} for row in answer), key=repr)
    return [(section.label, [line.text for line in section.occurrences]) for section in answer]


@pytest.mark.parametrize(("reader", "clock"), CASES)
def test_clocks_are_independent(reader, clock, ask):
    """
    What is late by one clock alone is in every answer for the time before by another.
    """
    for late in QUESTIONS.keys() - {clock, "reported" if called(reader) in BY_PRINT else clock}:
        dated = {"since": "2000-01-01"} if clock == "occurred" else {}
        assert ask(reader, late, BOTH, **dated) == ask(reader, late, BOTH, **QUESTIONS[clock])


def test_exceptions_are_there():
    """
    No exception is named that is not, or is no longer, one.
    """
    assert set() == VIEWS - sql_files.load("views").keys()
    assert set() == METHODS - methods()
    assert set() == COMMANDS - set(leaves())
    assert set() == (REPEATED | LINKED) - {called(name) for name in READERS}
    assert set() == UNDATED - {called(name) for name in READERS}
    assert set() == {name for name in UNDATED & sql_files.load("views").keys()
                     if "until" in {each.name for each in sql_files.load("views")[name].parameters}}  # fmt: skip
