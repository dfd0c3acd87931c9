"""Signed heads: C2SP signed notes by Ed25519."""

from __future__ import annotations

import importlib.util
import stat

import pytest

import timeline
from building import article, extracted
from commands import run
from timeline.errors import IntegrityError, MissingExtra, QueryError
from timeline.integrity import signing
from timeline.log.append import append_articles

needs_cryptography = pytest.mark.skipif(
    importlib.util.find_spec("cryptography") is None, reason="cryptography is not installed: pip install '.[sign]'"
)

# the example of the documentation of golang.org/x/mod/sumdb/note
KEY = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"
NOTE = (
    "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n\n"
    "— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n"
)


@needs_cryptography
def test_notes_of_others_are_checked():
    """
    The published example of a signed note holds under its key, and no longer when a letter of it is changed.
    """
    signing.check(NOTE, KEY)
    with pytest.raises(IntegrityError, match="one of them was changed"):
        signing.check(NOTE.replace("answer", "Answer"), KEY)
    with pytest.raises(IntegrityError, match="not signed by Other"):
        signing.check(NOTE, signing.new_keys("Other")[1])


@needs_cryptography
def test_signature_is_of_its_key_alone():
    """
    Another key of the same name does not do, several signatures may stand below each other.
    """
    (ours, ours_known), (_, others_known) = signing.new_keys("desk"), signing.new_keys("desk")
    note = signing.sign("timeline/x\n1\nAAAA\n", ours)
    signing.check(note, ours_known)
    signing.check(note.replace("\n\n", "\n\n— witness AAAA\n"), ours_known)
    with pytest.raises(IntegrityError, match="not signed by desk"):
        signing.check(note, others_known)


@needs_cryptography
def test_head_is_signed_and_checked(tmp_path, capsys):
    """
    `key`, `head --sign` and `verify --key` go together; the signing key is nobody else's to read.
    """
    log = timeline.open(tmp_path / "log.duckdb")
    append_articles(log.event_log, [extracted(article())])
    secret, public, head = (tmp_path / name for name in ("desk.key", "desk.pub", "head.txt"))
    public.write_text(run(capsys, "key", str(secret), "--name", "desk.example").out)
    assert 0o600 == stat.S_IMODE(secret.stat().st_mode)
    assert 2 == run(capsys, "key", str(secret)).status
    asked = ("--db", str(log.path))
    head.write_text(run(capsys, "head", "--sign", str(secret), *asked).out)
    check = ("verify", "--head", str(head), "--key", str(public), *asked)
    assert 0 == run(capsys, *check).status
    append_articles(log.event_log, [extracted(article("b"))])
    assert 0 == run(capsys, *check).status
    head.write_text(head.read_text().replace("\n2\n", "\n1\n"))
    ended = run(capsys, *check)
    assert 4 == ended.status
    assert "one of them was changed" in ended.err


@pytest.mark.parametrize(
    "key", ["", "desk", "desk+00000000+AAAA", KEY.replace("+AR", "+AA"), "desk+00000000+é", "desk+00000000+AQID"]
)
def test_what_is_no_key_is_named(key):
    """
    A damaged key is an error of its own, with or without the library.
    """
    with pytest.raises(QueryError, match="timeline key"):
        signing.check(NOTE, key)
    with pytest.raises(QueryError, match="timeline key"):
        signing.sign("x\n", key)


@needs_cryptography
@pytest.mark.parametrize("name", ["", "news desk", "news+desk", "desk\n"])
def test_name_of_a_key_is_one_word(name):
    """
    Blanks and plus signs end a name where a key or a signature is read.
    """
    with pytest.raises(QueryError, match="leave out blanks and plus signs"):
        signing.new_keys(name)


@needs_cryptography
def test_only_a_whole_signing_key_signs():
    """
    The key that is given away signs nothing, and neither does one whose id is that of another key.
    """
    (secret, public), (other, _) = signing.new_keys("desk"), signing.new_keys("desk")
    with pytest.raises(QueryError, match="not a signing key"):
        signing.sign("x\n", public)
    damaged = "+".join([*secret.split("+")[:3], other.split("+")[3], secret.split("+", 4)[4]])
    with pytest.raises(QueryError, match="is damaged"):
        signing.sign("x\n", damaged)


def test_without_the_library_it_says_what_to_install(monkeypatch):
    """
    Who signs without the extra is told its name.
    """
    monkeypatch.setitem(__import__("sys").modules, "cryptography.hazmat.primitives.asymmetric.ed25519", None)
    with pytest.raises(MissingExtra, match=r"timeline\[sign\]"):
        signing.new_keys("desk")
