"""Words that stand in all news, so that two articles or reports are not alike by them."""

from __future__ import annotations

from timeline.language.lexicon.words import words

IN_ALL_ARTICLES = words(
    "according am day days did don last month mr mrs ms new people said say says tell time told today week year years"
)
"""Besides stop words and names of times."""
IN_ALL_REPORTS = words(
    "say says said told tell mr mrs ms a.m p.m am pm week month year day days time last next when who"
)
"""The same of single sentences."""
IN_MANY_NAMES = words(
    """corp inc co ltd plc llc ag sa company group bank board dr sen rep gov president minister prime secretary
    senator judge police court dlrs mln u.s us united states the"""
)
"""Words in names of so many that two of them are not one by these."""
