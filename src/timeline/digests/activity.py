"""Count articles over time, and draw the counts as a line of blocks or as bars."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from timeline.digests.digest import Activity
from timeline.model.periods import ONE_DAY, days_label

if TYPE_CHECKING:
    from collections.abc import Iterable

    from timeline.digests.request import OccurrenceRow, StatementRow

MOST_STRETCHES = 60
"""At most so many stretches: more cannot be told apart on one line."""

BLOCKS = "▁▂▃▄▅▆▇█"


def activity(rows: Iterable[OccurrenceRow | StatementRow]) -> Activity | None:
    """Articles by day of publication, days put together evenly where there are more than `MOST_STRETCHES`."""
    published = {row.article: row.published for row in rows}
    if len(set(published.values())) <= 1:
        return None
    first, last = min(published.values()), max(published.values())
    days = ((last - first).days + MOST_STRETCHES) // MOST_STRETCHES
    counts = Counter((day - first).days // days for day in published.values())
    bars = tuple(counts[place] for place in range((last - first).days // days + 1))
    return Activity(first=first, last=last, days=days, articles=bars)


def block_line(shown: Activity) -> str:
    """The counts as ``▁▃█``: nothing is a blank, the most is the whole block."""
    most = max(shown.articles)
    return "".join(BLOCKS[-(-count * len(BLOCKS) // most) - 1] if count else "\u2007" for count in shown.articles)


def in_words(shown: Activity) -> str:
    """What the line shows, for those who do not see it."""
    each = "day" if shown.days == 1 else f"{shown.days} days"
    return f"articles by {each} of publication, {days_label(shown.first, shown.last)}, at most {max(shown.articles):,}"


def svg_bars(shown: Activity) -> str:
    """The counts as bars of an SVG picture that stands in the page; each names its days and its count."""
    most = max(shown.articles)
    parts = [f'<svg viewBox="0 0 {len(shown.articles) * 4} 24" role="img" aria-label="{in_words(shown)}">']
    for place, count in enumerate(shown.articles):
        start = shown.first + place * shown.days * ONE_DAY
        label = days_label(start, min(shown.last, start + (shown.days - 1) * ONE_DAY))
        height = max(1, round(24 * count / most)) if count else 0
        box = f'x="{place * 4}" y="{24 - height}" width="3" height="{height}"'
        parts.append(f"<rect {box}><title>{label}: {count:,}</title></rect>")
    return "".join([*parts, "</svg>"])
