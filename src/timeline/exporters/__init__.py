"""
Exporters: a timeline in the format of another program; one format per file.

Each file has ``WRITERS``: by the suffix of the file that is written, the usual one first, a pure function from a `Told`
to text or bytes. ``STATEMENTS = True`` asks for what was said, too, ``LIMIT = 60`` for no more happenings, the most
salient, where nobody says how many. The first line of its docstring is its line in ``timeline export --help``.
"""

from timeline.exporters._answer import ask, export, exporter
from timeline.exporters._table import Sheet
from timeline.exporters._told import Citation, Extent, Happening, Source, Statement, Told
from timeline.exporters._workbook import workbook

__all__ = [
    "Citation", "Extent", "Happening", "Sheet", "Source", "Statement", "Told", "ask", "export", "exporter", "workbook",
]  # fmt: skip
