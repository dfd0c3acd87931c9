"""
Digests: rows in, a `Digest` out; one output format per file, ``render(digest) -> str``.

What happened when, and below it who said what, each line verbatim with its citations. Everything here is a pure
function: the same rows give the same bytes.
"""

from timeline.digests.candidates import LEAD_SENTENCES, STATEMENTS_PER_ARTICLE
from timeline.digests.compose import compose
from timeline.digests.digest import (
    Activity,
    Citation,
    CitedArticle,
    Digest,
    LineTime,
    OccurrenceLine,
    Section,
    StatementLine,
)
from timeline.digests.request import MentionRow, OccurrenceRow, Request, StatementRow
from timeline.digests.salience import pick_periods
from timeline.digests.scores import Choice, Salience
from timeline.model.periods import Period

__all__ = [
    "LEAD_SENTENCES",
    "STATEMENTS_PER_ARTICLE",
    "Activity",
    "Choice",
    "Citation",
    "CitedArticle",
    "Digest",
    "LineTime",
    "MentionRow",
    "OccurrenceLine",
    "OccurrenceRow",
    "Period",
    "Request",
    "Salience",
    "Section",
    "StatementLine",
    "StatementRow",
    "compose",
    "pick_periods",
]
