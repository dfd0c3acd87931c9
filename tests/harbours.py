"""A log that has rows of every kind: stories, people, quotes, figures that contradict each other, copies."""

from __future__ import annotations

import ferries
import looking
import timeline
import wires

KILLED = (9, 17, 21)
"""Of one ferry, from report to report."""


def articles():
    """Of two stories, a report that is printed twice, and figures that cannot all be."""
    title = "Ferry Alder sinks off Port Lindow, people killed"
    text = "The ferry Alder sank off Port Lindow on 2 March 2026, and {} people were killed, police said."
    counted = [
        timeline.Article(
            key=f"desk-{killed}", title=title, text=text.format(killed), source=f"Desk {killed}",
            published=f"2026-03-03T0{hour}:00",
        )
        for hour, killed in enumerate(KILLED)
    ]  # fmt: skip
    return [*ferries.every_article(), wires.article("wire-1"), wires.article("echo-1", hours=3), *counted]


def written(path):
    """The log of these articles, and of those of `looking`."""
    log = looking.written(path)
    log.append(articles())
    return log
