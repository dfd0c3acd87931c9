"""A story's page: how its figures changed, and what contradicts what."""

from __future__ import annotations

import re
from html import unescape
from urllib.parse import quote

import pytest

import looking
import pictured
import timeline
from looking import Seen, dangers
from timeline.stories import essentials

STORY = "/story/alder-0"


@pytest.fixture(scope="module")
def log(tmp_path_factory):
    """A log in which a ferry sinks."""
    return pictured.written(tmp_path_factory.mktemp("story") / "log.duckdb")


@pytest.fixture(scope="module")
def ferry(log):
    """Its pages."""
    return looking.client(log)


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
    assert "Police in Port Lindow arrested" in later
    assert ('class="chart"' in later, "Contradictions" in later) == (False, False)


def link(page, words):
    """Where the link of these words leads."""
    return unescape(re.search(rf'<a href="([^"]*)">{words}</a>', page)[1])


def happenings(page):
    """The ids of what a page says that happened, in its order."""
    lists = "".join(re.findall(r'<ol class="happened">.*?</ol>', page, re.DOTALL))
    return re.findall(r'class="words" href="/event/([^"]+)"', lists)


def test_the_lines_that_count_most_are_shown(log, monkeypatch):
    """
    They are those of the command, what is to come among them; behind a link are all, and the twin has them all and says
    which count most.
    """
    monkeypatch.setattr("timeline.stories.essentials.LEAST_ROWS", 1)
    site = looking.client(log)
    rows = site.get(f"{STORY}.json").json()["rows"]
    most = [row["event_id"] for row in rows if row["essential"]]
    page = site.get(STORY).text
    assert 0 < len(most) < len(rows)
    assert most == happenings(page)
    assert f"The {len(most)} lines of {len(rows)} that count most." in page
    told = log.timeline(story="alder-0").dicts()
    assert "planned" in [row["kind"] for row in rows]
    assert most == [str(told[place]["event_id"]) for place in essentials.of_timeline(told)]
    every = site.get(link(page, "Show every line")).text
    assert [row["event_id"] for row in rows] == happenings(every)
    assert STORY == link(every, "Show those that count most")


def test_a_few_lines_are_all_shown(ferry):
    """
    Then there is nothing to choose.
    """
    assert "count most" not in ferry.get(STORY).text


def test_a_story_can_be_chosen_by_words_of_its_headline(ferry):
    """
    The filter of the timeline takes what the command line takes.
    """
    page = ferry.get(f"/?story={quote('seventeen dead')}&range=all").text
    assert "Police in Port Lindow arrested" in page
    assert "Zelenskyy" not in page
    assert 'name="story"' in ferry.get("/").text


def test_lanes_are_stories(ferry):
    """
    Each story of several articles is a row of the picture, by its headline, and leads to its own days.
    """
    page = ferry.get("/?lanes=story&since=2024-03-01&until=2024-08-20").text
    assert [] == dangers(page)
    lanes = re.findall(r'<a href="([^"]*)"><title>([^<]*): show alone</title>', page)
    assert ["Ferry Alder: seventeen dead off Port Lindow", "Harbour closed after storm"] == [name for _, name in lanes]
    assert "story=alder-0" in lanes[0][0]
    assert "Zelenskyy" not in ferry.get(lanes[0][0].replace("&amp;", "&")).text


def test_copies_count_as_one_source(tmp_path):
    """
    A report that two outlets print word for word is in two articles, of which one is independent.
    """
    text = (
        "The sea wall of Port Ellis collapsed on Monday night after three days of storm, the harbour office said.\n\n"
        "Divers searched the quay for two fishermen who had been reported missing by their families in the morning.\n\n"
        "The mayor of Port Ellis closed the harbour road to lorries and asked the province for engineers.\n"
    )
    log = timeline.open(tmp_path / "log.duckdb")
    for key, source in (("a", "The Post"), ("b", "The Sea")):
        given = {"text": text, "title": "Sea wall collapses", "published": "2024-03-05"}
        log.append(timeline.Article(key=key, source=source, **given))
    site = looking.client(log)
    assert "in 2 articles, 1 independent: The Post, The Sea" in Seen(site.get("/").text).text
    assert {(2, 1)} == {(row["articles"], row["independent"]) for row in site.get("/timeline.json").json()["rows"]}


@pytest.mark.parametrize("path", ["/?since=2024-08-14&until=2024-08-14", "/person/Mara%20Lund", "/search?q=jackets"])
def test_what_was_denied_is_not_shown_as_said(ferry, path):
    """
    Before words that were not quoted whole stand those that report them, wherever they are shown.
    """
    page = Seen(ferry.get(path).text).text
    assert "denied the count of life jackets had been changed" in page


def test_an_article_is_titled_by_its_headline(ferry):
    """
    The event of its publication has no words of its own: its page is not headed by the whole text.
    """
    rows = ferry.get("/log.json?type=article_published").json()["rows"]
    event = next(row["event_id"] for row in rows if row["article"] == "northern-wire")
    assert "Captain of sunken ferry Alder arrested in Port Lindow" == ferry.get(f"/event/{event}.json").json()["title"]


def test_who_spoke_when_begins_with_who_spoke(ferry):
    """
    Days before the first statement of those shown are left out.
    """
    page = ferry.get("/matrix").text
    days = re.findall(r'<th scope="col"><abbr title="([^"]*)"', page)
    assert ("11 August 2024" >= days[0], "14 August 2024") == (True, days[-1])
    assert len(days) < 10


def test_what_several_articles_tell_is_one_row(log, ferry):
    """
    The page tells the rows of `timeline show`, in its order: reports that are linked are one, with all who print it.
    """
    names = ("text", "precision", "articles", "independent", "sources")
    expected = [tuple(getattr(row, name) for name in names) for row in log.timeline()]
    shown = ferry.get("/timeline.json?range=all").json()["rows"]
    assert expected == [tuple(row[name] for name in names) for row in shown]
    assert 4 == max(row["articles"] for row in shown)
    apart = log.sql("select count(distinct (text, occurred_from, occurred_to)) as n from reports()")[0].n
    assert len(shown) < apart
