"""What is refused before it is answered is a problem, too, where programs ask."""

from __future__ import annotations

import pytest

REFUSED = [
    ({"method": "POST", "url": "/api/v1/timeline"}, 405),
    ({"method": "OPTIONS", "url": "/api/v1/nowhere"}, 405),
    ({"method": "GET", "url": f"/api/v1/timeline?about={'x' * 9000}"}, 414),
    ({"method": "GET", "url": "/api/v1/timeline", "headers": {"host": "evil.example"}}, 421),
    ({"method": "GET", "url": "/api/v2/timeline"}, 404),
    ({"method": "GET", "url": "/api/"}, 404),
    ({"method": "GET", "url": "/api/v1/who/Ann%0ALee"}, 404),
]


@pytest.mark.parametrize(
    ("asked", "status"), REFUSED, ids=[f"{status} {asked['url'][:20]}" for asked, status in REFUSED]
)
def test_refusals_are_problems(api, asked, status):
    """
    Of a method, a length, a host or a path; each with the headers of all answers.
    """
    answer = api.request(**asked)
    assert (status, "application/problem+json") == (answer.status_code, answer.headers["content-type"])
    assert status == answer.json()["status"]
    assert {"title", "detail", "type"} <= answer.json().keys()
    assert "nosniff" == answer.headers["x-content-type-options"]
    assert ("GET, HEAD" == answer.headers.get("allow")) == (status == 405)


def test_pages_go_on_refusing_in_words(api):
    """
    Elsewhere a refusal is text, or a page.
    """
    assert "text/plain; charset=utf-8" == api.post("/people").headers["content-type"]
    assert "text/html; charset=utf-8" == api.get("/apis").headers["content-type"]
