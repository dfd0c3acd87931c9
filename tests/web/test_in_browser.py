"""Every page as people use it: by mouse, by keyboard alone, without a script, on a phone, in the dark, on paper."""

from __future__ import annotations

import re
from contextlib import contextmanager
from urllib.parse import parse_qs, urlsplit

import pytest

import browsing
import pictured
import showing
import timeline
from timeline.web.access import Access

NAMES = ("timeline", "timeline-lanes", "timeline-filtered", "timeline-nothing", "stories", "story", "people", "person",
         "matrix", "articles", "article", "article-revised", "event", "event-stated", "digests", "digest", "search",
         "sql", "sql-error", "log", "help", "missing", "editing-event", "editing-person", "editing-story",
         "editing-form", "editing-add")  # fmt: skip
DESK = {"width": 1440, "height": 900}
FAILED = {"sql-error", "missing"}
"""Pages with a status of their own, which Chromium complains of."""

USABLE = """() => [...document.querySelectorAll(
  'a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex="0"]'
)].filter(each => each.checkVisibility({ visibilityProperty: true })).length"""
"""How many elements can be used."""

MARK = """() => document.addEventListener('focusin', reached => { reached.target.dataset.reached = 'yes'; })"""
FOCUSED = "() => document.activeElement.outerHTML.slice(0, 120)"

LEFT = """() => [...document.querySelectorAll(
  'a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex="0"]'
)].filter(each => each.checkVisibility({ visibilityProperty: true }) && !each.dataset.reached)
  .map(each => each.outerHTML.slice(0, 120))"""


@pytest.fixture(scope="module")
def chromium():
    """A browser for all of them."""
    with browsing.browser() as started:
        yield started


@pytest.fixture(scope="module")
def access():
    """What lets a browser edit."""
    return Access(edit=True)


@pytest.fixture(scope="module")
def paths(tmp_path_factory, access):
    """Addresses of all pages by name, served for as long as they are looked at; `editing` is where they are edited."""
    log = pictured.written(tmp_path_factory.mktemp("browser") / "log.duckdb")
    with showing.shown(log, options=["sql"]) as address, showing.shown(log, access=access) as editing:
        found = {name: address + path for name, path in showing.pages(log).items()}
        found |= {name: editing + path for name, path in showing.editing_pages(log).items()}
        yield found | {"editing": editing}


@contextmanager
def opening(chromium, paths, access):
    """Opens a page by its name in a window of its own, and forms that are folded on it; its complaints are a list."""
    contexts = []

    def open_page(name, **given):
        context = chromium.new_context(**{"viewport": DESK} | given)
        contexts.append(context)
        page = context.new_page()
        page.complaints = []
        page.on("console", lambda message: page.complaints.append(message.text))
        page.on("pageerror", lambda error: page.complaints.append(str(error)))
        if name.startswith("editing"):
            page.goto(paths["editing"] + access.link())
        page.goto(paths[name])
        if name.startswith("editing"):
            page.evaluate("document.querySelectorAll('main details').forEach(each => { each.open = true; })")
        return page

    yield open_page
    for context in contexts:
        context.close()


@pytest.fixture
def opened(chromium, paths, access):
    """Opens pages by their names, each time anew."""
    with opening(chromium, paths, access) as open_page:
        yield open_page


@pytest.fixture(scope="module", params=NAMES)
def name(request):
    """Of each page, for all that is looked at on it."""
    return request.param


@pytest.fixture(scope="module")
def looked_at(name, chromium, paths, access):
    """The page of that name, opened once."""
    with opening(chromium, paths, access) as open_page:
        yield open_page(name)


@pytest.fixture
def page(looked_at):
    """It, as wide as a desk, nothing chosen on it."""
    yield looked_at
    looked_at.set_viewport_size(DESK)
    looked_at.emulate_media(color_scheme="light")
    looked_at.evaluate("() => { document.activeElement.blur(); scrollTo(0, 0); }")


def asked(page):
    """What the address of a page holds."""
    return {name: values[0] for name, values in parse_qs(urlsplit(page.url).query).items()}


def test_every_page_has_a_name(paths):
    """
    The pages that are looked at are those there are.
    """
    assert set(NAMES) == paths.keys() - {"editing"}


def test_nothing_is_wider_than_the_window(page, name):
    """
    On a phone and on a desk nobody has to scroll sideways, and the browser has nothing to complain of.
    """
    for width in (360, 1440):
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert [] == [said for said in page.complaints if not (name in FAILED and "status of 40" in said)]


def test_axe_finds_nothing(page):
    """
    Contrast, names, order, roles: no rule is broken, in the light and in the dark.
    """
    page.evaluate(browsing.axe())
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        found = page.evaluate("axe.run({ preload: false })")
        assert [] == [(each["id"], each["nodes"][0]["html"][:200]) for each in found["violations"]]


def test_everything_is_reached_by_keyboard(page, name):
    """
    The first stop leads past the navigation, and Tab stops at every link and control, those of pictures too.
    """
    page.evaluate(MARK)
    page.keyboard.press("Tab")
    if name != "missing":
        assert "#main" in page.evaluate(FOCUSED)
    for _ in range(page.evaluate(USABLE) + 5):
        page.keyboard.press("Tab")
    assert [] == page.evaluate(LEFT)


@pytest.mark.parametrize("name", ["story", "event", "digest", "article-revised", "timeline"])
def test_on_paper_only_what_is_told_is_left(opened, name):
    """
    Printed from a dark screen it is black on white, without navigation, forms and links to other pages of a list.
    """
    page = opened(name, color_scheme="dark")
    page.emulate_media(media="print")
    assert "rgb(0, 0, 0)" == page.evaluate("getComputedStyle(document.body).color")
    assert "rgb(255, 255, 255)" == page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert not page.locator("header.top").is_visible()
    assert page.locator("h1").is_visible()
    assert 0 == page.locator("form:visible, button:visible").count()


def test_pages_need_no_script(page, opened, name):
    """
    Without one the same words are there, and the forms and links work.
    """
    words = page.inner_text("main")
    bare = opened(name, java_script_enabled=False)
    assert re.sub(r"\bCopy\b\s*", "", words).split() == bare.inner_text("main").split()


def test_filters_are_chosen_and_taken_off_without_a_script(opened):
    """
    The form leads to an address, whose filter is a chip that can be taken off.
    """
    page = opened("timeline", java_script_enabled=False)
    page.locator("summary", has_text="Filter").click()
    page.get_by_label("Outlet").fill("Coast Daily")
    page.get_by_role("button", name="Show").click()
    assert "Coast Daily" == asked(page)["publisher"]
    assert 0 == page.locator("main", has_text="Zelenskyy").count()
    page.get_by_role("link", name="outlet Coast Daily").click()
    assert {} == asked(page)
    assert 1 == page.locator("main", has_text="Zelenskyy").count()


def test_days_are_chosen_by_mouse(opened):
    """
    Dragging over the bars chooses their days, Ctrl and the wheel look closer, a bar leads to its day.
    """
    page = opened("timeline-lanes")
    box = page.locator("figure.picture svg").bounding_box()
    page.mouse.move(box["x"] + box["width"] * 0.3, box["y"] + 8)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] * 0.7, box["y"] + 8, steps=4)
    with page.expect_navigation():
        page.mouse.up()
    assert ("2024-08-09", "2024-08-16") == (asked(page)["since"], asked(page)["until"])
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + 8)
    page.keyboard.down("Control")
    with page.expect_navigation():
        page.mouse.wheel(0, -100)
    page.keyboard.up("Control")
    assert asked(page)["since"] > "2024-08-09"
    with page.expect_navigation():
        page.locator("figure.picture a[aria-label^='13 August']").click(force=True)
    assert ("2024-08-13", "2024-08-13") == (asked(page)["since"], asked(page)["until"])


@pytest.mark.parametrize(("key", "holds"), [("+", "2024-08-09"), ("-", "2024-07-28"), ("ArrowLeft", "2024-07-28"),
                                            ("ArrowRight", "2024-08-13")])  # fmt: skip
def test_days_are_chosen_by_keys(opened, key, holds):
    """
    Plus and minus look closer and wider, arrows move.
    """
    page = opened("timeline-lanes")
    with page.expect_navigation():
        page.keyboard.press(key)
    assert holds == asked(page)["since"]


def test_a_key_leads_to_the_search(opened):
    """
    A slash goes to the box, and there it is a slash.
    """
    page = opened("people")
    page.keyboard.press("/")
    page.keyboard.type("fer/ry")
    assert "fer/ry" == page.locator("input[type=search]").input_value()


def test_a_point_of_a_chart_opens_its_event_by_keyboard(opened):
    """
    It can be focused, and Enter leads to the words that state the amount.
    """
    page = opened("story")
    page.locator("figure.chart a").nth(3).focus()
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert "21" in page.inner_text("h1")


def test_a_citation_is_copied(opened):
    """
    The button puts it where it can be pasted from, and says so.
    """
    page = opened("event", permissions=["clipboard-read", "clipboard-write"])
    page.locator("button.copy").first.click()
    page.get_by_text("Copied").wait_for()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.strip() == page.locator(".citations pre").first.inner_text().strip()


def test_a_query_is_asked_by_keyboard_alone(opened):
    """
    It is written, run and its rows are read.
    """
    page = opened("sql")
    page.get_by_label("Query").fill("select 6 * 7 as answer")
    page.keyboard.press("Tab")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert "42" == page.locator("table.result td").inner_text()


def test_the_skip_link_leads_to_the_content(opened):
    """
    Enter on the first stop of the keyboard goes behind the navigation.
    """
    page = opened("people")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert "#main" == urlsplit(page.url)._replace(scheme="", netloc="", path="", query="").geturl()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main') !== null")


def test_the_log_goes_on_while_it_is_looked_at(chromium, tmp_path):
    """
    What somebody appends stands on the page without its being loaded again.
    """
    log = timeline.open(tmp_path / "log.duckdb")
    log.append(timeline.Article(key="old", published="2024-03-05", text="The quay of Lindow sank on 5 March 2024.\n"))
    with showing.shown(log) as address:
        page = chromium.new_page()
        page.goto(f"{address}/log")
        page.evaluate("window.unloaded = false")
        with page.expect_response(lambda answer: answer.url.startswith(f"{address}/log?n=")):
            log.append(timeline.Article(key="new", published="2024-03-06", text="The mill of Lindow burned down.\n"))
        page.get_by_role("link", name="new", exact=True).first.wait_for()
        assert page.evaluate("window.unloaded") is False
        page.context.close()
