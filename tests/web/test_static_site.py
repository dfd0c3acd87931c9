"""The pages of a log as files: no link is dead, nothing is written elsewhere, the same log makes the same bytes."""

from __future__ import annotations

import json
import re
from html import unescape
from urllib.parse import unquote, urlsplit

import pytest
from freezegun import freeze_time

import browsing
import pictured
import timeline
from commands import run
from looking import Seen
from shared_folders import shared_folder
from timeline.errors import LogError, NotFound
from timeline.web.site import folder, writing
from timeline.web.site.addresses import read

HOSTILE_KEYS = (
    "../../../outside", "/etc/passwd", "a/../../b", "con", ".", "..", "x" * 300, "nul\x1b[2J", "ключ", "%2e%2e%2f",
    'quote" onclick="alert(1)', "<b>", "a\\..\\b", "Upper", "upper", "page.html", "page.json",
)  # fmt: skip


def files(out):
    """The files of a site, by their names."""
    return {path.relative_to(out).as_posix(): path.read_bytes() for path in out.rglob("*") if path.is_file()}


def written(log, out):
    """The files of a site that is written now."""
    writing.write(log, out, done=lambda *_: None)
    return files(out)


def dead(out):
    """Links of the files of a site that lead nowhere in it."""
    found = []
    for path in out.rglob("*.html"):
        text = path.read_text("utf-8")
        for link in map(unescape, re.findall(r'(?:href|src|action)="([^"]*)"', text)):
            url = urlsplit(link)
            if url.scheme in ("http", "https"):
                continue
            to = (path.parent / unquote(url.path)).resolve() if url.path else path
            inside = to.is_file() and to.is_relative_to(out.resolve())
            place = not url.fragment or (inside and f'id="{url.fragment}"' in to.read_text("utf-8"))
            if url.scheme or url.netloc or url.query or link.startswith("/") or not inside or not place:
                found.append((path.name, link))
    return found


@pytest.fixture(scope="module")
def ferry(tmp_path_factory):
    """A log in which a ferry sinks, and the folder of its site."""

    def make(folder):
        log = pictured.written(folder / "log.duckdb")
        writing.write(log, folder / "out", done=lambda *_: None)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("timeline.stories.essentials.LEAST_ROWS", 1)  # even of short stories lines are left out
        made = shared_folder(tmp_path_factory, "site", make)
        yield timeline.open(made / "log.duckdb"), made / "out"


def test_no_link_is_dead(ferry):
    """
    Each leads, by a relative path, to a file of the site, and where it names a place in it, that is there.
    """
    _, out = ferry
    assert [] == dead(out)


def test_every_file_can_be_reached(ferry):
    """
    From the first page on; there are pages of all kinds.
    """
    _, out = ferry
    waiting, known = [out / "index.html"], set()
    while waiting:
        path = waiting.pop()
        if path not in known:
            known.add(path)
            links = Seen(path.read_text("utf-8")).links if path.suffix == ".html" else []
            waiting += [
                (path.parent / urlsplit(each).path).resolve() for each in links if "://" not in each and each[0] != "#"
            ]
    assert known == {path for path in out.rglob("*") if path.is_file()} - {out / folder.MARK}
    rooms = {path.relative_to(out).parts[0] for path in known}
    assert {
        "article",
        "digest",
        "event",
        "person",
        "story",
        "static",
        "people.html",
        "stories.html",
        "log.html",
    } <= rooms


def test_pages_say_what_the_served_ones_say(ferry):
    """
    Happenings with their words, charts, contradictions, texts with marks, citations; what needs a server is not there.
    """
    _, out = ferry
    story = next((out / "story").glob("alder-0-*.html")).read_text("utf-8")
    for words in ("How figures changed", "Contradictions", "Police in Port Lindow arrested the captain"):
        assert words in story
    event = next(
        path.read_text("utf-8") for path in (out / "event").iterdir() if "Divers recovered" in path.read_text("utf-8")
    )
    assert "@article{" in event
    for path in out.rglob("*.html"):
        text = path.read_text("utf-8")
        assert set() == {"form", "input", "button"} & set(Seen(text).tags) - {"button"}, path
        assert 'rel="alternate"' not in text


def test_a_bar_leads_to_its_day(ferry):
    """
    Days of the picture lead to where they stand in the list.
    """
    _, out = ferry
    links = re.findall(r'<a href="([^"]*)" aria-label="12 August 2024:', (out / "index.html").read_text("utf-8"))
    assert ["#day-2024-08-12"] == links


def test_a_story_leads_to_every_line(ferry):
    """
    Where only the lines that count most are shown, a second file has the others.
    """
    _, out = ferry
    few = next(path for path in (out / "story").iterdir() if "lines of" in path.read_text("utf-8"))
    every = few.parent / re.search(r'<a href="([^"]*)">Show every line</a>', few.read_text("utf-8"))[1]
    assert few.read_text("utf-8").count('class="words"') < every.read_text("utf-8").count('class="words"')


def test_the_command_makes_the_same_bytes(ferry, tmp_path, capsys):
    """
    On another day, in another folder, too; it says where to begin.
    """
    log, out = ferry
    with freeze_time("2031-05-05"):
        done = run(capsys, "site", tmp_path / "again", "--db", log.path)
    assert (0, "") == (done.status, done.out)
    assert f"pages written: open {tmp_path / 'again' / 'index.html'}" in done.err
    assert files(out) == files(tmp_path / "again")


def test_names_of_strangers_lead_nowhere_else(tmp_path):
    """
    Whatever keys, outlets and names of stories hold: files have names of ours, inside the folder, each its own.
    """
    log = timeline.open(tmp_path / "log.duckdb")
    text = 'The sea wall of Port Ellis collapsed on 4 March 2024.\n\nAnn Lee said: "It is gone."\n'
    log.append(
        [timeline.Article(key=key, text=text, published="2024-03-06", source=key, title=key) for key in HOSTILE_KEYS]
    )
    before = set(tmp_path.rglob("*"))
    files = written(log, tmp_path / "out")
    assert before | {tmp_path / "out"} == {path for path in tmp_path.rglob("*") if tmp_path / "out" not in path.parents}
    assert len(HOSTILE_KEYS) == sum(name.startswith("article/") for name in files)
    assert len(files) == len({name.lower() for name in files})
    assert all(folder.SAFE.fullmatch(name) for name in files if name != folder.MARK)
    assert [] == dead(tmp_path / "out")


def test_another_folder_is_refused(ferry, tmp_path):
    """
    One that holds something else is left as it is; a file is none.
    """
    log, _ = ferry
    (tmp_path / "own.txt").write_text("mine")
    for path in (tmp_path, tmp_path / "own.txt"):
        with pytest.raises(LogError):
            writing.write(log, path, done=lambda *_: None)
    assert ["own.txt"] == [path.name for path in tmp_path.iterdir()]


def test_an_earlier_site_is_replaced(ferry, tmp_path):
    """
    Files that the new one has not are removed, those of others stay, also where the earlier site claims them.
    """
    _, out = ferry
    site, log = tmp_path / "out", timeline.open(tmp_path / "log.duckdb")
    log.append(timeline.Article(key="a", text="The wall fell on 4 March 2024.", published="2024-03-06"))
    (tmp_path / "outside.html").write_text("mine")
    (site / "article").mkdir(parents=True)
    for name in ("article/stale.html", "article/own.html"):
        (site / name).write_text("old")
    claimed = ["article/stale.html", "../outside.html", "/etc/hosts", 7]
    (site / folder.MARK).write_text(json.dumps({"files": claimed}))
    files = written(log, site)
    assert ("article/stale.html" in files, "article/own.html" in files) == (False, True)
    assert "mine" == (tmp_path / "outside.html").read_text()
    assert out.is_dir()


def test_links_out_of_the_folder_are_not_followed(log, tmp_path):
    """
    A folder or a file of an earlier site that was made a link is refused, and what it leads to stays.
    """
    target = tmp_path / "target"
    for name in ("article", "index.html"):
        site = tmp_path / name.replace(".", "-")
        site.mkdir()
        (site / folder.MARK).touch()
        target.mkdir(exist_ok=True)
        (site / name).symlink_to(target if name == "article" else target / "index.html")
        with pytest.raises(LogError):
            writing.write(log, site, done=lambda *_: None)
        assert [] == list(target.iterdir())


def test_an_empty_log_has_no_site(tmp_path):
    """
    That is said, and no folder is made.
    """
    log = timeline.open(tmp_path / "log.duckdb")
    with pytest.raises(NotFound):
        writing.write(log, tmp_path / "out", done=lambda *_: None)
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    "url",
    ["/nowhere", "/search?q=a", "/sql?query=select+1", "//evil.example/", "https://evil.example/",
     "javascript:alert(1)",
     "/?about=boats", "/?range=some", "/digest/year/2024-01-01", "/digest/day/2024-99-01", "/event/", "people", ""],
)  # fmt: skip
def test_what_is_no_page_of_a_site(url):
    """
    Other addresses, and pages that are asked for more than a file can answer, are none.
    """
    assert read(url) is None


def test_a_site_opens_from_the_file_system(ferry):
    """
    In Chromium its style and script are loaded, and nothing is complained of.
    """
    _, out = ferry
    with browsing.browser() as chromium:
        page = chromium.new_page()
        said = []
        page.on("console", lambda message: said.append(message.text))
        page.on("pageerror", lambda error: said.append(str(error)))
        things = [next((out / room).iterdir()) for room in ("event", "story", "article", "person", "digest")]
        for path in (*out.glob("*.html"), *things):
            page.goto(path.as_uri())
            assert "1088px" == page.evaluate("getComputedStyle(document.querySelector('main')).maxWidth"), path
        page.goto((out / "index.html").as_uri())
        page.get_by_role("link", name="Stories").click()
        assert page.url.endswith("/stories.html")
    assert [] == said
