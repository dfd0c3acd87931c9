"""``python -m pins``: pin texts that are new, and everything under a new version; never a change without one."""

from __future__ import annotations

import sys

from pins import outputs, pinned


def main() -> int:
    """Write the pins that may be written; 1 when an extractor changed without a new version."""
    versions, wrong = outputs.versions(), 0
    for extractor, hashes in outputs.now().items():
        pin, found = pinned.load(extractor), pinned.Pin.of(versions[extractor], hashes)
        said = pinned.complaint(extractor, pin, found)
        if pin is not None and (found.version < pin.version or "prints something else" in (said or "")):
            sys.stderr.write(f"{said}\n")
            wrong = 1
            continue
        pinned.save(extractor, found)
        sys.stdout.write(f"{extractor}@{found.version}  {len(found.texts)} texts  {found.total}\n")
    return wrong


if __name__ == "__main__":
    sys.exit(main())
