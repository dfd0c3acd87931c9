"""
Make the log that every later version has to open, verify, bring up to date and show as it was.

``python golden_log.py`` in this folder makes the two files of today's format in ``golden``; it refuses to make them
again, as they are worth what they are only while nobody touches them. A new format gets files beside the earlier ones.
"""

from __future__ import annotations

import gzip
import json
import shutil
import sys
import tempfile
from pathlib import Path

from freezegun import freeze_time

import timeline
from building import article, extracted_again
from timeline.events.extraction import Extraction
from timeline.store import opening

FOLDER = Path(__file__).parent / "golden"
NAMES = {1: "log", 2: "log-2", 3: "log-3"}
"""By format of the tables around the log."""


def log_of(number: int) -> Path:
    """The log of a format."""
    return FOLDER / f"{NAMES[number]}.duckdb.gz"


def expected_of(number: int) -> Path:
    """What it held and showed when it was made."""
    return FOLDER / f"{NAMES[number]}.json"


BRIDGE = """Old bridge closed after flood

The old bridge over the Linde was closed on Monday after the river rose by two metres, the town council said.

"Nobody will cross it before the engineers have been," mayor Karin Lind told reporters on Tuesday. She said that the
repairs would cost 1.4 million euros.

Engineer Tom Barrow said the northern pier had moved. The bridge was built in 1931."""

FERRY = """Ferry to replace bridge

A ferry will carry people over the Linde from 9 March, the council decided on Wednesday.

"It is not fast, but it is dry," said Ms Lind. Mr Barrow denied that he had asked for a tunnel."""

RUMOUR = """Tunnel planned, says blog

A tunnel under the Linde was planned in secret last year, a source said on Thursday."""

PRIVATE = """Resident speaks

Resident Zacharias Quintel said on Friday that his cellar was flooded."""

SHOWN = {
    "articles": "article, revision, title, publisher, published, text",
    "statements": "article, revision, speaker, manner, quote, said_from, said_to, paragraph, span_start, span_end",
    "occurrences": "article, revision, text, occurred_from, occurred_to, precision, basis, modality",
    "dates": "article, revision, text, kind, timex, date_from, date_to",
    "identities": "person, name, article, decided, reason",
}
"""Columns of each projection that are compared."""

ASKED = {
    "now": "",
    "as of the first day": "(p_as_of := '2026-03-04')",
    "by what was printed on the first day": "(p_reported_until := '2026-03-04')",
}


def tell(path: Path) -> None:
    """Everything that can happen to a log, once."""
    log = timeline.open(path)
    with freeze_time("2026-03-04 12:00") as clock:
        log.append([
            article(
                "bridge", _text(BRIDGE),
                published="2026-03-03T18:00:00+01:00", source="Linde Post", authors=["Ida Falk"],
            ),
            article("ferry", _text(FERRY), published="2026-03-04", source="Linde Post", url="https://linde.example/ferry"),
            article("rumour", _text(RUMOUR), published="2026-03-04", source="Blog"),
            article("private", _text(PRIVATE), published="2026-03-04"),
        ])  # fmt: skip
        clock.move_to("2026-03-05 12:00")
        revised = _text(BRIDGE).replace("1.4 million", "1.9 million")
        when = {"published": "2026-03-03T18:00:00+01:00", "captured": "2026-03-05T09:00:00"}
        log.append(article("bridge", revised, source="Linde Post", authors=["Ida Falk"], **when))
        log.withdraw("rumour", reason="There is no such source.", by="desk")
        clock.move_to("2026-03-06 12:00")
        said = {row.quote: row.event_id for row in log.statements()}
        pier = next(event for quote, event in said.items() if "northern pier" in quote)
        log.correct(pier, {"speaker": "Tom Oakley"}, reason="He wrote to us.", by="desk")
        tunnel = next(event for quote, event in said.items() if "tunnel" in quote)
        log.retract(log.retract(tunnel, reason="He did not say so.", by="desk"), reason="He did.", by="desk")
        closed = next(event for quote, event in said.items() if "closed on Monday" in quote)
        log.retract(closed, reason="That was not said, it happened.")
        extracted_again(
            log.event_log, "ferry", 1, [Extraction("dates", 999, error="ValueError: no"), Extraction("statements", 999)]
        )
        log.pin("statements", _version(log, "statements"), ["ferry"], reason="999 read nothing.")
        log.pin("dates", _version(log, "dates"), ["bridge"])
        log.unpin("dates", ["bridge"])
        log.link()
        log.merge("Tom Oakley", "Barrow", reason="He goes by both.", by="desk")
        log.split("Lind", into="Mara Lind", article="ferry", reason="Her sister.", by="desk")
        log.mark_delivered(log.edition("morning"))
        clock.move_to("2026-03-07 12:00")
        log.erase("private", reason="Asked for by the resident.", by="court")


def _text(wrapped: str) -> str:
    """Paragraphs on one line each."""
    return "\n\n".join(" ".join(paragraph.split("\n")) for paragraph in wrapped.split("\n\n"))


def _version(log: timeline.Timeline, extractor: str) -> int:
    asked = "select max(extractor_version) as version from log where extractor = $extractor and extractor_version < 999"
    return next(iter(log.sql(asked, {"extractor": extractor}))).version


def shown(log: timeline.Timeline) -> dict[str, object]:
    """What the log holds and what it shows, as JSON values."""
    rows = {
        f"{name}, {when}": [list(row) for row in log.sql(f"select {columns} from {name}{clocks} order by all")]
        for when, clocks in ASKED.items()
        for name, columns in SHOWN.items()
    }
    found = log.verify()
    leaves = [event.leaf for event in log.event_log.read()]
    return json.loads(json.dumps({"root": found.root, "leaves": leaves, **rows}, default=str))


def _lines(value: object) -> str:
    """JSON with a row a line."""
    rows = [json.dumps(row, ensure_ascii=False) for row in value] if isinstance(value, list) else None
    return json.dumps(value) if rows is None else "[\n" + ",\n".join(rows) + "\n]"


def main() -> None:
    """Make both files."""
    log, expected = log_of(opening.FORMAT), expected_of(opening.FORMAT)
    if log.exists():
        sys.exit(f"{log} is there, and worth what it is because it stays: make another file beside it.")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "log.duckdb"
        tell(path)
        with path.open("rb") as file, gzip.GzipFile(log, "wb", mtime=0) as target:
            shutil.copyfileobj(file, target)
        lines = (f"{json.dumps(key)}: {_lines(value)}" for key, value in shown(timeline.open(path)).items())
        expected.write_text("{\n" + ",\n".join(lines) + "\n}\n", "utf-8")


if __name__ == "__main__":
    main()
