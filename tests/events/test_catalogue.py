"""The published contract of the events."""

from __future__ import annotations

import json
import shutil

import jsonschema
import pytest

from timeline import _resources
from timeline.events import EVENT_TYPES, catalogue, codec
from timeline.store.upcasting import payloads

FOLDER = _resources.catalogue()
EXAMPLES = sorted(FOLDER.glob("*/*.example.json"))


def example(path):
    """The event of an example file."""
    kind, written = path.parent.name, int(path.name.split(".")[0])
    ((version, data),) = payloads([(kind, written, path.read_text("utf-8"))])
    return codec.decode(kind, version, data, rule="example", confidence=1000)


def test_catalogue_is_in_order():
    """
    Schemas are those of the records, examples survive the codec, sums agree.
    """
    assert [] == catalogue.check(upcast=payloads)


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.parent.name)
def test_example_is_valid_under_its_schema(path):
    """
    The published example of a type is valid under its published schema.
    """
    schema = json.loads(path.with_name(path.name.replace("example", "schema")).read_text("utf-8"))
    jsonschema.Draft202012Validator(schema).validate(json.loads(path.read_text("utf-8")))
    assert schema["required"] == sorted(json.loads(path.read_text("utf-8")))


def test_examples_quote_the_example_article():
    """
    Spans of the examples re-cut the text of the example article.
    """
    text = example(FOLDER / "article_published" / "1.example.json").text
    for path in EXAMPLES:
        event = example(path)
        assert {name: getattr(event, name) for name in event.recut(text)} == event.recut(text)


def test_changed_schema_is_noticed(tmp_path):
    """
    A published schema that was changed is named, and so is one that is missing.
    """
    folder = tmp_path / "events"
    shutil.copytree(FOLDER, folder)
    changed = folder / "date_mentioned" / "2.schema.json"
    changed.write_text(changed.read_text("utf-8").replace("integer", "number"), "utf-8")
    (folder / "article_withdrawn" / "1.example.json").unlink()

    found = " ".join(catalogue.check(folder, upcast=payloads))

    assert "date_mentioned@2: the schema is not that of the record" in found
    assert "date_mentioned/2.schema.json: is not what SHA256SUMS names" in found
    assert "article_withdrawn/1.example.json: is missing" in found


def test_freeze_writes_what_check_accepts(tmp_path):
    """
    Freezing into a folder that has only examples, and schemas of earlier versions, gives the published folder.
    """
    newest = {f"{name}@{each.version}" for name, each in EVENT_TYPES.items()}
    schemas = [path for path in FOLDER.glob("*/*.schema.json") if f"{path.parent.name}@{path.name[0]}" not in newest]
    for path in (*EXAMPLES, *schemas):
        target = tmp_path / path.parent.name / path.name
        target.parent.mkdir(exist_ok=True)
        target.write_bytes(path.read_bytes())

    assert [] == catalogue.freeze(tmp_path, upcast=payloads)
    assert (FOLDER / "SHA256SUMS").read_text("utf-8") == (tmp_path / "SHA256SUMS").read_text("utf-8")
    assert (FOLDER / "README.md").read_text("utf-8") == (tmp_path / "README.md").read_text("utf-8")
