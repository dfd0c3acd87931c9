"""
This file is the door to digests: rows in, a `Digest` out; one output format per file, ``render(digest) -> str``.

What happened when, and below it who said what, each line verbatim with its citations. Everything here is a pure
function: the same rows give the same bytes.
"""

from timeline.digests.candidates import LEAD, QUOTED
from timeline.digests.compose import compose
from timeline.digests.digest import Activity, Citation, Digest, Entry, Saying, Section, Source, When
from timeline.digests.request import MentionRow, OccurrenceRow, Period, Request, StatementRow
from timeline.digests.salience import pick
from timeline.digests.scores import Choice, Salience

__all__ = [
    "LEAD",
    "QUOTED",
    "Activity",
    "Choice",
    "Citation",
    "Digest",
    "Entry",
    "MentionRow",
    "OccurrenceRow",
    "Period",
    "Request",
    "Salience",
    "Saying",
    "Section",
    "Source",
    "StatementRow",
    "When",
    "compose",
    "pick",
]
