"""What browsers make of exports: TimelineJS's own script, pages of every width, links that open at words."""

from __future__ import annotations

from html import escape

import pytest

import browsing
import telling
from timeline.exporters import html, timelinejs
from timeline.model.text_fragment import text_directive


@pytest.fixture(scope="module")
def chromium():
    """A browser for all tests of this file."""
    with browsing.browser() as started:
        yield started


@pytest.fixture
def loaded(chromium, tmp_path):
    """A page in which TimelineJS shows what it was given, and what went wrong there."""
    folder = browsing.timelinejs().as_uri()
    wrong = []

    def load(told, width=1200):
        file = tmp_path / "page.html"
        file.write_text(timelinejs.render_page(told, folder=folder), "utf-8")
        page = chromium.new_page(viewport={"width": width, "height": 700})
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.on("console", lambda said: wrong.append(said.text) if said.type == "error" else None)
        page.goto(file.as_uri())
        page.wait_for_selector(".tl-slide", state="attached")
        return page

    yield load
    assert [] == [one for one in wrong if "net::ERR" not in one]


@pytest.mark.parametrize("width", [360, 1200])
def test_timelinejs_shows_each_happening(loaded, width):
    """
    Its own script makes a slide of the title and of each dated happening, with the times in words and both groups.
    """
    page = loaded(telling.storm(), width)
    dates = page.locator(".tl-headline-date").all_text_contents()

    assert 9 == page.locator(".tl-slide").count()
    assert 8 == page.locator(".tl-timemarker").count()
    assert ["1962", "10–11 May 2031", "12 May 2031"] == [date.strip() for date in dates[1:4]]
    assert {"What happened", "Planned"} == set(page.locator(".tl-timegroup-message").all_text_contents())
    assert 0 == page.locator(".tl-message-full .tl-error").count()


def test_timelinejs_runs_nothing_of_a_stranger(loaded):
    """
    Tags in a title are shown as text; the only links are those of citations, which lead to the words.
    """
    page = loaded(telling.storm())
    links = page.locator(".tl-text a").evaluate_all("links => links.map(link => link.href)")

    assert "<b>owned" in page.locator(".tl-headline").first.text_content()
    assert 8 == len(links)
    assert all(link.startswith(f"{telling.POST.url}#:~:text=") for link in links)


def test_timelinejs_keeps_the_parts_that_are_known(loaded):
    """
    Dates have the parts that they were given in: of 1962 nothing but the year.
    """
    page = loaded(telling.storm())
    formats = page.evaluate("shown.config.events.map(event => event.start_date.data.format)")
    ended = page.evaluate("shown.config.events.filter(event => event.end_date).map(event => event.start_date.data.day)")

    assert ("year", 7) == (formats[0], len(formats[1:]))
    assert {"full", "full_long"} >= {each for each in formats[1:] if each.startswith("full")}
    assert {10, 12} == {int(day) for day in ended}


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1200])
def test_pages_fit_their_windows(chromium, tmp_path, width, scheme):
    """
    No page is wider than its window, none loads or logs anything, and its text stands out from its ground.
    """
    file = tmp_path / "page.html"
    file.write_text(html.render(telling.storm()), "utf-8")
    page = chromium.new_page(viewport={"width": width, "height": 700}, color_scheme=scheme)
    asked, said = [], []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: said.append(message.text))
    page.goto(file.as_uri())

    assert width == page.evaluate("document.documentElement.scrollWidth")
    assert ([file.as_uri()], []) == (asked, said)
    for element in ("body", "small", "h1"):
        assert contrast(page, element) > 4.5


def contrast(page, element):
    """The contrast of an element's text to the page's ground (WCAG 2)."""
    colour = f"getComputedStyle(document.querySelector('{element}')).color"
    ink, paper = page.evaluate(f"[{colour}, getComputedStyle(document.body).backgroundColor]")
    light, dark = sorted((luminance(ink), luminance(paper)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(colour):
    """The relative luminance of ``rgb(1, 2, 3)``."""
    parts = [int(part) / 255 for part in colour.removeprefix("rgb(").removesuffix(")").split(",")]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("at", range(3))
def test_links_open_at_the_words(chromium, tmp_path, at):
    """
    The browser scrolls to the place that is cited, though the same words stand in other paragraphs.
    """
    paragraphs = [
        "The sea wall gave way, twice-over, at 5 & 6.",
        "On Monday the sea wall gave way, twice-over, at 5 & 6.",
        "Nobody was near when the sea wall gave way, twice-over, at 5 & 6.",
    ]
    words, text = "wall gave way, twice-over, at 5 & 6", "\n\n".join(paragraphs)
    start = [place for place in range(len(text)) if text.startswith(words, place)][at]
    file = tmp_path / "page.html"
    gap = '<div style="height: 3000px"></div>'
    file.write_text("<!doctype html>" + "".join(f"{gap}<p>{escape(each)}</p>" for each in paragraphs) + gap, "utf-8")
    page = chromium.new_page(viewport={"width": 800, "height": 600})
    page.goto(f"{file.as_uri()}#:~:text={text_directive(text, start, start + len(words))}")
    page.wait_for_function("scrollY > 0")
    tops = page.evaluate("Array.from(document.querySelectorAll('p'), p => p.getBoundingClientRect().top)")

    assert [at] == [number for number, top in enumerate(tops) if 0 <= top <= 600]
