"""`python -m quality`: figures, floors and values in a table; `--raise` raises the floors."""

from __future__ import annotations

import argparse
import sys

from quality import floors
from quality.figures import measure
from quality.sets import changed


def main() -> int:
    """Print the table, and below it what is wrong; 1 when something is."""
    parser = argparse.ArgumentParser(prog="python -m quality", description="Measure quality on annotated news.")
    parser.add_argument("--raise", action="store_true", dest="raised", help="raise floors to what is reached now")
    options = parser.parse_args()
    found = measure()
    if options.raised:
        floors.save(floors.raised(floors.load(), found))
    held = floors.load()
    names = [*found, *(name for name in held if name not in found)]
    sys.stdout.write(f"{'figure':<38}{'floor':>8}{'value':>8}\n")
    for name in names:
        sys.stdout.write(f"{name:<38}{floors.shown(held.get(name)):>8}{floors.shown(found.get(name)):>8}\n")
    wrong = [text for name in names if (text := floors.complaint(name, held.get(name), found.get(name)))]
    wrong += [f"{name} is not the file of SHA256SUMS: take it back, or say why it changed." for name in changed()]
    sys.stdout.write("".join(f"{text}\n" for text in wrong))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
