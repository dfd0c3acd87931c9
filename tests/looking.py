"""A log to be looked at, and what a browser would make of a page."""

from __future__ import annotations

from html.parser import HTMLParser

from starlette.testclient import TestClient

import timeline
from timeline.web.access import Access
from timeline.web.app import application

HARBOUR = """The sea wall of Port Ellis collapsed on 4 March 2024, and 14 people were hurt.

Ann Lee, the mayor of Port Ellis, said on 5 March 2024: "The quay is safe."

Two boats sank near Oslo on 5 March 2024. The ferry will return to Port Ellis on 9 May 2030.
"""
CHANGED = HARBOUR.replace("14 people", "17 people")
SEA = """The sea wall of Port Ellis collapsed on 4 March 2024, and 14 people were hurt.

Cy Ray was arrested in Oslo in February 2024. "Ann Lee knew it," Cy Ray said on 6 March 2024.
"""
ARTICLES = (
    {"key": "post/1 & 2?", "text": HARBOUR, "source": "The Post", "title": "Wall <gives> way", "url": "https://post.example/1"},
    {"key": "sea.json", "text": SEA, "source": "The Sea", "title": None},
)  # fmt: skip
"""Keys are as awkward as addresses can have them."""

ELEMENTS = frozenset(
    [
        "html",
        "br",
        "head",
        "meta",
        "title",
        "link",
        "script",
        "body",
        "a",
        "header",
        "nav",
        "form",
        "input",
        "button",
        "main",
        "h1",
        "h2",
        "h3",
        "h4",
        "p",
        "ul",
        "ol",
        "li",
        "span",
        "b",
        "i",
        "strong",
        "em",
        "small",
        "section",
        "details",
        "summary",
        "label",
        "figure",
        "figcaption",
        "svg",
        "defs",
        "pattern",
        "rect",
        "path",
        "circle",
        "select",
        "textarea",
        "option",
        "line",
        "text",
        "g",
        "time",
        "blockquote",
        "div",
        "mark",
        "pre",
        "code",
        "aside",
        "dl",
        "dt",
        "dd",
        "table",
        "thead",
        "tbody",
        "tr",
        "th",
        "td",
        "caption",
        "abbr",
        "del",
        "ins",
        "footer",
        "kbd",
        "cite",
        "textarea",
        "fieldset",
        "legend",
    ]
)
"""All that our templates are made of."""


FROM_HERE = {"Sec-Fetch-Site": "same-origin"}
"""What a browser says of a form of a page of the same server."""


def written(path):
    """A log of two articles, one of them revised."""
    log = timeline.open(path)
    for article in ARTICLES:
        log.append(timeline.Article(published="2024-03-06", captured="2024-03-06T20:00:00", **article))
    log.append(
        timeline.Article(published="2024-03-06", captured="2024-03-07T08:00:00", **ARTICLES[0] | {"text": CHANGED})
    )
    return log


def client(log, **options):
    """What asks for the pages of a log."""
    return TestClient(application(log, hosts=("testserver",), **options), follow_redirects=False)


class Editor:
    """
    A browser that opened the link of a server that edits.

    Attributes:
        log: What is edited.
        access: Of the server.
        site: What asks for its pages, with its cookie.
    """

    def __init__(self, log, **how):
        self.log, self.access = log, Access(edit=True, **how)
        self.site = TestClient(application(log, hosts=("testserver",), access=self.access), follow_redirects=False)
        entered = self.site.get(self.access.link())
        assert (303, "/" if log.path.exists() else "/add") == (entered.status_code, entered.headers["location"])

    @property
    def form_token(self):
        """What the forms of this browser hold."""
        (session,) = self.access._sessions.values()
        return session.form_token

    def send(self, path, given, headers=FROM_HERE, **how):
        """Send a form; the answer."""
        form = {"form_token": self.form_token, "by": "Ana", "reason": "It is so.", "back": "/people"} | given
        return self.site.post(path, data=form, headers=headers, **how)

    def get(self, path):
        """A page."""
        answer = self.site.get(path)
        assert 200 == answer.status_code, answer.text
        return Seen(answer.text)


class Seen(HTMLParser):
    """The elements, attributes and texts of a page, as a browser reads them, and what it would send of its forms."""

    def __init__(self, text):
        super().__init__()
        self.tags, self.links, self.attributes, self.words, self.ids = [], [], [], [], []
        self.forms, self._form = {}, None
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.attributes += [(tag, name, value) for name, value in attrs]
        self.links += [value for name, value in attrs if name in ("href", "src", "action")]
        self.ids += [value for name, value in attrs if name == "id"]
        given = dict(attrs)
        if tag == "form":
            self._form = self.forms.setdefault(given["action"], {})
        elif tag == "input" and "name" in given and given.get("type") != "checkbox":
            self._form.setdefault(given["name"], []).append(given.get("value", ""))

    def handle_data(self, data):
        self.words.append(data)

    @property
    def text(self):
        """What is to be read."""
        return " ".join(" ".join(self.words).split())


def dangers(text):
    """What a page must not hold: elements of nobody's template, scripts and styles of its own, links that run."""
    seen = Seen(text)
    found = [tag for tag in seen.tags if tag not in ELEMENTS]
    found += [(tag, name) for tag, name, _ in seen.attributes if name.startswith("on") or name == "style"]
    found += [link for link in seen.links if not link.startswith(("/", "https://", "http://", "#"))]
    found += [
        link
        for tag, name, link in seen.attributes
        if (tag, name) == ("script", "src") and not link.startswith("/static/")
    ]
    return found
