"""Who may ask, and what a browser may do with the answer."""

from __future__ import annotations

import pytest

import looking
import timeline
from looking import Seen, dangers
from timeline.web.asked import path_to
from timeline.web.guard import POLICY

PAYLOADS = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<svg onload=alert(1)>",
    "<iframe src=//evil.example>",
    '"><script>alert(1)</script>',
    "'><img src=x onerror=alert(1)>",
    '" onmouseover="alert(1)',
    "' autofocus onfocus='alert(1)",
    "</title><script>alert(1)</script>",
    "</textarea><script>alert(1)</script>",
    "</pre><script>alert(1)</script>",
    "<!--><script>alert(1)</script>",
    "]]><script>alert(1)</script>",
    "<math><mtext></math><img src=x onerror=alert(1)>",
    "{{ 7 * 7 }}",
    "{% raw %}<b>",
    "${alert(1)}",
    "#{alert(1)}",
    "<a href=javascript:alert(1)>x</a>",
    "<base href=//evil.example>",
    "<style>*{display:none}</style>",
    "<link rel=stylesheet href=//evil.example>",
    "<meta http-equiv=refresh content=0;//evil>",
    "<form action=//evil.example><input name=q>",
    "<object data=//evil.example>",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "<scr\x00ipt>alert(1)</scr\x00ipt>",
    "\u202e<b>turned</b>\u202c",
    "<details open ontoggle=alert(1)>",
    "<video><source onerror=alert(1)>",
    "<template><script>alert(1)</script></template>",
    "<noscript><p title='</noscript><img src=x onerror=alert(1)>'>",
    "<xss id=x tabindex=1 onfocus=alert(1)>",
    "＜script＞alert(1)＜/script＞",
]
"""What has broken other pages: elements, attributes, ends of elements, templates, marks that turn text."""

PLACES = ("text", "title", "source")
CORPUS = [(place, payload) for place in PLACES for payload in PAYLOADS]
"""One article for each, a hundred of them."""


def hostile(number, place, payload):
    """An article that has the payload in one of its places, and in its key, address and authors."""
    told = {
        "text": f'The wall of {payload} fell on 4 March 2024.\n\nAnn Lee {payload} said: "It is {payload} gone."\n',
        "title": f"Wall {number}",
        "source": "The Post",
    }  # fmt: skip
    told |= {place: f"{payload} {told[place]}" if place == "text" else payload}
    return timeline.Article(
        key=f"{number} {payload}".replace("\x00", ""),
        published="2024-03-06",
        authors=(payload,),
        url="javascript:alert(1)",
        **told,
    )


@pytest.fixture(scope="module")
def attacked(tmp_path_factory):
    """The pages of a log full of them."""
    log = timeline.open(tmp_path_factory.mktemp("hostile") / "log.duckdb")
    log.append([hostile(number, *each) for number, each in enumerate(CORPUS)])
    return looking.client(log)


def test_there_are_a_hundred():
    """
    The corpus is as large as it is said to be.
    """
    assert len(CORPUS) >= 100


def test_text_of_strangers_stays_text(attacked):
    """
    Every page of every article, and what these lead to, is made of our elements alone, and no link runs.
    """
    paths = ["/", "/?lanes=place", "/?lanes=person", "/?lanes=publisher", "/people", "/matrix", "/articles", "/log",
             "/digest/day/2024-03-04", "/search?q=%3Cscript%3E", "/?about=%22%3E%3Cscript%3E"]  # fmt: skip
    articles = attacked.get("/articles.json").json()
    listed = articles["rows"] + attacked.get(articles["next"].replace("/articles", "/articles.json")).json()["rows"]
    found = [path_to("article", row["article"]) for row in listed]
    assert len(CORPUS) == len(found)
    events = attacked.get("/timeline.json").json()["rows"][::9]
    for path in [*paths, *found, *(f"/event/{row['event_id']}" for row in events)]:
        answer = attacked.get(path)
        assert 200 == answer.status_code, (path, answer.text[:300])
        assert [] == dangers(answer.text), path
        assert not any(link.startswith("javascript") for link in Seen(answer.text).links)


def test_what_is_asked_is_text_too(site):
    """
    Whatever an address holds is escaped where it is shown again.
    """
    for name in ("about", "speaker", "place", "publisher", "q", "lanes", "range", "type", "kind", "after"):
        for payload in PAYLOADS[:4]:
            answer = site.get("/", params={name: payload})
            assert answer.status_code in (200, 400)
            assert [] == dangers(answer.text)


def test_every_answer_has_its_headers(site):
    """
    No script or style of a page's own, nothing from elsewhere, no frame, no guess of a type: errors included.
    """
    for path in ("/", "/nowhere", "/static/timeline.css", "/people.csv", "/?since=x"):
        headers = site.get(path).headers
        assert POLICY == headers["content-security-policy"]
        assert ("nosniff", "DENY", "same-origin") == tuple(
            headers[name] for name in ("x-content-type-options", "x-frame-options", "referrer-policy")
        )
    assert "unsafe" not in POLICY
    assert "default-src 'none'" in POLICY


@pytest.mark.parametrize("host", ["evil.example", "evil.example:8000", "testserver.evil.example", "", "127.0.0.1:8000"])
def test_other_names_are_refused(site, host):
    """
    A page of somebody else whose name leads to this machine is told nothing.
    """
    answer = site.get("/", headers={"host": host})
    assert (421, False) == (answer.status_code, "sea wall" in answer.text)


@pytest.mark.parametrize("host", ["testserver", "testserver:8000", "TESTSERVER"])
def test_its_own_name_is_answered(site, host):
    """
    With any port, in any letters.
    """
    assert 200 == site.get("/help", headers={"host": host}).status_code


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE"])
def test_pages_are_only_read(site, method):
    """
    No method that could change anything is answered.
    """
    assert 405 == site.request(method, "/").status_code


def test_long_addresses_are_refused(site):
    """
    Before anything is read of them; so are more fields than any form has.
    """
    assert 414 == site.get("/?about=" + "x" * 9000).status_code
    assert 400 == site.get("/?" + "&".join(f"a{number}=1" for number in range(100))).status_code


def test_scripts_and_styles_are_files(site):
    """
    They have an address that changes with what is in them, and a type.
    """
    links = [link for link in Seen(site.get("/help").text).links if link.startswith("/static/")]
    assert ["text/css; charset=utf-8", "text/javascript; charset=utf-8"] == sorted(
        site.get(link).headers["content-type"] for link in links
    )
    assert all("?v=" in link for link in links)
