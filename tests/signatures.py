"""
The parameters of `timeline.Timeline`'s methods, written down from the headers of the views that they ask.

`python tests/signatures.py` writes ``src/timeline/api/parameters.py`` anew.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from timeline import sql_files
from timeline.projections.views import MOMENT_PARAMETERS

if TYPE_CHECKING:
    from timeline.sql_files import Parameter

FILE = Path(__file__).parent.parent / "src" / "timeline" / "api" / "parameters.py"
METHODS = {
    "timeline": ("timeline", ()),
    "statements": ("who_said_what_when", ()),
    "speakers": ("speakers", ()),
    "who": ("person_lines", ("person",)),
    "figures": ("figure_steps", ()),
    "conflicts": ("conflicts", ()),
    "stories": ("stories", ()),
    "people": ("people", ()),
    "articles": ("publications", ()),
    "activity": ("activity", ()),
    "diff": ("log_diff", ("after", "as_of")),
    "copies": ("copies", ()),
    "log": ("events", ("after", "up_to", "type", "article", "limit")),
}
"""The view that a method asks, and the parameters that it names itself."""

TYPES = {
    "varchar": "str", "date": "Moment", "integer": "int", "bigint": "int", "boolean": "bool", "varchar[]": "Texts",
}  # fmt: skip
HEAD = '''"""
What the methods of `timeline.Timeline` can be asked by name, as type checkers and editors read it.

Written by ``python tests/signatures.py`` from the headers of the views: change those.
"""

from __future__ import annotations

from datetime import date
from typing import TypedDict

Moment = str | date
"""A day or a moment: ``2026-03-01``, ``2026-03-01T12:00``, a date or a datetime."""

Texts = str | list[str] | tuple[str, ...]
"""One text, or several of which at least one is wanted."""

Value = Moment | Texts | int | list[date] | None
"""Whatever a view can be asked by."""


class Clocks(TypedDict, total=False):
    """
    Of all that can be asked.

    Attributes:
        as_of: What the log held at that moment; a day means its end, UTC.
        reported_until: Only what had been printed by that moment.
        limit: Only so many rows.
    """

    as_of: Moment | None
    reported_until: Moment | None
    limit: int | None
'''
SHARED = ("as_of", "reported_until", "limit")
"""The fields of `Clocks`; a record that has them all has them from there."""


def text() -> str:
    """The whole module."""
    return HEAD + "".join(_record(method, *asked) for method, asked in METHODS.items())


def _record(method: str, view: str, own: tuple[str, ...]) -> str:
    query = sql_files.find("views", view)
    fields = [(each.name, _type(each), each.meaning) for each in query.parameters]
    if "limit" not in {name for name, _, _ in fields}:
        fields.append(("limit", "int", "only so many rows"))
    kept = [field for field in fields if field[0] not in own]
    base = "TypedDict"
    if {name for name, _, _ in kept} >= set(SHARED):
        base, kept = "Clocks", [field for field in kept if field[0] not in SHARED]
    notes = "\n".join(f"        {name}: {meaning[:1].upper()}{meaning[1:]}." for name, _, meaning in kept)
    lines = "\n".join(f"    {name}: {kind} | None" for name, kind, _ in kept)
    return (
        f"\n\nclass {method.title()}Parameters({base}, total=False):\n"
        f'    """\n    Of `Timeline.{method}`.\n\n    Attributes:\n{notes}\n    """\n\n{lines}\n'
    )


def _type(parameter: Parameter) -> str:
    return "Moment" if parameter.name in MOMENT_PARAMETERS and parameter.type == "varchar" else TYPES[parameter.type]


if __name__ == "__main__":
    FILE.write_text(text(), "utf-8")
