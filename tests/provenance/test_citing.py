"""Citations of events in the styles of others."""

from __future__ import annotations

import json
import re

import pytest

import timeline
from hostile import HOSTILE, UNSAFE
from timeline.errors import NotFound, QueryError
from timeline.provenance.citing import STYLES

TEXT = """The pier of Port Ellis was closed on 4 March 2024.

Mayor Ann Lee said: "We lost 100 % of our {boats} & $5_000."
"""
URL = "https://post.example/pier"


@pytest.fixture
def log(tmp_path):
    """A log of one article."""
    log = timeline.open(tmp_path / "log.duckdb")
    log.append(timeline.Article(
        key="pier", text=TEXT, published="2024-03-06", title="The *pier* {of} Port Ellis", source="Ellis Post",
        url=URL, authors=("Jo Alder", "Cy & Co"), language="en",
    ))  # fmt: skip
    return log


def said(log):
    """The id of what the mayor said."""
    (row,) = log.statements()
    return row.event_id


def test_a_line(log):
    """
    The words, who wrote them, where, and a link that opens there.
    """
    assert (
        "We lost 100 % of our {boats} & $5_000.” — Jo Alder, Cy & Co: The *pier* {of} Port Ellis. "
        "Ellis Post, 6 March 2024, ¶2. "
        f"{URL}#:~:text=We%20lost%20100%20%25%20of%20our%20%7Bboats%7D%20%26%20%245_000.\n"
    ) == log.cite(said(log)).lstrip("“").lstrip('"')


def test_markdown(log):
    """
    Signs that Markdown would take for its own are escaped; the title is the link.
    """
    cited = log.cite(said(log), "md")

    assert cited.startswith("> ")
    assert "$5\\_000." in cited
    assert f"[The \\*pier\\* {{of}} Port Ellis](<{URL}#:~:text=" in cited


def test_bibtex(log):
    """
    Braces are balanced, what TeX takes for more than text is escaped, and the key says outlet, year and event.
    """
    event = str(said(log))
    cited = log.cite(event, "bibtex")
    escaped = re.sub(r"\\[{}]", "", cited)

    assert cited.startswith(f"@article{{ellispost2024-{event[:8]},\n")
    assert escaped.count("{") == escaped.count("}")
    assert "author = {{Jo Alder} and {Cy \\& Co}}," in cited
    assert "100 \\% of our \\{boats\\} \\& \\$5\\_000." in cited
    assert "year = {2024}," in cited


def test_csl(log):
    """
    An item of CSL-JSON, as Zotero and Pandoc read it.
    """
    (item,) = json.loads(log.cite(said(log), "csl"))

    assert "article-newspaper" == item["type"]
    assert ("Ellis Post", "The *pier* {of} Port Ellis", "en") == (
        item["container-title"],
        item["title"],
        item["language"],
    )
    assert [{"literal": "Jo Alder"}, {"literal": "Cy & Co"}] == item["author"]
    assert {"date-parts": [[2024, 3, 6]]} == item["issued"]
    assert item["URL"].startswith(f"{URL}#:~:text=We%20lost")


@pytest.mark.parametrize("style", STYLES)
def test_little_is_known(tmp_path, style):
    """
    An article without title, outlet, authors and URL is cited by its key, and hostile text is inert.
    """
    log = timeline.open(tmp_path / "log.duckdb")
    log.append(
        timeline.Article(
            key=f"note {HOSTILE}", text=f"The pier was closed {HOSTILE} on 4 March 2024.", published="2024-03-06"
        )
    )
    (row, *_) = log.timeline(min_salience=0)
    cited = log.cite(row.event_id, style)

    assert "note owned" in cited
    assert [] == UNSAFE.findall(cited)


def test_what_cannot_be_cited(log):
    """
    An event of no article, one whose text was erased, and a style that there is not.
    """
    event = said(log)
    with pytest.raises(QueryError, match="no citation style 'apa'; there are text, md, bibtex, csl"):
        log.cite(event, "apa")
    first = next(iter(log.log())).event_id
    with pytest.raises(NotFound, match="has no words in an article"):
        log.cite(first)
    log.erase("pier", reason="order")
    with pytest.raises(NotFound, match="has no words in an article"):
        log.cite(event)
