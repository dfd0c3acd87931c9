"""
Whatever answers from links between articles can be asked by each of the three clocks.

A ferry sinks, two outlets print one report of a wire and another writes its own. A later report, and those on a tram,
were printed and recorded after that: asked for the time before, the answer is that of a log that never had them.
"""

from __future__ import annotations

import json

import pytest
from freezegun import freeze_time

import timeline
from commands import run
from timeline.model.article import Article

FERRY = (
    "The ferry Alder sank off Port Lindow on Monday, and 9 people were killed. Police arrested the captain, Jo Brook,"
    " on Tuesday. Divers searched the wreck on Tuesday, the coast guard said. The operator halted all crossings to the"
    " island and offered refunds to passengers who had booked. The mayor of Lindow, Mara Lund, laid a wreath."
)
TRAM = (
    "A tram derailed in Verrin on Friday, and 4 people were injured. Mayor Tessa Marchetti of Verrin said that all"
    " trams would stop until the rails had been examined. Firemen freed the driver after an hour. Buses run between the"
    " harbour and the station."
)
EARLY = {
    "agency": ("2026-03-03T06:00", "Ferry Alder sinks off Lindow", FERRY),
    "post": ("2026-03-03T08:00", "Ferry Alder sinks off Lindow", FERRY),
    "daily": (
        "2026-03-03T09:00",
        "Ferry Alder sinks near Lindow",
        (
            "The ferry Alder, which was bound for Harrow, sank off Port Lindow on Monday; 12 people were killed. Its"
            " owner in Harrow has said nothing so far."
        ),
    ),
}
LATE = {
    "weekly": (
        "2026-03-05T06:00",
        "Seventeen dead as ferry Alder sinks",
        (
            "The ferry Alder sank on Monday off Port Lindow, and 17 people were killed. Jo Brook, its captain, was"
            " arrested by police on Tuesday."
        ),
    ),
    "courier": ("2026-03-06T20:00", "Tram derails in Verrin", TRAM),
    "tribune": ("2026-03-06T21:00", "Tram derails in Verrin", TRAM),
    "herald": (
        "2026-03-06T22:00",
        "Verrin tram derails",
        (
            "A tram derailed on Friday in Verrin, the town of Mayor Tessa Marchetti; 6 people were injured when the"
            " tram left its rails."
        ),
    ),
}
"""When each outlet printed what, by its key; Monday is 2 March 2026."""

RECORDED = {"2026-03-12": EARLY, "2026-03-20": LATE}
AS_OF, REPORTED_UNTIL = {"as_of": "2026-03-15"}, {"reported_until": "2026-03-04"}
RANGES = {"agency": {"until": "2026-03-05"}, "courier": {"since": "2026-03-06"}}
"""What asks for each of the stories, by the days on which its articles were printed and what they tell happened."""

VIEWS = (
    "copies", "copy_origins", "placed", "stories", "story_outlines", "happenings", "figure_reports", "figure_steps",
    "conflicts",
)  # fmt: skip
METHODS = {"copies": (), "stories": (), "story": ("agency",), "figures": (), "conflicts": ()}
COMMANDS = {
    "copies": (), "stories": (), "story tell": ("agency",), "figures": (), "figures --conflicts": (),
}  # fmt: skip
"""With what each is given."""

LINKS = ("copy_links", "placements", "happening_links")
"""Projections of what was never printed: it holds whatever had been."""

READERS = [
    *(f"view {name}" for name in VIEWS),
    *(f"projection {name}" for name in (*LINKS, "figures")),
    *(f"method {name}" for name in METHODS),
    *(f"command {name}" for name in COMMANDS),
]
PRINTED = [reader for reader in READERS if reader.partition(" ")[2] not in LINKS]
UNDATED = {"view copy_origins", "view happenings", "method story", "command story tell"}
DATED = [reader for reader in PRINTED if reader not in UNDATED and not reader.startswith("projection")]


@pytest.fixture(scope="module")
def logs(tmp_path_factory):
    """Logs of what had been recorded by the first day and by the second, each in the same order."""
    folder, found = tmp_path_factory.mktemp("links"), {}
    for days in (1, 2):
        log = found[days] = timeline.open(folder / f"{days}.duckdb")
        for day, articles in list(RECORDED.items())[:days]:
            with freeze_time(day):
                log.append(
                    Article(key=key, published=published, title=title, text=text, source=key.title())
                    for key, (published, title, text) in articles.items()
                )
    return found


@pytest.fixture
def ask(logs, capsys):
    """Asks a reader of the log of so many days; rows in whatever order."""

    def asks(reader, days=2, **question):
        log, (kind, _, name) = logs[days], reader.partition(" ")
        if kind == "view":
            rows = log.run(name, **question).dicts()
        elif kind == "projection":
            rows = log.sql(f"from {name}({', '.join(f'p_{key} := ${key}' for key in question)})", question).dicts()
        elif kind == "method":
            answer = getattr(log, name)(*METHODS[name], **question)
            rows = [answer] if name == "story" else answer.dicts()
        else:
            options = [word for key, value in question.items() for word in (f"--{key.replace('_', '-')}", value)]
            ended = run(capsys, *name.split(), *COMMANDS[name], *options, "--format", "jsonl", "--db", log.path)
            assert (0, "") == (ended.status, ended.err)
            rows = [json.loads(line) for line in ended.out.splitlines()]
        return sorted(rows, key=repr)

    return asks


@pytest.mark.parametrize("reader", READERS)
def test_as_of_a_moment_links_are_those_recorded_by_then(reader, ask):
    """
    What is recorded later adds nothing to an answer as of a moment before, and changes nothing in it.
    """
    expected = ask(reader, days=1)
    assert expected == ask(reader, **AS_OF) != ask(reader)
    assert expected


@pytest.mark.parametrize("reader", PRINTED)
def test_until_a_day_of_print_links_are_those_of_what_was_printed(reader, ask):
    """
    What was printed later is not counted, told or compared in an answer for the days of print before.
    """
    assert ask(reader, days=1) == ask(reader, **REPORTED_UNTIL) != ask(reader)


@pytest.mark.parametrize("story", RANGES)
@pytest.mark.parametrize("reader", DATED)
def test_in_a_range_of_days_are_the_links_of_those_days(reader, story, ask):
    """
    Of two stories, one after the other, a range of days shows what that of these days does.
    """
    every = ask(reader)
    expected = [row for row in every if story in (row.get("story"), row.get("of"))]
    assert expected == ask(reader, **RANGES[story]) != every
    assert expected
