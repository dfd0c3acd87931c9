"""
The command ``python -m bench.growth``: a log grown by appends alone, and what each tenth of it took.

Keys are random, a tenth of the deliveries are revisions of any article that is there, 1,000 events make a commit, with
projections. Making up the news is not counted.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from attrs import evolve

import timeline
from timeline.log.append import append_articles

from .measuring import Measure, Stopwatch
from .newsroom import Newsroom

if TYPE_CHECKING:
    from collections.abc import Iterator

    from timeline.log.append import ExtractedArticle

FRESH = "fresh"


def groups(events: int) -> Iterator[list[ExtractedArticle]]:
    """Deliveries of so many events, a commit's together, under keys that say nothing about their order."""
    known: list[str] = []
    for group in Newsroom(name=FRESH).groups(events, known):
        yield [_renamed(delivery, known) for delivery in group]


def _renamed(delivery: ExtractedArticle, known: list[str]) -> ExtractedArticle:
    key = delivery.article.key
    if not key.startswith(f"{FRESH}-"):
        return delivery
    known.append(sha256(key.encode()).hexdigest()[:16])
    return evolve(delivery, article=evolve(delivery.article, key=known[-1]))


def grow(path: Path, events: int) -> Iterator[Measure]:
    """What was measured up to the end of each tenth, in all."""
    total, watch, tenths = 0, Stopwatch(), 0
    with timeline.open(path) as log:
        for group in groups(events):
            with watch:
                receipts = append_articles(log.event_log, group)
            total += sum(len(receipt.rows) for receipt in receipts)
            if total * 10 // events > tenths:
                tenths = total * 10 // events
                yield watch.measure(total)


def main() -> None:
    """Grow one, and say how the last tenth compares with the first."""
    parser = argparse.ArgumentParser("bench.growth", description=__doc__.split("\n\n")[1])
    parser.add_argument("--events", type=int, default=1_000_000)
    parser.add_argument("--folder", type=Path, help="where the log is made (default: the system's)")
    asked = parser.parse_args()
    before, rates = Measure(0, 0, 0, None, ()), []
    with tempfile.TemporaryDirectory(dir=asked.folder) as folder:
        path = Path(folder) / "log.duckdb"
        for found in grow(path, asked.events):
            rates.append((found.units - before.units) / (found.wall - before.wall))
            sys.stdout.write(
                f"{found.units:>12,} events  {rates[-1]:>8,.0f} a second  peak {found.peak or 0:,.0f} MB\n"
            )
            sys.stdout.flush()
            before = found
        size = path.stat().st_size / before.units
    sys.stdout.write(f"last tenth / first: time × {rates[0] / rates[-1]:.2f}; {size:,.0f} bytes an event\n")


if __name__ == "__main__":
    main()
