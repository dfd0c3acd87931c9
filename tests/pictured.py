"""A log of the articles that the repository ships, and more of its ferry, to be looked at in a browser."""

from __future__ import annotations

from pathlib import Path

from attrs import evolve
from freezegun import freeze_time

import timeline
from timeline.readers import read_articles

FOLDER = Path(__file__).parent
SHIPPED = ("golden/seed/article.txt", "golden/ferry/harbour-post.txt", "golden/ferry/coast-daily.txt",
           "golden/ferry/northern-wire.txt", "data/harbour.txt", "data/feed.jsonl")  # fmt: skip

UPDATED = (
    ("Northern Wire", "2024-08-12T22:10:00", "Ferry Alder sinks off Port Lindow, nine dead",
     ("At least nine people were killed when the ferry Alder sank off Port Lindow on Monday night, coast guards said."
     " The Alder had about 260 people aboard.")),
    ("Lindow Gazette", "2024-08-13T05:40:00", "Fourteen dead in sinking of ferry Alder",
     ("Fourteen people were killed when the ferry Alder sank off Port Lindow on Monday, police said.\n\n"
     "The Alder had 212 people aboard.")),
    ("Northern Wire", "2024-08-13T14:00:00", "Ferry Alder: seventeen dead off Port Lindow",
     ("Seventeen people were killed when the ferry Alder sank off Port Lindow, harbour master Mara Lund said Tuesday."
     "\n\nThe Alder had 212 people aboard.")),
    ("Harbour Post", "2024-08-14T18:20:00", "Death toll of ferry Alder rises to 21",
     ("The sinking of the ferry Alder off Port Lindow killed 21 people, police said on Wednesday.\n\n"
     "Mara Lund, the harbour master, denied that the count of life jackets had been changed."
     " An inquiry will open in Lindow on 19 August 2024.")),
)  # fmt: skip
"""What was printed of the ferry besides: made up, as the ferry is."""

REVISED = "golden/ferry/coast-daily.txt", "2024-08-15T09:30:00"
"""An article that its outlet changed, and when that was seen."""


def shipped(name):
    """The articles of a file of this folder, under keys that do not hold where it lies."""
    for article in read_articles([str(FOLDER / name)], source="The Seed" if "seed" in name else None):
        yield evolve(article, key=Path(name).stem) if name.endswith(".txt") else article


def written(path):
    """The log; what it holds does not depend on when this is called."""
    log = timeline.open(path)
    with freeze_time("2024-08-15 09:00") as clock:
        log.append([article for name in SHIPPED for article in shipped(name)])
        for number, (source, published, title, text) in enumerate(UPDATED):
            key = f"alder-{number}"
            log.append(timeline.Article(key=key, source=source, published=published, title=title, text=text))
        clock.move_to("2024-08-15 10:00")
        name, captured = REVISED
        (article,) = shipped(name)
        changed = article.text.replace("17 bodies", "19 bodies").replace("in May", "in June")
        log.append(evolve(article, text=changed, captured=captured))
    return log
