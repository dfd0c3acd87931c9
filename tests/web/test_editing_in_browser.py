"""What is decided and added on pages, in a browser: by keyboard alone, by mouse without a script, and undone."""

from __future__ import annotations

import pytest

import browsing
import pictured
import showing
import timeline
from timeline.plugins import discover
from timeline.web.access import Access

ARTICLE = "The ferry Birch ran aground off Port Lindow on 20 August 2024.\n\nMara Lund said nobody was hurt.\n"


@pytest.fixture(scope="module")
def chromium():
    """A browser for all of them."""
    with browsing.browser() as started:
        yield started


@pytest.fixture(scope="module")
def original(tmp_path_factory):
    """A log to copy."""
    return pictured.written(tmp_path_factory.mktemp("original") / "log.duckdb").path


@pytest.fixture
def log(original, tmp_path):
    """The log of `pictured`, to be changed."""
    path = tmp_path / "log.duckdb"
    path.write_bytes(original.read_bytes())
    return timeline.open(path)


@pytest.fixture(params=["by keyboard", "by mouse without a script"])
def editor(request, chromium, log):
    """A window that may edit, and how things are chosen in it."""
    access = Access(edit=True)
    with showing.shown(log, access=access) as address:
        page = chromium.new_page(base_url=address, java_script_enabled="without a script" not in request.param)
        page.set_default_timeout(10_000)
        page.by_keyboard = request.param == "by keyboard"
        page.goto(access.link())
        yield page
        page.context.close()


def choose(page, element):
    """Click it, or press Enter on it."""
    if page.by_keyboard:
        element.focus()
        page.keyboard.press("Enter")
    else:
        element.click()


def tick(page, box):
    """Tick a box."""
    if page.by_keyboard:
        box.focus()
        page.keyboard.press("Space")
    else:
        box.check()


def event(log):
    """Where the page of an event is that several articles report."""
    return f"/event/{showing.told_by_several(log)}"


def other(log):
    """The id of a report of something else."""
    return str(log.sql("select event_id from occurrences where article = 'harbour' limit 1")[0].event_id)


ACTIONS = {
    "retract": (event, {}),
    "correct": (event, {"when": "2024-08-12"}),
    "join_happenings": (event, {"The other report": other}),
    "part_happening": (event, {}),
    "merge_people": (lambda _: "/person/Mara%20Lund", {"The other person": "Zelenskyy"}),
    "split_person": (lambda _: "/person/Mara%20Lund", {"The name": "Mara Lund", "Whose it is": "Mara J. Lund"}),
    "merge_stories": (lambda _: "/story/alder-0", {"The other story": "article"}),
    "split_story": (lambda _: "/story/alder-0", {"Articles": None}),
}
"""Where each action stands, and what is written into its form."""


def test_every_action_is_taken():
    """
    A new action needs an example here.
    """
    assert set(discover("web.actions")) == ACTIONS.keys()


@pytest.mark.parametrize("name", ACTIONS)
def test_an_action_is_taken_and_undone(editor, log, name):
    """
    Its form is opened, filled in and sent; the page says what was recorded, and its button takes that back.
    """
    path, filled = ACTIONS[name]
    before = log.status()["events"]
    editor.goto(path(log))
    form = editor.locator(f"form[action='/do/{name}']")
    choose(editor, editor.locator("summary", has_text=discover("web.actions")[name].LABEL))
    for label, given in filled.items():
        if given is None:
            tick(editor, form.get_by_role("checkbox").first)
        else:
            form.get_by_label(label, exact=True).fill(given(log) if callable(given) else given)
    form.get_by_label("Why").fill("It is so.")
    form.get_by_label("Your name").fill("Ana")
    choose(editor, form.get_by_role("button"))
    editor.get_by_role("status").wait_for()
    assert before < log.status()["events"]
    choose(editor, editor.get_by_role("button", name="Undo"))
    editor.get_by_role("status").filter(has_text="Taken back").wait_for()
    assert 0 == editor.get_by_role("button", name="Undo").count()


def test_an_article_is_seen_before_it_is_added(editor, log):
    """
    What is read in it is shown first; then it is appended as it was shown.
    """
    editor.goto("/add")
    editor.get_by_label("Text of an article").fill(ARTICLE)
    editor.get_by_label("Title").fill("Ferry runs aground")
    editor.get_by_label("Published").fill("2024-08-21")
    editor.get_by_label("Outlet").fill("Harbour Post")
    choose(editor, editor.get_by_role("button", name="Show what is read"))
    editor.get_by_role("button", name="Append 1 article").wait_for()
    assert "20 August 2024" in editor.inner_text("main")
    assert [] == [row for row in log.articles() if row.title == "Ferry runs aground"]
    choose(editor, editor.get_by_role("button", name="Append 1 article"))
    editor.get_by_role("status").wait_for()
    assert "Ferry runs aground" == editor.inner_text("h1")
    assert 1 == len([row for row in log.articles() if row.title == "Ferry runs aground"])


def test_files_are_handed_in(editor, log, tmp_path):
    """
    Several at once, as they are chosen in a window of the system.
    """
    names = [tmp_path / "birch.txt", tmp_path / "rowan.txt"]
    for number, name in enumerate(names, 1):
        name.write_text(f"Title: Ferry {name.stem}\nDate: 2024-08-2{number}\n\n{ARTICLE}{name.stem} follows.\n")
    editor.goto("/add")
    editor.locator("input[type=file]").set_input_files(names)
    choose(editor, editor.get_by_role("button", name="Show what is read"))
    choose(editor, editor.get_by_role("button", name="Append 2 articles"))
    editor.get_by_role("status").wait_for()
    assert {"Ferry birch", "Ferry rowan"} <= {row.title for row in log.articles()}


@pytest.mark.parametrize("editor", ["by mouse"], indirect=True)
def test_the_preview_can_be_used_by_everybody(editor):
    """
    It breaks no rule of axe.
    """
    script = browsing.axe()
    editor.goto("/add")
    editor.get_by_label("Text of an article").fill(ARTICLE)
    editor.get_by_label("Published").fill("2024-08-21")
    choose(editor, editor.get_by_role("button", name="Show what is read"))
    editor.get_by_role("button", name="Append 1 article").wait_for()
    editor.evaluate(script)
    found = editor.evaluate("axe.run({ preload: false })")
    assert [] == [(each["id"], each["nodes"][0]["html"][:200]) for each in found["violations"]]
