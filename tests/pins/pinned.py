"""The pins of one extractor: a file with its version, the hash over all texts, and a line a text."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from pathlib import Path

from attrs import frozen

from pins.outputs import DIGITS

FOLDER = Path(__file__).parent
COMMAND = "PYTHONPATH=tests python -m pins"


@frozen
class Pin:
    """
    What one version of an extractor prints.

    Attributes:
        version: The extractor's ``VERSION``.
        texts: The first `DIGITS` digits of the SHA-256 of its events, by the text's name.
    """

    version: int
    texts: Mapping[str, str]

    @classmethod
    def of(cls, version: int, hashes: Mapping[str, str]) -> Pin:
        """The pin of full hashes."""
        return cls(version, {name: value[:DIGITS] for name, value in hashes.items()})

    @property
    def total(self) -> str:
        """SHA-256 over all texts, in the order of their names."""
        lines = "".join(f"{value}  {name}\n" for name, value in sorted(self.texts.items()))
        return hashlib.sha256(lines.encode()).hexdigest()

    @property
    def written(self) -> str:
        """The content of its file."""
        lines = "".join(f"{value}  {name}\n" for name, value in sorted(self.texts.items()))
        return f"version {self.version}\nsha256 {self.total}\n{lines}"


def load(extractor: str) -> Pin | None:
    """What is pinned of an extractor; None where nothing is."""
    path = FOLDER / f"{extractor}.txt"
    if not path.exists():
        return None
    version, _, *lines = path.read_text("utf-8").splitlines()
    values = dict(reversed(line.split("  ", 1)) for line in lines)
    return Pin(int(version.removeprefix("version ")), values)


def save(extractor: str, pin: Pin) -> None:
    """Write the pin of an extractor."""
    (FOLDER / f"{extractor}.txt").write_text(pin.written, "utf-8")


def complaint(extractor: str, pin: Pin | None, found: Pin) -> str | None:
    """What is wrong with an extractor's output, and what to do about it; None when it is as pinned."""
    if pin is None:
        return f"{extractor} is not pinned: run `{COMMAND}`."
    if found.version < pin.version:
        return f"{extractor} went back from VERSION {pin.version} to {found.version}: versions only grow."
    if found.version > pin.version:
        return f"{extractor} has the new VERSION {found.version}: run `{COMMAND}` to pin what it prints."
    changed = sorted(name for name, value in found.texts.items() if pin.texts.get(name, value) != value)
    if changed:
        return (
            f"{extractor} prints something else for {len(changed)} texts under the same VERSION {found.version}:"
            f" {', '.join(changed[:10])}{' ...' if len(changed) > 10 else ''}. Raise VERSION in its module."
        )
    if pin.texts.keys() != found.texts.keys():
        return f"{extractor} is not pinned for the texts there are: run `{COMMAND}`."
    return None
