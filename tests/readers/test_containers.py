"""Test how inputs that cannot be read from beginning to end are put on disk and unpacked."""

from __future__ import annotations

import io
import zipfile
from types import ModuleType

import pytest

from timeline.errors import InputError
from timeline.readers import InputContext, _containers
from timeline.readers._choice import Choice


def context(**given):
    return InputContext(path="news.zip", published=None, source=None, max_bytes=1000, warn=print, **given)


def packed(*members, method=zipfile.ZIP_DEFLATED):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", method) as archive:
        for name, content in members:
            archive.writestr(name, content)
    buffer.seek(0)
    return buffer


def test_a_stream_is_put_on_disk_and_removed():
    """
    What is no file of its own becomes one with the same bytes, for as long as it is read.
    """
    with _containers.on_disk(io.BytesIO(b"rain"), context(), suffix=".db") as path:
        assert (b"rain", ".db") == (path.read_bytes(), path.suffix)
    assert not path.exists()


def test_a_file_is_read_where_it_stands(tmp_path):
    """
    A caller's own file is neither copied nor removed.
    """
    file = tmp_path / "news.db"
    file.write_bytes(b"rain")
    with _containers.on_disk(io.BytesIO(b""), context(file=str(file))) as path:
        assert file == path
    with _containers.seekable(io.BytesIO(b""), context(file=str(file))) as stream:
        assert b"rain" == stream.read()
    assert file.exists()


def test_endless_inputs_are_refused(monkeypatch):
    """
    A stream longer than the limit is not put on disk.
    """
    monkeypatch.setattr(_containers, "MAX_SPOOLED_BYTES", 3)
    with (
        pytest.raises(InputError, match=r"news.zip: is longer than 0 GB: split it"),
        _containers.seekable(io.BytesIO(b"rain"), context()),
    ):
        pass


def test_members_are_unpacked():
    """
    The members of an archive can be read, from a stream that cannot go back.
    """
    with _containers.unpacked(packed(("a", b"rain" * 1000)), context()) as archive:
        assert b"rain" * 1000 == archive.read("a")


HOSTILE = {
    "none": (io.BytesIO(b"PK no archive"), "is not a complete archive"),
    "cut": (io.BytesIO(packed(("a", b"rain" * 1000)).getvalue()[:-30]), "is not a complete archive"),
    "bomb": (packed(("a", b"\0" * 8_000_000)), "a thousand times its length"),
    "much": (
        packed(*((str(number), bytes(range(256)) * 5000) for number in range(9))),
        "would unpack to more than 10 MB",
    ),
}


@pytest.mark.parametrize(("stream", "sentence"), HOSTILE.values(), ids=HOSTILE)
def test_hostile_archives_are_refused(stream, sentence, monkeypatch):
    """
    What is no archive, or would become too much, is refused before a member is read.
    """
    monkeypatch.setattr(_containers, "MAX_UNPACKED_BYTES", 10_000_000)
    monkeypatch.setattr(_containers, "MAX_RATIO", 100 if "thousand" in sentence else 10**9)
    stream.seek(0)
    with pytest.raises(InputError, match=sentence), _containers.unpacked(stream, context()):
        pass


def test_encrypted_archives_are_refused():
    """
    An archive with a password is refused with a sentence that says what to do.
    """
    archive = bytearray(packed(("a", b"rain")).getvalue())
    at = archive.index(b"PK\x01\x02")
    archive[at + 8] |= 1
    with (
        pytest.raises(InputError, match="is encrypted: save it without a password"),
        _containers.unpacked(io.BytesIO(bytes(archive)), context()),
    ):
        pass


def reader(name, *suffixes, begins=None):
    module = ModuleType(f"readers.{name}")
    module.SUFFIXES = suffixes
    if begins:
        module.looks_like = lambda beginning: beginning.startswith(begins)
    return module


READERS = {
    "feed": reader("feed", ".xml", begins=b"<rss"),
    "jsonl": reader("jsonl", ".jsonl", begins=b"{"),
    "newswire": reader("newswire", ".xml", ".json", begins=b'{"uri"'),
    "plain": reader("plain", ".txt"),
}

CHOICES = {
    "one has the suffix": (".jsonl", b"<rss>", "jsonl"),
    "two have it, one knows the beginning": (".xml", b"\xef\xbb\xbf \n<rss>", "feed"),
    "two have it, none knows the beginning": (".xml", b"<html>", "newswire"),
    "no suffix": ("", b"<rss>", "feed"),
    "general ones last": ("", b'{"uri": 1}', "newswire"),
    "a general one": ("", b'{"id": 1}', "jsonl"),
    "an unknown suffix": (".dump", b'{"id": 1}', "jsonl"),
    "nothing known": (".dump", b"rain", None),
    "plain text": ("", b"rain", "plain"),
}


@pytest.mark.parametrize(("suffix", "beginning", "expected"), CHOICES.values(), ids=CHOICES)
def test_suffix_then_beginning(suffix, beginning, expected):
    """
    The suffix decides; where several readers have it or none, the beginning does, and the most general come last.
    """
    found = Choice(READERS).of(suffix, beginning)
    assert (READERS[expected] if expected else None) is found
