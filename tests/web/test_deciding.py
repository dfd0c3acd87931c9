"""What people decide on pages: each action is an event with a reason, and can be undone."""

from __future__ import annotations

from urllib.parse import quote

import anyio
import pytest
from starlette.testclient import TestClient
from test_guard import PAYLOADS

import looking
import timeline
from looking import Editor, Seen, dangers
from timeline.plugins import discover
from timeline.web import access as gates
from timeline.web import guard
from timeline.web.app import application


@pytest.fixture(scope="session")
def original(tmp_path_factory):
    """A log to copy."""
    return looking.written(tmp_path_factory.mktemp("original") / "log.duckdb").path


@pytest.fixture
def editor(original, tmp_path):
    """A browser that may edit a log of its own."""
    path = tmp_path / "log.duckdb"
    path.write_bytes(original.read_bytes())
    return Editor(timeline.open(path))


def statement(log):
    """What Ann Lee says of the quay."""
    return next(row for row in log.statements() if "quay" in row.quote)


def happenings(log, words):
    """Ids of what is told in these words, article by article."""
    rows = log.sql("select event_id, text from occurrences order by position")
    return [str(row.event_id) for row in rows if words in row.text]


ACTIONS = {
    "retract": lambda log: {"event": str(statement(log).event_id)},
    "correct": lambda log: {"event": str(statement(log).event_id), "speaker": "Cy Ray", "when": "2024-03-04"},
    "merge_people": lambda _: {"person": "Ann Lee", "other": "Cy Ray"},
    "split_person": lambda _: {"name": "Cy Ray", "into": "Cy Ray of Oslo", "article": "sea.json"},
    "join_happenings": lambda log: dict(
        zip(("event", "other"), [happenings(log, "boats")[0], happenings(log, "arrested")[0]], strict=True)
    ),
    "part_happening": lambda log: {"event": happenings(log, "sea wall")[-1]},
    "merge_stories": lambda _: {"story": "apart", "other": looking.ARTICLES[0]["key"]},
    "split_story": lambda _: {"story": looking.ARTICLES[0]["key"], "article": "sea.json"},
}
"""What each action is sent, beside what every form asks for."""

TYPES = {
    "retract": "assertion_retracted", "correct": "assertion_corrected", "merge_people": "people_merged",
    "split_person": "people_split", "join_happenings": "happening_joined", "part_happening": "happening_parted",
    "merge_stories": "stories_merged", "split_story": "story_split",
}  # fmt: skip


@pytest.fixture
def apart(editor):
    """The same, with another story."""
    editor.log.append(
        timeline.Article(key="apart", text="The mill of Lund burned on 2 May 2024.\n", published="2024-05-03")
    )
    return editor


def recorded(log, kind):
    """The decisions of a type."""
    return [log.explain(row.event_id).event for row in log.log(type=kind)]


def test_every_action_is_taken_here():
    """
    A new action needs an example here.
    """
    assert set(discover("web.actions")) == ACTIONS.keys() == TYPES.keys()


@pytest.mark.parametrize("name", ACTIONS)
def test_each_action_is_an_event_with_a_reason_and_can_be_undone(apart, name):
    """
    It says who decided and why; the page it was sent from says so, with a button that takes it back.
    """
    log = apart.log
    answer = apart.send(f"/do/{name}", ACTIONS[name](log))
    assert (303, "/people") == (answer.status_code, answer.headers.get("location")), Seen(answer.text).text
    (event,) = recorded(log, TYPES[name])
    assert ("It is so.", "Ana") == (event.reason, event.by)
    undoing = form_of(apart.get("/people"), "/do/retract")
    (row,) = log.log(type=TYPES[name])
    assert [str(row.event_id)] == undoing["event"]
    undone = apart.send("/do/retract", {"event": str(row.event_id), **undoing})
    assert 303 == undone.status_code, Seen(undone.text).text
    assert str(row.event_id) == str(recorded(log, "assertion_retracted")[-1].target)
    assert "Taken back" in apart.get(undone.headers["location"]).text
    assert "Taken back" not in apart.get("/people").text


def form_of(page, action):
    """What the hidden fields and boxes of a form on a page hold; nothing where it is not there."""
    return page.forms.get(action, {})


@pytest.mark.parametrize(
    ("path", "action", "more"),
    [
        ("/event/STATEMENT", "retract", {}),
        ("/event/STATEMENT", "correct", {"speaker": "Cy Ray"}),
        ("/event/WALL", "part_happening", {}),
        ("/event/WALL", "join_happenings", {"other": "http://testserver/event/ARRESTED?since=2024"}),
        ("/person/Ann%20Lee", "merge_people", {"other": "Cy Ray"}),
        ("/person/Ann%20Lee", "split_person", {"into": "A. Lee"}),
        ("/story/apart", "merge_stories", {"other": "sea.json"}),
        (f"/story/{quote(looking.ARTICLES[0]['key'], safe='')}", "split_story", {"article": "sea.json"}),
    ],
)
def test_the_forms_on_pages_are_enough(apart, path, action, more):
    """
    What a page's own form holds, with what somebody writes into it, is what the action takes; it leads back there.
    """
    ids = {"STATEMENT": str(statement(apart.log).event_id), "WALL": happenings(apart.log, "sea wall")[-1],
           "ARRESTED": happenings(apart.log, "arrested")[0]}  # fmt: skip
    for name, value in ids.items():
        path, more = path.replace(name, value), {key: each.replace(name, value) for key, each in more.items()}
    page = apart.get(path)
    answer = apart.site.post(
        f"/do/{action}", data=form_of(page, f"/do/{action}") | {"reason": "So it is."} | more, headers=looking.FROM_HERE
    )
    assert (303, path) == (answer.status_code, answer.headers.get("location")), Seen(answer.text).text
    assert "So it is." == recorded(apart.log, TYPES[action])[-1].reason


def test_the_name_is_kept(editor):
    """
    Who wrote a name once finds it in the next form; an empty one is nobody's.
    """
    event = str(statement(editor.log).event_id)
    editor.send("/do/correct", {"event": event, "speaker": "Cy Ray", "by": "Bo Ray"})
    assert {"Bo Ray"} == set(form_of(editor.get(f"/event/{event}"), "/do/retract")["by"])
    editor.send("/do/retract", {"event": event, "by": ""})
    assert [None] == [event.by for event in recorded(editor.log, "assertion_retracted")]


def test_corrections_hold_what_was_changed_alone(editor):
    """
    Fields that stand as they did are not in the event; nothing changed is no correction.
    """
    event = str(statement(editor.log).event_id)
    given = form_of(editor.get(f"/event/{event}"), "/do/correct") | {"reason": "It is so."}
    assert "Ann Lee" == given["speaker"][0]
    unchanged = editor.send("/do/correct", given)
    assert (400, True) == (unchanged.status_code, "nothing is different" in unchanged.text)
    editor.send("/do/correct", given | {"speaker": "Cy Ray"})
    assert [{"speaker": "Cy Ray"}] == [dict(event.changes) for event in recorded(editor.log, "assertion_corrected")]
    given = form_of(editor.get(f"/event/{event}"), "/do/correct") | {"reason": "It is so."}
    assert "Cy Ray" == given["speaker"][0]
    assert 400 == editor.send("/do/correct", given).status_code
    editor.send("/do/correct", given | {"when": "2024-03-02"})
    assert recorded(editor.log, "assertion_corrected")[-1].redated


@pytest.mark.parametrize(
    ("name", "given", "sentence"),
    [
        ("retract", {"event": "ffffffff"}, "no event"),
        ("retract", {"event": "STATEMENT", "reason": " "}, "a reason is missing"),
        ("retract", {"event": "STATEMENT", "reason": "x" * 3000}, "shorten it"),
        ("retract", {"event": "STATEMENT", "reason": "a\0b"}, "zero character"),
        ("correct", {"event": "STATEMENT", "when": "someday"}, "not a valid date"),
        ("merge_people", {"person": "Ann Lee", "other": "Nobody"}, "nobody is called"),
        ("split_story", {"story": "sea.json"}, "no article was ticked"),
        ("join_happenings", {"event": "STATEMENT", "other": "xyz"}, "no report"),
    ],
)
def test_what_cannot_be_recorded_is_said_in_the_form(editor, name, given, sentence):
    """
    With what was sent, and nothing is recorded.
    """
    before = editor.log.head().size
    event = str(statement(editor.log).event_id)
    answer = editor.send(f"/do/{name}", {key: value.replace("STATEMENT", event) for key, value in given.items()})
    assert answer.status_code in (400, 404)
    assert sentence in Seen(answer.text).text
    assert before == editor.log.head().size


def test_a_form_has_a_page_of_its_own(editor):
    """
    Its address begins it.
    """
    event = str(statement(editor.log).event_id)
    page = editor.get(f"/do/correct?event={event}&speaker=Cy%20Ray&back=/matrix")
    given = form_of(page, "/do/correct")
    assert (["Cy Ray"], ["/matrix"]) == (given["speaker"], given["back"])
    assert 1 == page.tags.count("h1")


ELSEWHERE = ("//evil.example", "https://evil.example", "/\\evil.example", "", "javascript:alert(1)", "/do/retract",
             "/x\r\nSet-Cookie: a=b", "/\t/evil.example")  # fmt: skip


@pytest.mark.parametrize("back", ELSEWHERE)
def test_nobody_is_led_elsewhere(editor, back):
    """
    A form leads back to a page of this server, or to the first one.
    """
    answer = editor.send("/do/retract", {"event": str(statement(editor.log).event_id), "back": back})
    assert (303, "/") == (answer.status_code, answer.headers["location"])


@pytest.mark.parametrize("payload", PAYLOADS[::2])
def test_hostile_words_stay_words(editor, payload):
    """
    As reasons, names of people and of who decides, where they are shown again and where they are refused.
    """
    event = str(statement(editor.log).event_id)
    for given in ({"speaker": payload}, {"speaker": payload, "reason": ""}):
        hostile = {"event": event, "by": payload, "reason": payload} | given
        answer = editor.send("/do/correct", hostile)
        assert answer.status_code in (303, 400), answer.text
        assert [] == dangers(answer.text)
        for path in (
            f"/event/{event}",
            "/people",
            f"/do/correct?event={event}&speaker={quote(payload)}&back=/",
            "/log",
        ):
            page = editor.site.get(path)
            assert (200, []) == (page.status_code, dangers(page.text))
    merged = editor.send("/do/split_person", {"name": "Ann Lee", "into": payload, "article": payload})
    assert (400 if "\0" in payload else 404, []) == (merged.status_code, dangers(merged.text))


def refused(editor, path="/do/retract", status=403, **how):
    """Nothing is recorded, and a sentence says why."""
    before = editor.log.head().size
    form = {"form_token": editor.form_token, "reason": "r", "event": str(statement(editor.log).event_id)}
    answer = editor.site.post(path, **{"data": form, "headers": looking.FROM_HERE} | how)
    assert status == answer.status_code, answer.text
    assert answer.text.strip().endswith(".") or "</html>" in answer.text
    assert before == editor.log.head().size
    return answer


@pytest.mark.parametrize("name", sorted(ACTIONS))
def test_without_a_cookie_nothing_is_done(editor, name):
    """
    Nor with one of another name, of nobody's, or two of them.
    """
    cookie = f"{editor.access.cookie}={editor.site.cookies[editor.access.cookie]}"
    editor.site.cookies.clear()
    for given in ("", "timeline=guess", f"other={cookie.partition('=')[2]}", f"{cookie}; timeline=other"):
        refused(editor, f"/do/{name}", headers=looking.FROM_HERE | ({"Cookie": given} if given else {}))
        assert 403 == editor.site.get(f"/do/{name}", headers={"Cookie": given}).status_code


@pytest.mark.parametrize(
    "headers",
    [
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"Sec-Fetch-Site": "none"},
        {"Sec-Fetch-Site": "cross-site", "Origin": "http://testserver"},
        {"Origin": "http://evil.example"},
        {"Origin": "https://testserver"},
        {"Origin": "http://testserver:8001"},
        {"Origin": "null"},
        {},
    ],
)
def test_forms_of_other_pages_are_refused(editor, headers):
    """
    What the browser says of where a form stood decides; who says nothing is refused.
    """
    refused(editor, headers=headers)


def test_a_browser_that_names_the_origin_is_one(editor):
    """
    Where other machines ask there is no Sec-Fetch-Site.
    """
    event = str(statement(editor.log).event_id)
    assert 303 == editor.send("/do/retract", {"event": event}, {"Origin": "http://testserver"}).status_code


@pytest.mark.parametrize("token", ["", "guess", "é", None])
def test_forms_without_their_token_are_refused(editor, token):
    """
    Even from a page of this server.
    """
    form = {"reason": "r", "event": str(statement(editor.log).event_id)}
    refused(editor, data=form | ({} if token is None else {"form_token": token}))


def test_other_names_and_other_paths_are_refused(editor):
    """
    A name that leads here (DNS rebinding), methods and paths that take nothing.
    """
    refused(editor, status=421, headers=looking.FROM_HERE | {"Host": "evil.example"})
    for path in ("/", "/do/erase", "/do/", "/do/retract/", "/people", "/enter", "/static/timeline.css"):
        refused(editor, path, 405)
    for method in ("PUT", "DELETE", "PATCH", "OPTIONS", "TRACE"):
        assert 405 == editor.site.request(method, "/do/retract").status_code


def test_what_is_sent_has_its_limits(editor):
    """
    In bytes, as stated and as sent, in fields, and it has to be a form.
    """
    refused(editor, status=413, data={"reason": "x" * 300_000})
    refused(editor, status=413, data=None, content=(b"x" * 50_000 for _ in range(9)))
    refused(editor, status=413, headers=looking.FROM_HERE | {"Content-Length": "-1"})
    refused(editor, status=400, data={f"n{number}": "" for number in range(2000)})
    refused(editor, status=403, data=None, content=b'{"reason": "r"}')


def test_what_is_sent_slowly_is_given_up(monkeypatch):
    """
    A body that does not come is not waited for.
    """
    monkeypatch.setattr(guard, "MOST_BODY_SECONDS", 0.05)

    async def never():
        await anyio.sleep(60)

    with pytest.raises(guard.Refusal) as refusal:
        anyio.run(guard._received, {"headers": []}, never, 100)
    assert 408 == refusal.value.status


def test_a_link_is_good_once(original):
    """
    It cannot be guessed or used again; others do not take it away. Looking ahead uses nothing.
    """
    said = []
    editor = Editor(timeline.open(original), say=said.append)
    used = editor.access.link()
    assert 200 == editor.site.head(used).status_code
    assert 303 == editor.site.get(used).status_code
    for path in (used, "/enter", "/enter?token=", "/enter?token=guess"):
        assert 403 == editor.site.get(path).status_code
    assert 1 == len(said)  # the one before was used; this one is good, so no other is printed
    older = editor.access.link()
    for each in (said[0], older):
        assert 303 == editor.site.get(each).status_code


def test_another_link_is_printed_for_who_asks(original, monkeypatch):
    """
    Where the server runs, and nowhere else.
    """
    said = []
    editor = Editor(timeline.open(original), say=said.append)
    monkeypatch.setattr(gates, "LEAST_SECONDS_BETWEEN_LINKS", 0)
    answer = editor.site.get("/enter")
    assert (403, False) == (answer.status_code, said[0] in answer.text)
    assert 303 == editor.site.get(said[0]).status_code


def test_old_links_and_sessions_end(original, monkeypatch):
    """
    A link after minutes, a session after hours.
    """
    editor = Editor(timeline.open(original))
    monkeypatch.setattr(gates, "LINK_SECONDS", -1)
    assert 403 == editor.site.get(editor.access.link()).status_code
    assert "Your name" in editor.get(f"/event/{statement(editor.log).event_id}").text
    monkeypatch.setattr(gates, "SESSION_SECONDS", -1)
    refused(editor)


def test_the_cookie_is_for_this_server_alone(original):
    """
    No script reads it, no other page sends it.
    """
    editor = Editor(timeline.open(original), cookie="timeline_8000")
    cookie = editor.site.get(editor.access.link()).headers["set-cookie"]
    assert cookie.startswith("timeline_8000=")
    assert {"HttpOnly", "Path=/", "SameSite=strict"} == {part.strip() for part in cookie.split(";")[1:]}


def test_who_only_reads_sees_no_form(editor):
    """
    Without the cookie pages are those of a server that only shows; with it nobody keeps them.
    """
    event = f"/event/{statement(editor.log).event_id}"
    assert "no-store" == editor.site.get(event).headers["cache-control"]
    editor.site.cookies.clear()
    page = editor.get(event)
    assert ([], False) == ([each for each in page.forms if each != "/search"], "Decide" in page.text)


def test_a_closed_server_shows_nothing_without_a_link(original):
    """
    With the cookie or the token of the server its pages are there; without --edit no form.
    """
    access = gates.Access(edit=False, closed=True)
    site = TestClient(
        application(timeline.open(original), hosts=("testserver",), access=access), follow_redirects=False
    )
    for path in ("/", "/people.json", "/nowhere"):
        assert 403 == site.get(path).status_code
    assert 200 == site.get("/people.json", headers={"Authorization": f"Bearer {access.token}"}).status_code
    assert 403 == site.get("/people.json", headers={"Authorization": "Bearer guess"}).status_code
    assert 303 == site.get(access.link()).status_code
    assert "Decide" not in site.get("/person/Ann%20Lee").text
    assert 405 == site.post("/do/retract", headers=looking.FROM_HERE).status_code


def test_an_address_in_figures_is_nobody_elses_name():
    """
    A server that listens everywhere answers to any address of its machine, and to no name.
    """
    gate = guard.Guard(None, ("localhost", guard.ANY_ADDRESS))
    assert [True, True, True, False, False] == [
        gate._is_own(host) for host in ("192.0.2.7", "[2001:db8::1]", "127.0.0.1", "evil.example", "")
    ]
