"""A story's page: how its figures changed, and what contradicts what."""

from __future__ import annotations

import re
from urllib.parse import quote

import pytest

import looking
import pictured
from looking import Seen, dangers

STORY = "/story/alder-0"


@pytest.fixture(scope="module")
def ferry(tmp_path_factory):
    """The pages of a log in which a ferry sinks."""
    return looking.client(pictured.written(tmp_path_factory.mktemp("story") / "log.duckdb"))


def chart(page, title):
    """The drawing of the series of that name."""
    found = re.search(rf'<svg[^>]*aria-label="{re.escape(title)}">.*?</svg>', page, re.DOTALL)
    return found[0]


def test_figures_are_charts_of_steps(ferry):
    """
    Each amount that was stated instead of another is a point that leads to its event, higher where it is more.
    """
    page = ferry.get(STORY).text
    assert [] == dangers(page)
    drawn = chart(page, "person killed (Port Lindow)")
    assert ["≥ 9", "14", "17", "21"] == re.findall(r'class="amount"[^>]*>([^<]+)<', drawn.replace("&gt;", ">"))
    heights = [float(y) for y in re.findall(r'cy="([^"]+)"', drawn)]
    places = [float(x) for x in re.findall(r'cx="([^"]+)"', drawn)]
    assert (sorted(heights, reverse=True), sorted(places)) == (heights, places)
    assert "at least nine people: first, printed 12 August 2024, 22:10 UTC, Northern Wire" in drawn
    for link in re.findall(r'href="(/event/[^"]+)"', drawn):
        assert 200 == ferry.get(link).status_code


def test_a_line_holds_until_the_next_amount(ferry):
    """
    Between two steps it is level: it goes sideways first, and only then up or down.
    """
    drawn = chart(ferry.get(STORY).text, "person aboard (Port Lindow)")
    line = re.search(r'class="steps" d="M\S+ (\S+?)H(\S+?)V(\S+?)H(\S+?)V(\S+?)H', drawn)
    begins, first, upper, second, ends = map(float, line.groups())
    assert first < second
    assert begins == ends > upper


def test_contradictions_name_both_sides(ferry):
    """
    Each side has its words and its source and leads to them.
    """
    page = Seen(ferry.get(STORY).text).text
    begun = page[page.index("Contradictions Two figures") :]
    for words in ("212 people The ferry Alder sank three miles off", "Harbour Post, 2024-08-12, ¶1",
                  "260 people The Alder had about 260 people aboard.", "Northern Wire, 2024-08-12, ¶1"):  # fmt: skip
        assert words in begun, words


def test_a_story_leads_to_its_digest(ferry):
    """
    The digest tells what the story's articles tell, and nothing else.
    """
    link = next(link for link in Seen(ferry.get(STORY).text).links if link.startswith("/digest/"))
    assert "/digest/week/2024-08-14?story=alder-0" == link
    digest = Seen(ferry.get(link).text).text
    assert "Police in Port Lindow arrested the captain" in digest
    assert "Zelenskyy" not in digest
    assert "Zelenskyy" in Seen(ferry.get("/digest/week/2024-08-14").text).text


def test_charts_stand_on_the_first_page_only(ferry):
    """
    A page that goes on behind it repeats neither charts nor contradictions.
    """
    later = ferry.get(STORY, params={"after": "2024-08-13~0~-infinity~0"}).text
    assert "Divers recovered" in later
    assert ('class="chart"' in later, "Contradictions" in later) == (False, False)


def test_a_story_can_be_chosen_by_words_of_its_headline(ferry):
    """
    The filter of the timeline takes what the command line takes.
    """
    page = ferry.get(f"/?story={quote('seventeen dead')}&range=all").text
    assert "Police in Port Lindow arrested" in page
    assert "Zelenskyy" not in page
    assert 'name="story"' in ferry.get("/").text
