"""The guide shows what is answered."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from timeline.web.api.resources import resources

POSITION = re.compile(r'"position": \d+')
GUIDE = Path(__file__).parents[3] / "docs" / "how-to-ask-over-http.md"
SHOWN = re.compile(
    r"^\$ curl -s '(?P<url>http://127\.0\.0\.1:8000[^']*)'\n(?P<answer>.*?)^```$", re.DOTALL | re.MULTILINE
)
EXAMPLES = [
    (found["url"].removeprefix("http://127.0.0.1:8000"), found["answer"])
    for found in SHOWN.finditer(GUIDE.read_text("utf-8"))
]


@pytest.mark.parametrize(("url", "answer"), EXAMPLES, ids=[url for url, _ in EXAMPLES])
def test_examples_are_answered_so(api, url, answer):
    """
    To the letter, of a log of the ferry, however many events were read in it.
    """
    assert POSITION.sub("", answer) == POSITION.sub("", api.get(url).text)


def test_every_resource_is_named():
    """
    With what it says of itself in the OpenAPI document.
    """
    lines = "".join(f"| `{each.path}` | {each.about.split('. ')[0].removesuffix('.')}. |\n" for each in resources())
    assert len(EXAMPLES) == 2
    assert f"| resource | answers |\n|---|---|\n{lines}\n" in GUIDE.read_text("utf-8")
