"""Find ``queries/`` and the event catalogue, in the installed wheel as in a checkout."""

from __future__ import annotations

from pathlib import Path

PACKAGE = Path(__file__).parent
CHECKOUT = PACKAGE.parent.parent


def _folder(in_wheel: str, in_checkout: str) -> Path:
    installed = PACKAGE / in_wheel
    return installed if installed.is_dir() else CHECKOUT / in_checkout


def queries() -> Path:
    """The folder of SQL files."""
    return _folder("queries", "queries")


def catalogue() -> Path:
    """The folder of published event schemas."""
    return _folder("catalogue", "events")
