"""The command ``python -m bench``: run, print a table, compare with the baseline, save."""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from pathlib import Path

from . import commands, pages, running
from .results import summary, table
from .setting import Setting

HERE = Path(__file__).parent
BASELINE = HERE / "baseline.json"
README = HERE / "README.md"
ALONE = {"commands": commands.run, "pages": pages.run}
"""What is asked of logs of several sizes, beside nothing else, by its name."""

MARK = "<!-- table -->\n"


def main() -> None:
    """Run what was asked for."""
    parser = argparse.ArgumentParser("bench", description="Paired benchmarks; see tests/bench/README.md.")
    parser.add_argument(
        "benchmark", nargs="*", help=f"by default all: {', '.join(running.NAMES)}; or, alone: {' or '.join(ALONE)}"
    )
    parser.add_argument("--events", type=int, default=100_000, help="in the log (default 100_000)")
    parser.add_argument("--times", type=int, default=1, help="so many times as many in the log that is asked (1)")
    parser.add_argument("--sizes", type=int, nargs="+", default=[10_000, 1_000_000], help="of these logs: events")
    parser.add_argument("--log", type=Path, action="append", default=[], help="that is asked there too: a file")
    parser.add_argument("--rounds", type=int, default=3, help="of each side, in turns (default 3)")
    parser.add_argument("--folder", type=Path, help="where the logs are made (default: the system's)")
    parser.add_argument("--json", type=Path, help="write the ratios to this file")
    parser.add_argument("--save", action="store_true", help="make this run the baseline and the table of the README")
    asked = parser.parse_args()
    if len(asked.benchmark) == 1 and (alone := ALONE.get(asked.benchmark[0])):
        with tempfile.TemporaryDirectory(dir=asked.folder) as folder:
            sys.stdout.write(alone(Path(folder), asked.sizes, asked.rounds, asked.log))
        return
    if unknown := set(asked.benchmark) - set(running.NAMES):
        parser.error(f"no benchmark {', '.join(sorted(unknown))}; there are {', '.join(running.NAMES)}")
    results = []
    with tempfile.TemporaryDirectory(dir=asked.folder) as folder:
        setting = Setting(Path(folder), asked.events, asked.times)
        for result in running.run(asked.benchmark or running.NAMES, setting, asked.rounds):
            results.append(result)
            sys.stderr.write("".join(_against(result.ratios())))
        events, size = setting.size()
    found = summary(results, events, asked.rounds) | {"bytes per event": round(size)}
    sys.stdout.write(table(results) + "\n")
    if asked.json:
        asked.json.write_text(json.dumps(found, indent=2) + "\n")
    if asked.save:
        _save(found, table(results))


def _against(ratios: dict[str, dict[str, float]]) -> list[str]:
    """Each ratio beside that of the baseline."""
    saved = json.loads(BASELINE.read_text())["ratios"] if BASELINE.exists() else {}
    lines = []
    for pair, ratio in ratios.items():
        before = saved.get(pair)
        known = f" (baseline {before['time']:.2f} and {before['cpu']:.2f})" if before else ""
        lines.append(f"{pair}: time × {ratio['time']:.2f}, CPU × {ratio['cpu']:.2f}{known}\n")
    return lines


def _save(found: dict[str, object], rows: str) -> None:
    BASELINE.write_text(json.dumps(found, indent=2) + "\n")
    before, _, after = README.read_text("utf-8").split(MARK)
    size = f"{found['bytes per event']} bytes each"
    described = f"{found['events']:,} events of {size}, {found['rounds']} rounds, {found['machine']}"
    README.write_text(f"{before}{MARK}\n{described}:\n\n{rows}\n\n{MARK}{after}", "utf-8")


if __name__ == "__main__":
    main()
