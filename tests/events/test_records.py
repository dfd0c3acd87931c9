"""What the catalogue and the codec make of a record's fields, and what the log hashes."""

from __future__ import annotations

import hashlib
import json
import shutil
from datetime import date, datetime

import pytest

from timeline import _resources
from timeline.events import EVENT_TYPES, Event, catalogue, codec, envelope, event
from timeline.events.types.statement_reported import StatementReported
from timeline.model.moments import Moment
from timeline.model.span import Span
from timeline.store.upcasting import payloads


@pytest.fixture
def _kinds():
    """The register of types, put back afterwards."""
    before = dict(EVENT_TYPES)
    yield
    EVENT_TYPES.clear()
    EVENT_TYPES.update(before)


def statement(**fields):
    """A statement without anybody who makes it."""
    without = dict.fromkeys(("source_text", "cue_text", "speaker", "said_from", "said_to", "said_precision"))
    shown = {"content": (Span(0, 4),), "cue": (), "source": (), "manner": "direct", "quote": "Rain"}
    return StatementReported(rule="r", said_basis="publication", paragraph=1, **without | shown | fields)


def test_only_words_that_have_a_place_are_cut_anew():
    """
    A statement without a cue holds no words of one.
    """
    assert {"quote": "Rain"} == statement().recut("Rain fell, she said.")
    assert {"quote": "Rain", "cue_text": "said"} == statement(cue=(Span(15, 19),)).recut("Rain fell, she said.")


def test_fields_that_quote_are_spans_and_their_words():
    """
    Fields that point into the text do, and those named after one of them; no others.
    """
    assert {"content", "cue", "source", "source_text", "cue_text"} == codec.quoting_fields(StatementReported)


@pytest.mark.usefixtures("_kinds")
def test_words_without_a_place_quote_nothing():
    """
    A text beside no span is the record's own.
    """

    @event("tide_seen", version=1)
    class TideSeen(Event):
        span: Span
        span_text: str
        summary_text: str

    assert {"span", "span_text"} == codec.quoting_fields(TideSeen)


@pytest.mark.usefixtures("_kinds")
def test_a_type_without_a_docstring_has_a_schema():
    """
    What is not described has an empty description.
    """

    @event("tide_seen", version=1)
    class TideSeen(Event):
        height: int

    assert "" == catalogue.schema(TideSeen)["description"]


@pytest.mark.usefixtures("_kinds")
def test_a_moment_or_nothing_is_one_of_two():
    """
    An optional moment is a moment, not only a day.
    """

    @event("tide_seen", version=1)
    class TideSeen(Event):
        """A tide was seen."""

        when: Moment | None
        height: int | None

    fields = catalogue.schema(TideSeen)["properties"]

    assert [catalogue.SCALAR_SCHEMAS[Moment], {"type": "null"}] == fields["when"]["anyOf"]
    assert [{"type": "integer"}, {"type": "null"}] == fields["height"]["anyOf"]


@pytest.mark.usefixtures("_kinds")
def test_a_field_of_a_kind_without_a_schema_is_refused():
    """
    A set has no place in canonical JSON.
    """

    @event("tide_seen", version=1)
    class TideSeen(Event):
        """A tide was seen."""

        heights: set[int]

    with pytest.raises(TypeError, match="no JSON Schema for set"):
        catalogue.schema(TideSeen)


def test_an_example_that_is_not_canonical_is_named(tmp_path):
    """
    A midnight is written as its day: an example that writes it otherwise does not come back from the codec.
    """
    folder = tmp_path / "events"
    shutil.copytree(_resources.catalogue(), folder)
    path = folder / "date_mentioned" / "2.example.json"
    example = json.loads(path.read_text("utf-8"))
    path.write_text(json.dumps(example | {"start": "2024-08-13T00:00:00"}), "utf-8")

    assert "date_mentioned@2: the example does not survive the codec." in catalogue.check(folder, upcast=payloads)


def test_schemas_are_frozen_where_the_catalogue_is(tmp_path, monkeypatch):
    """
    Without a folder the catalogue's own is written.
    """
    shutil.copytree(_resources.catalogue(), tmp_path / "events")
    monkeypatch.setattr(_resources, "catalogue", lambda: tmp_path / "events")
    (tmp_path / "events" / "README.md").unlink()

    assert [] == catalogue.freeze(upcast=payloads)
    assert (tmp_path / "events" / "README.md").exists()


@pytest.mark.parametrize("name", ["Bonn", "Malmö", "北京"])
def test_a_leaf_counts_the_bytes_of_a_text(name):
    """
    Each value is written as its length in bytes and its UTF-8 text, what is not there as a hyphen.
    """
    row = dict.fromkeys(envelope.HASHED_COLUMNS) | {
        "position": 1, "stream": name, "reported_at": datetime(1970, 1, 1, 0, 0, 1), "evidence": [[0, 4], [6, 9]],
    }  # fmt: skip
    written = {
        "position": "1:1,", "stream": f"{len(name.encode())}:{name},", "reported_at": "7:1000000,",
        "evidence": "13:[[0,4],[6,9]],",
    }  # fmt: skip
    text = "".join(written.get(column, "-,") for column in envelope.HASHED_COLUMNS)

    assert hashlib.sha256(envelope.LEAF_PREFIX + text.encode()).hexdigest() == envelope.leaf(row.values())


def test_ids_tell_parts_apart():
    """
    Two lists of parts that read alike have different ids.
    """
    assert envelope.event_id("ab", "c") != envelope.event_id("a", "bc")
    assert envelope.event_id(1, date(2024, 8, 13)) == envelope.event_id(1, date(2024, 8, 13))
