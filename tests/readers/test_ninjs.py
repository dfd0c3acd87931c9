"""Newswire items in JSON are read as articles, revisions and withdrawals."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime

import pytest

from timeline import readers
from timeline.errors import InputError
from timeline.model.withdrawal import Withdrawal
from timeline.readers import ninjs

ONE = {
    "uri": "urn:wire.example:pier",
    "type": "text",
    "versioncreated": "2024-03-06T12:30:00+00:00",
    "version": "1",
    "pubstatus": "usable",
    "headline": "Pier closed &amp; boats lost",
    "byline": "By Ann Lee",
    "language": "en",
    "source": "Example Wire",
    "body_text": "The pier of Port Ellis was closed.",
    "body_xhtml": "<p>Not this</p>",
}
TWO = {
    "uri": "urn:wire.example:pier",
    "firstcreated": "2024-03-06T10:00:00Z",
    "versioncreated": "2024-03-06T12:30:00Z",
    "headlines": [{"role": "short", "value": "Pier"}, {"role": "main", "value": "Pier closed"}],
    "people": [{"name": "Bo Ray"}, {"name": "Ann Lee", "rel": "author"}],
    "infosources": [{"name": "Example Wire"}],
    "bodies": [
        {"role": "summary", "contenttype": "text/plain", "value": "Not this."},
        {"role": "main", "contenttype": "text/html", "value": "<p>The pier was closed.</p><p>Boats were lost.</p>"},
    ],
}
THREE = {
    "uri": "urn:wire.example:pier",
    "firstCreated": "2024-03-06T10:00:00Z",
    "versionCreated": "2024-03-06T12:30:00Z",
    "pubStatus": "usable",
    "by": "Ann Lee",
    "infoSources": [{"name": "Example Wire"}],
    "bodies": [{"contentType": "text/html", "value": "<p>The pier was closed.</p>"}],
    "headlines": [{"contentType": "text/plain", "value": "Pier closed"}],
}


def read(tmp_path, content, **options):
    path = tmp_path / "wire.json"
    path.write_text(content if isinstance(content, str) else json.dumps(content))
    return list(readers.read_articles([str(path)], **options))


READ = {
    "version 1": (ONE, "Pier closed & boats lost", "The pier of Port Ellis was closed.", 12),
    "version 2": (TWO, "Pier closed", "The pier was closed.\n\nBoats were lost.", 10),
    "version 3": (THREE, "Pier closed", "The pier was closed.", 10),
}


@pytest.mark.parametrize(("item", "title", "text", "hour"), READ.values(), ids=READ)
def test_an_item_is_an_article(tmp_path, item, title, text, hour):
    """
    Identifier, headline, author, source, dates and text are read from each version of the form.
    """
    (article,) = read(tmp_path, item)
    assert ("urn:wire.example:pier", title, text) == (article.key, article.title, article.text)
    assert (("Ann Lee",), "Example Wire") == (article.authors, article.source)
    assert datetime(2024, 3, 6, hour, 30 * (hour == 12), tzinfo=UTC) == article.published
    assert datetime(2024, 3, 6, 12, 30) == article.captured


@pytest.mark.parametrize(
    ("status", "said"), [("canceled", "canceled"), ("stat:withheld", "withheld"), ("Cancelled", "canceled")]
)
def test_withdrawn_items(tmp_path, status, said):
    """
    What may no longer be printed is a withdrawal with the version, the editors' note and the time.
    """
    item = ONE | {"pubstatus": status, "version": 3, "ednote": "The figures are wrong."}
    expected = Withdrawal(
        key="urn:wire.example:pier",
        reason=f"The publisher marked it {said} in version 3: The figures are wrong.",
        by="Example Wire",
        stated=datetime(2024, 3, 6, 12, 30),
    )
    assert [expected] == read(tmp_path, item)


def test_one_bad_item_of_a_list(tmp_path):
    """
    Items of a list are read one by one; a bad one is named by its number.
    """
    first, second, third = read(tmp_path, [ONE, {"uri": "b", "body_text": "Rain."}, THREE])
    assert ["The pier of Port Ellis was closed.", "The pier was closed."] == [first.text, third.text]
    assert f"{tmp_path}/wire.json, item 2: states no publication date: add one or give --date." == str(second)


REFUSED = {
    "no JSON": ('{"uri": ', "is not JSON (Expecting value)"),
    "deep": ("[" * 100_000, "is not JSON (RecursionError)"),
    "no identifier": ({"headline": "Pier"}, 'is not ninjs (an item has a "uri")'),
    "no object": ("3", 'is not ninjs (an item has a "uri")'),
    "a picture": (ONE | {"type": "picture"}, "is a 'picture' and no text"),
    "no text": (ONE | {"body_text": " ", "body_xhtml": 3}, "has no text."),
    "a wrong status": (ONE | {"pubstatus": "spiked"}, "has the status 'spiked', which is neither usable"),
    "a wrong date": (ONE | {"versioncreated": "yesterday"}, "publication date 'yesterday' is not a valid date"),
    "other things": (TWO | {"bodies": [3, {"value": {}}], "people": 3, "infosources": [None]}, "has no text."),
}


@pytest.mark.parametrize(("content", "sentence"), REFUSED.values(), ids=REFUSED)
def test_what_is_no_item(tmp_path, content, sentence):
    """
    What cannot be read is one sentence.
    """
    (error,) = read(tmp_path, content)
    assert isinstance(error, InputError)
    assert sentence in str(error)


def test_long_files_are_refused(tmp_path):
    """
    A file over the limit is not read.
    """
    (error,) = read(tmp_path, ONE, max_bytes=100)
    assert str(error).endswith("is longer than 100 bytes: split it or raise --max-bytes.")


def test_embargoes_are_said(tmp_path):
    """
    What must not be printed yet is read, and it is said until when.
    """
    notes = []
    read(tmp_path, [ONE | {"embargoed": "9999-01-01"}, ONE | {"embargoed": "2024-01-01"}], warn=notes.append)
    assert [f"{tmp_path}/wire.json, item 1: urn:wire.example:pier is under embargo until 9999-01-01."] == notes


def test_known_by_its_beginning():
    """
    What it begins with tells ninjs; other JSON is not.
    """
    assert all(ninjs.looks_like(json.dumps(each).encode()) for each in (ONE, [TWO], THREE))
    assert not ninjs.looks_like(b'{"id": "a", "published": "2024-08-13", "text": "Rain."}')


def test_a_date_that_the_caller_gives(tmp_path):
    """
    An item without a date takes the caller's.
    """
    (article,) = read(tmp_path, {"uri": "b", "body_text": "Rain."}, published=date(2024, 3, 6))
    assert (date(2024, 3, 6), None) == (article.published, article.captured)
