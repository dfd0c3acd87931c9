"""What the values of options mean, and how commands end and are interrupted."""

from __future__ import annotations

import io
import os
import signal
import sys
from collections import Counter
from datetime import date

import click
import pytest

from commands import DATA
from timeline import cli
from timeline.cli import exit_status, inputs, options, progress
from timeline.cli.commands.append import _summary
from timeline.cli.days import Day
from timeline.cli.interrupt import Interrupt
from timeline.errors import InputError, LogLocked, NotFound, QueryError
from timeline.ingest.append import Appended


class Terminal(io.TextIOWrapper):
    """A stream that people look at."""

    def isatty(self):
        return True


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2024", date(2024, 1, 1), date(2024, 12, 31)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2024-12", date(2024, 12, 1), date(2024, 12, 31)),
        ("2024-02-28", date(2024, 2, 28), date(2024, 2, 28)),
        (date(2024, 2, 3), date(2024, 2, 3), date(2024, 2, 3)),
    ],
)
def test_a_bound_in_days(text, first, last):
    """
    A year or a month has a first and a last day; a day is both.
    """
    assert (first, last) == tuple(Day(end=end).convert(text, None, None) for end in ("first", "last"))


@pytest.mark.parametrize("text", ["2024-02-30", "2024-1-2-3", "soon", ""])
def test_no_day(text):
    """
    What is no date says how to write one.
    """
    with pytest.raises(click.UsageError, match="is not a valid date: write YYYY-MM-DD"):
        Day().convert(text, None, None)


@pytest.mark.parametrize(
    ("kind", "text", "value"),
    [
        (options.NameValue, "who=putin", ("who", "putin")),
        (options.NameValue, " $who =a=b", ("who", "a=b")),
        (options.NameValue, ("who", "putin"), ("who", "putin")),
        (options.ExtractorVersion, "dates@2", ("dates", 2)),
        (options.ExtractorVersion, "a@b@12", ("a@b", 12)),
        (options.ExtractorVersion, ("dates", 2), ("dates", 2)),
    ],
)
def test_pairs(kind, text, value):
    """
    A name and a value, an extractor and a version; what was read before stays.
    """
    assert value == kind().convert(text, None, None)


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        (options.NameValue, "who"),
        (options.NameValue, "=putin"),
        (options.NameValue, " =putin"),
        (options.ExtractorVersion, "@1"),
        (options.ExtractorVersion, "dates"),
        (options.ExtractorVersion, "dates@x"),
        (options.ExtractorVersion, "dates@"),
    ],
)
def test_no_pairs(kind, text):
    """
    Half of a pair is none.
    """
    with pytest.raises(click.UsageError, match="write"):
        kind().convert(text, None, None)


@pytest.mark.parametrize(
    ("words", "chosen"),
    [
        ([], {}),
        (["--since", "2024"], {"since": date(2024, 1, 1)}),
        (["--about", "sea", "--place", "Kiel"], {"about": ("sea",), "place": "Kiel"}),
        (["--min-confidence", "0"], {"min_confidence": 0}),
        (["--min-confidence", "80"], {"min_confidence": 800}),
    ],
)
def test_only_what_was_given_is_asked(words, chosen):
    """
    Options that were left out do not narrow the answer; percents are asked per mille.
    """

    @click.command()
    @options.filters
    @options.placed
    @options.confident
    def command(chosen):
        seen.update(chosen)

    seen = {}
    command.main(words, standalone_mode=False)

    assert chosen == seen


@pytest.mark.parametrize(
    ("error", "sentence", "status"),
    [
        (QueryError("give one."), "give one.", 1),
        (InputError("is empty.", path="a.txt"), "a.txt: is empty.", 3),
        (NotFound("there is none."), "there is none.", 5),
        (LogLocked("it is in use."), "it is in use.", 6),
        (PermissionError(13, "Permission denied", "a.txt"), "a.txt: Permission denied.", 1),
        (PermissionError(13, "Permission denied"), "Permission denied.", 1),
        (OSError("odd"), "OSError: odd (a bug: TIMELINE_DEBUG=1 shows where).", 1),
        (KeyError("strerror"), "KeyError: 'strerror' (a bug: TIMELINE_DEBUG=1 shows where).", 1),
        (MemoryError(), "out of memory: narrow the request, or use fewer --jobs.", 1),
    ],
)
def test_every_error_is_a_sentence(capsys, monkeypatch, error, sentence, status):
    """
    Ours say it themselves, the system's name the file if there is one, others are bugs.
    """
    monkeypatch.delenv("TIMELINE_DEBUG", raising=False)

    assert (status, f"timeline: {sentence}\n") == (exit_status.report(error), capsys.readouterr().err)


def test_a_bug_can_be_looked_at(monkeypatch):
    """
    With TIMELINE_DEBUG an error is raised as it is.
    """
    monkeypatch.setenv("TIMELINE_DEBUG", "1")
    with pytest.raises(KeyError):
        exit_status.report(KeyError("x"))


@pytest.mark.parametrize(
    ("error", "status", "says"),
    [
        (RuntimeError("Query interrupted"), 130, "timeline: interrupted.\n"),
        (RuntimeError("Query broken"), 1, "RuntimeError: Query broken"),
        (KeyboardInterrupt(), 130, "timeline: interrupted.\n"),
        (NotFound("none."), 5, "timeline: none.\n"),
    ],
)
def test_what_ends_a_command(capsys, monkeypatch, error, status, says):
    """
    What DuckDB makes of Ctrl-C is an interruption too.
    """

    def fail(*_):
        raise error

    monkeypatch.setattr(cli.Commands, "get_command", fail)

    assert status == cli.main(["show"])
    assert says in capsys.readouterr().err


@pytest.mark.parametrize(
    ("kind", "stated", "encoding"),
    [(io.TextIOWrapper, "ascii", "utf-8"), (Terminal, "latin-1", "latin-1"), (Terminal, "ascii", "utf-8")],
)
def test_a_pipe_gets_utf_8(monkeypatch, kind, stated, encoding):
    """
    A terminal knows its own encoding, unless that is the one of no locale.
    """
    monkeypatch.setattr("sys.stdout", stream := kind(io.BytesIO(), encoding=stated))

    assert 0 == cli.main(["--version"])
    assert encoding == stream.encoding


@pytest.mark.parametrize(
    ("folder", "group", "found"),
    [
        ("a.dist-info", "timeline.cli.commands", True),
        ("a.dist-info", "other", False),
        ("a", "timeline.cli.commands", False),
    ],
)
def test_where_commands_are_looked_for(tmp_path, folder, group, found):
    """
    In what installed packages say of themselves, and nowhere else.
    """
    (tmp_path / "b.egg-info").mkdir()
    (tmp_path / folder).mkdir()
    (tmp_path / folder / "entry_points.txt").write_text(f"[{group}]\nhello = other\n")

    assert found == cli._has_commands(str(tmp_path))


@pytest.fixture
def other(tmp_path, monkeypatch):
    """An installed package with two commands, one of which is none."""
    folder = tmp_path / "other-1.dist-info"
    folder.mkdir()
    (folder / "METADATA").write_text("Metadata-Version: 2.1\nName: other\nVersion: 1\n")
    points = "[timeline.cli.commands]\nhello = pin_hello\nworld = pin_world\n"
    (folder / "entry_points.txt").write_text(points)
    code = "import click\n@click.command(help='Greets.')\ndef command():\n    click.echo('hello there')\n"
    (tmp_path / "pin_hello.py").write_text(code)
    (tmp_path / "pin_world.py").write_text("command = None\n")
    monkeypatch.setattr("sys.path", ["/nowhere", str(tmp_path), *sys.path])


@pytest.mark.usefixtures("other")
def test_commands_of_other_packages_are_run(capsys):
    """
    What an entry point names must be a command; what nobody names is a usage error.
    """
    assert (0, "hello there\n") == (cli.main(["hello"]), capsys.readouterr().out)
    refused = "timeline: plug-in 'world' (cli.commands) of other 1 cannot be used: its command is no callable.\n"
    assert (1, refused) == (cli.main(["world"]), capsys.readouterr().err)
    assert 2 == cli.main(["nobody"])


def test_names_of_files_that_are_no_commands():
    """
    A module whose name begins with an underscore is no command.
    """
    assert "__init__" not in cli._built_in()
    assert "show" in cli._built_in()


def test_ctrl_c_is_noted_first():
    """
    The first one raises at the next check, a second one at once; afterwards it is as before.
    """
    before = signal.getsignal(signal.SIGINT)
    with Interrupt() as interrupt:
        assert [1, 2] == list(interrupt.checked([1, 2]))
        os.kill(os.getpid(), signal.SIGINT)
        with pytest.raises(KeyboardInterrupt):
            interrupt.check()
        with pytest.raises(KeyboardInterrupt):
            os.kill(os.getpid(), signal.SIGINT)
    assert before is signal.getsignal(signal.SIGINT)


@pytest.mark.parametrize(("delay", "terminal", "shown"), [(-1, True, True), (-1, False, False), (1000, True, False)])
def test_a_bar_is_for_long_work_on_a_terminal(monkeypatch, delay, terminal, shown):
    """
    Nothing is drawn in a second, or where nobody looks.
    """
    stream = (Terminal if terminal else io.TextIOWrapper)(io.BytesIO(), encoding="utf-8")
    monkeypatch.setattr("sys.stderr", stream)
    monkeypatch.setattr(progress, "DELAY_SECONDS", delay)
    with progress.Bar(lambda: 1200, "events") as bar:
        bar.update(7)
        first = bar._shown
        bar.update(8, "on")

        assert shown == (first is not None)
        assert first is bar._shown
    assert first is None or not first[0].live.is_started


@pytest.mark.parametrize(("expected", "of"), [(1200, " of 1,200"), (None, "")])
def test_a_bar_says_of_how_many(monkeypatch, expected, of):
    """
    Where that is known.
    """
    monkeypatch.setattr("sys.stderr", Terminal(io.BytesIO(), encoding="utf-8"))
    monkeypatch.setattr(progress, "DELAY_SECONDS", -1)
    with progress.Bar(lambda: expected, "events") as bar:
        bar.update(7)

        assert of == bar._shown[0].tasks[0].fields["of"]


def test_how_many_articles_are_expected():
    """
    Nothing is known before the first; then it is reckoned by bytes; at the end they are counted.
    """
    articles = inputs.Articles((str(DATA / "feed.jsonl"), str(DATA / "harbour.txt")))
    assert articles.expected is None
    during = [articles.expected for _ in articles]

    assert all(seen >= at for at, seen in enumerate(during, 1))
    assert 3 == articles.expected


def test_what_cannot_be_read_was_expected_too():
    """
    At the end all that was given is counted, whatever its size.
    """
    articles = inputs.Articles(("/nowhere.txt",))

    assert (1, 1) == (len(list(articles)), articles.expected)


@pytest.mark.parametrize(
    ("appended", "lines"),
    [
        (Appended(), ["appended   0 articles   0.5 s"]),
        (
            Appended(
                outcomes=[("a", "published")],
                events=Counter(date_mentioned=2, article_published=1, tide_seen=1, mention_linked=0),
            ),
            ["appended   1 article   2 dates · 1 tide_seen   0.5 s"],
        ),
        (
            Appended(outcomes=[("a", "revised"), ("a", "revised")]),
            ["appended   0 articles   0.5 s", "revised    2 articles"],
        ),
        (
            Appended(outcomes=[("a", "unchanged")]),
            ["appended   0 articles   0.5 s", "unchanged  1 article, already in the log"],
        ),
        (Appended(outcomes=[("a", "withdrawn")]), ["appended   0 articles   0.5 s", "withdrawn  1 article"]),
        (Appended(failures=[NotFound("x")]), ["appended   0 articles   0.5 s", "failed     1, listed above"]),
    ],
)
def test_what_an_append_came_to(appended, lines):
    """
    A line an outcome; only what there was.
    """
    assert lines == _summary(appended, 0.5).splitlines()
