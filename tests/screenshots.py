"""
Make pictures of all pages, to be looked at: `make screenshots`, or `python tests/screenshots.py FOLDER`.

Wide and narrow, light, dark and as they are printed, of the log of `pictured`. Those in `docs/` are made by `--docs`.
"""

from __future__ import annotations

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import browsing
import pictured
import showing
from timeline.web.access import Access

WAYS = {
    "wide": {"viewport": {"width": 1280, "height": 860}},
    "narrow": {"viewport": {"width": 360, "height": 740}},
    "dark": {"viewport": {"width": 1280, "height": 860}, "color_scheme": "dark"},
}
DOCS = Path(__file__).parent.parent / "docs"
SHIPPED = {"page-story.png": ("story", 1180), "page-event.png": ("event", 800), "page-article.png": ("article", 760)}
"""Those that the README shows: which page, and how much of it in pixels."""


def main(words):
    """Make them."""
    folder = Path(words[0] if words and words[0] != "--docs" else "screenshots")
    with TemporaryDirectory() as kept, browsing.browser() as chromium:
        log = pictured.written(Path(kept) / "log.duckdb")
        with showing.shown(log, options=["sql"]) as address:
            if "--docs" in words:
                ship(chromium, address, showing.pages(log))
                return
            folder.mkdir(parents=True, exist_ok=True)
            make(folder, chromium, address, showing.pages(log))
        access = Access(edit=True)
        with showing.shown(log, access=access) as address:
            make(folder, chromium, address, showing.editing_pages(log), access.link)


def make(folder, chromium, address, pages, link=None):
    """Pictures of some pages; the link is where a browser may edit from then on, with all forms open."""
    for way, given in WAYS.items():
        page = chromium.new_page(**given)
        if link is not None:
            page.goto(address + link())
        for name, path in pages.items():
            page.goto(address + path)
            if link is not None:
                page.evaluate("document.querySelectorAll('main details').forEach(each => { each.open = true; })")
            page.screenshot(path=folder / f"{name}-{way}.png", full_page=True)
    page = chromium.new_page()
    for name, path in pages.items() if link is None else ():
        page.goto(address + path)
        page.pdf(path=folder / f"{name}-print.pdf", format="A4", print_background=True)


def ship(chromium, address, pages):
    """Those of the README."""
    for name, (of, height) in SHIPPED.items():
        page = chromium.new_page(viewport={"width": 1100, "height": height})
        page.goto(address + pages[of])
        page.screenshot(path=DOCS / name)


if __name__ == "__main__":
    main(sys.argv[1:])
