"""Read years of Japanese eras, such as Heisei 23, which is 2011."""

import re
from bisect import bisect_right
from datetime import datetime

from timeline.events.types.date_mentioned import DateMentioned
from timeline.model.span import Span

VERSION = 1
"""Grows whenever the same text gives other events: `timeline reextract` then reads the log again."""

FIRST_YEARS = {"Meiji": 1868, "Taisho": 1912, "Showa": 1926, "Heisei": 1989, "Reiwa": 2019}
LAST_YEARS = {"Meiji": 45, "Taisho": 15, "Showa": 64, "Heisei": 31, "Reiwa": 99}
ERA = re.compile(rf"\b({'|'.join(FIRST_YEARS)}) ([1-9]\d?)\b")


def extract(document):
    """The years that an article names by an era."""
    starts = [paragraph.start for paragraph in document.paragraphs]
    for found in ERA.finditer(document.text):
        era, number = found[1], int(found[2])
        if number > LAST_YEARS[era]:
            continue
        year = FIRST_YEARS[era] + number - 1
        yield DateMentioned(
            rule="era",
            confidence=950,
            span=Span(*found.span()),
            text=found[0],
            kind="DATE",
            timex=str(year),
            start=datetime(year, 1, 1),
            end=datetime(year + 1, 1, 1),
            precision="year",
            edtf=str(year),
            basis="absolute",
            paragraph=bisect_right(starts, found.start()),
        )
