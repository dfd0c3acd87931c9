"""Turn the links of a served page into those of a file: relative ones, and none that lead nowhere."""

from __future__ import annotations

import posixpath
import re
from html import escape, unescape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

LINK = re.compile(r"<a\b([^>]*)>(.*?)</a>", re.DOTALL)
"""Our templates nest no links, and no value of an attribute holds a bracket."""

HREF = re.compile(r'\shref="([^"]*)"')
ASSET = re.compile(r'(<(?:link|script)\b[^>]*\s(?:href|src)=")/static/([\w.]+)\?v=\w+"')
NEIGHBOUR = re.compile(r'\srel="(?:prev|next)"')
OF_LINKS = re.compile(r'\s(?:href|rel|data-key|aria-label|aria-current|target)="[^"]*"')
"""Attributes that what is no link has not."""

STAY = ("https://", "http://", "#")


def hrefs(text: str) -> list[str]:
    """Where the links of a page lead, in their order."""
    return [unescape(found[1]) for link in LINK.finditer(text) if (found := HREF.search(link[1]))]


def relative(text: str, file: str, target: Callable[[str], str | None]) -> str:
    """
    The page as it stands in a file.

    Args:
        text: The page as it is served.
        file: Where it stands in the site.
        target: The file and place that an address leads to; None where there is none: its words stay, as no link, and
            what would only lead to the page before or behind is left out.
    """
    folder = posixpath.dirname(file)

    def led(link: re.Match[str]) -> str:
        found = HREF.search(link[1])
        if found is None or found[1].startswith(STAY):
            return link[0]
        to = target(unescape(found[1]))
        if to is not None:
            name, mark, place = to.partition("#")
            href = f"{posixpath.relpath(name, folder)}{mark}{place}" if name != file or not place else f"#{place}"
            attributes = link[1].replace(found[0], f' href="{escape(href)}"', 1)
            return f"<a{attributes}>{link[2]}</a>"
        if NEIGHBOUR.search(link[1]):
            return ""
        element = "g" if "<title>" in link[2] else "span"
        return f"<{element}{OF_LINKS.sub('', link[1])}>{link[2]}</{element}>"

    text = ASSET.sub(lambda asset: f'{asset[1]}{posixpath.relpath(f"static/{asset[2]}", folder)}"', text)
    return LINK.sub(led, text)
