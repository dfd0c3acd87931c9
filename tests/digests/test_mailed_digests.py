"""A digest that is sent: whom it is to and from, what it is called, and when there is nothing to tell."""

from __future__ import annotations

import email
import email.policy

import pytest

import timeline
from building import article
from commands import run
from digest_rows import storm
from timeline.digests import Request, compose
from timeline.digests.formats import eml
from timeline.errors import QueryError


@pytest.fixture
def db(tmp_path):
    """A log of one article."""
    path = tmp_path / "log.duckdb"
    timeline.open(path).append(article())
    return path


def mail(written):
    """A message, read."""
    return email.message_from_bytes(written, policy=email.policy.default)


def test_a_digest_is_addressed(capsys, db, tmp_path):
    """
    Sender, all recipients, subject and title are those that were given; date and id are there.
    """
    to = ("--to", "desk@example.org", "--to", "Zoë Alder <zoe@example.org>")
    named = ("--from", "Timeline <timeline@example.org>", "--subject", "The morning", "--title", "At sea")
    assert (0, "", "") == run(capsys, "digest", "--db", db, *to, *named, "-o", tmp_path / "m.eml")
    read = mail((tmp_path / "m.eml").read_bytes())

    assert ["desk@example.org", "zoe@example.org"] == [one.addr_spec for one in read["To"].addresses]
    assert "Zoë Alder" == read["To"].addresses[1].display_name
    assert ("timeline@example.org", "The morning") == (read["From"].addresses[0].addr_spec, read["Subject"])
    assert (True, True) == (bool(read["Date"].datetime), read["Message-ID"].endswith("@timeline.invalid>"))
    assert ["# At sea", True] == [
        read.get_body(("plain",)).get_content().splitlines()[0],
        "<h1>At sea</h1>" in read.get_body(("html",)).get_content(),
    ]
    assert [] == [defect for part in read.walk() for defect in part.defects]


def test_the_subject_is_the_title():
    """
    Unless there is another one.
    """
    assert "At sea" == mail(eml.render(compose(Request(title="At sea"), *storm())).encode())["Subject"]


def test_another_recipient_gets_another_message():
    """
    The same message has the same id, one to somebody else another.
    """
    ids = [
        mail(eml.render(compose(Request(to=to), *storm())).encode())["Message-ID"]
        for to in ((), (), ("desk@example.org",), ("jo@example.org",))
    ]

    assert ids[0] == ids[1]
    assert 3 == len(set(ids))


@pytest.mark.parametrize(
    "address",
    ["desk", "", "a@b", "desk@example.org, nobody", "desk@example.org\r\nBcc: all@example.com", "<>", "@example.org"],
)
def test_what_is_no_address(address):
    """
    It is named, and adds no header.
    """
    with pytest.raises(QueryError, match="is no e-mail address"):
        eml.render(compose(Request(to=(address,)), *storm()))
    with pytest.raises(QueryError, match="is no e-mail address"):
        eml.render(compose(Request(sender=address or "x"), *storm()))


@pytest.mark.parametrize("new", [(), ("--new", "morning")])
def test_nothing_is_written_where_there_is_nothing_to_tell(capsys, db, tmp_path, new):
    """
    With --skip-empty no file appears and the status is 0; what is told is written.
    """
    words = ("digest", "--db", db, "--skip-empty", *new, "-o", tmp_path / "d.html")
    ended = run(capsys, *words, "--about", "nothing of the kind")

    assert (0, "", False) == (ended.status, ended.out, (tmp_path / "d.html").exists())
    assert "nothing was written" in ended.err
    assert 0 == run(capsys, *words).status
    assert (tmp_path / "d.html").exists()


def test_told_once(capsys, db, tmp_path):
    """
    The second of two editions with nothing between them is not written.
    """
    words = ("digest", "--db", db, "--skip-empty", "--new", "morning", "-o")
    run(capsys, *words, tmp_path / "1.md")
    run(capsys, *words, tmp_path / "2.md")

    assert [True, False] == [(tmp_path / f"{number}.md").exists() for number in (1, 2)]
