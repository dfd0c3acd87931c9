"""`timeline explain`: trace an event back to its rule, its sentence and its article."""

from __future__ import annotations

import json
import re
import sys
import textwrap
from typing import TYPE_CHECKING, Any

import click

import timeline
from timeline.cli.lazy import json_text
from timeline.cli.options import clocks, database, examples
from timeline.model.periods import time_label
from timeline.model.visible_text import one_line, visible

if TYPE_CHECKING:
    from collections.abc import Iterator

    from timeline.cli.options import Database
    from timeline.events.envelope import RecordedEvent
    from timeline.provenance.explanation import Explanation, Report

WIDTH = 100
MARKS = {"content": "─", "cue": "═", "source": "~", "span": "─", "dated_by": "═"}
"""How the spans of a record are underlined, by the name of their field."""


@click.command(epilog=examples("timeline explain 41d0c019", "timeline explain 41d0 --db news.duckdb"))
@click.argument("event")
@click.option("--json", "as_json", is_flag=True, help="Print everything as one JSON object.")
@clocks
@database
def command(*, event: str, as_json: bool, chosen: dict[str, Any], database: Database) -> None:
    """
    Show where EVENT, an id or at least its first four characters, comes from.

    That is its time, its rule, its sentence with the evidence underlined, and its place in the article and in the log.
    """
    found = database.open().explain(event, **chosen)
    sys.stdout.write(_json(found) if as_json else "\n".join(_lines(found)) + "\n")


def _lines(found: Explanation) -> Iterator[str]:
    row = found.recorded
    label = time_label(row.occurred_from, row.occurred_to, row.precision)
    time = [] if label == "undated" else [f"{label} ({row.precision or 'as published'})"]
    reader = [f"{row.extractor} {row.extractor_version}"] if row.extractor else []
    rule = [f"rule {row.rule}", f"confidence {(row.confidence or 0) / 10:g} %"] if row.rule else []
    basis = [f"basis {basis}"] if (basis := getattr(found.event, "basis", None)) else []
    yield one_line("   ".join([*time, row.type, *reader, *rule, *basis]))
    if found.passage.end:
        yield from _passage(found)
    where = [f"article {row.article}", f"revision {row.revision}"] if row.article else [f"stream {row.stream}"]
    where += [f"characters {_first(row.evidence)}–{_last(row.evidence)}"] if row.evidence else []
    yield one_line(", ".join(where))
    if found.article is not None and found.article.title:
        yield one_line(f"“{found.article.title}”, {found.article.day}")
    yield f"recorded {row.recorded_at:%Y-%m-%d %H:%M:%S} UTC at position {row.position:,}"
    yield f"in the tree of {found.tree_size:,} events, root {found.root}"
    yield f"event {row.event_id}"
    yield from map(_decision_line, found.decided)
    if found.reports:
        yield f"one happening, told by {len(found.reports):,} reports:"
        yield from map(_report_line, found.reports)
    if found.erased is not None:
        by = f" ({found.erased.by})" if found.erased.by else ""
        yield one_line(f"erased: {found.erased.reason}{by}")


def _decision_line(row: RecordedEvent) -> str:
    data = json.loads(row.data or "{}")
    changes = [f" {name} to {json.dumps(value, ensure_ascii=False)}" for name, value in data.get("changes", {}).items()]
    by = f", {data['by']}" if data["by"] else ""
    kind = row.type.removeprefix("assertion_")
    return one_line(f"{kind}{','.join(changes)}: {data['reason']} ({row.event_id}{by})")


def _report_line(report: Report) -> str:
    """A report of the same happening, and why it is one."""
    why = "printed first"
    if report.reason is not None:
        why = f"joined: {report.reason}" + (f", {report.by}" if report.by else "")
    elif report.rule is not None:
        why = f"rule {report.rule}, {(report.score or 0) / 10:.0f} % alike"
    names = ", ".join(dict.fromkeys(report.names))
    told = "; ".join(filter(None, (why, report.trigger, names)))
    return one_line(f"  {str(report.event)[:8]}  {report.article}  {report.text}  ({told})")


def _first(evidence: list[list[int]]) -> int:
    return min(start for start, _ in evidence)


def _last(evidence: list[list[int]]) -> int:
    return max(end for _, end in evidence)


def _passage(found: Explanation) -> Iterator[str]:
    """The sentence, wrapped; below each line another one that underlines the evidence."""
    assert found.article is not None  # noqa: S101 - by the caller
    text, start = found.article.text, found.passage.start
    signs = [visible(character) for character in re.sub(r"[\t\n]", " ", found.passage.cut(text))]
    marks = [" "] * len(signs)
    spans = _underlined(found)
    for mark, span in spans:
        for place in range(max(span.start - start, 0), min(span.end - start, len(marks))):
            marks[place] = mark
    shown, under = "".join(signs), "".join(mark * len(sign) for mark, sign in zip(marks, signs, strict=True))
    lead, at = f"¶{found.paragraph}  ", 0
    for line in textwrap.wrap(shown, WIDTH, drop_whitespace=False, break_long_words=True) or [""]:
        yield " " * 2 + lead + line.rstrip()
        below = under[at : at + len(line)].rstrip()
        if below:
            yield " " * (2 + len(lead)) + below
        lead, at = " " * len(lead), at + len(line)
    names = {mark: name for name, mark in reversed(MARKS.items()) if any(mark == used for used, _ in spans)}
    fields = {name: mark for name, mark in MARKS.items() if hasattr(found.event, name) and mark in names}
    if len(fields) > 1:
        yield "  " + "   ".join(f"{mark * 2} {name.replace('_', ' ')}" for name, mark in fields.items())


def _underlined(found: Explanation) -> list[tuple[str, timeline.Span]]:
    """Spans of the event's record, each with the mark of its field."""
    marked = []
    for name, mark in MARKS.items():
        value = getattr(found.event, name, None)
        if isinstance(value, timeline.Span):
            marked.append((mark, value))
        elif isinstance(value, tuple):
            marked += [(mark, span) for span in value]
    return marked


def _json(found: Explanation) -> str:
    return json_text.json_text(found.record, indent=2) + "\n"
