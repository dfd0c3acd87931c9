"""What extractors print is pinned: a change comes with a new ``VERSION``."""

from __future__ import annotations

import pytest

from building import article, happened, said
from pins import outputs
from pins.pinned import Pin, complaint, load
from timeline.plugins import discover

FOUND = Pin(2, {"a": "0" * 16, "b": "1" * 16})


@pytest.mark.parametrize("extractor", discover("extractors"))
def test_output_is_as_pinned(extractor):
    """
    Every extractor prints for every text what it printed when its version was pinned.
    """
    found = Pin.of(outputs.versions()[extractor], outputs.now()[extractor])
    assert None is complaint(extractor, load(extractor), found)


@pytest.mark.parametrize(
    ("pin", "expected"),
    [
        (FOUND, None),
        (None, "is not pinned"),
        (Pin(3, FOUND.texts), "versions only grow"),
        (Pin(1, FOUND.texts), "the new VERSION 2"),
        (Pin(2, {**FOUND.texts, "b": "2" * 16}), "for 1 texts under the same VERSION 2: b. Raise"),
        (Pin(2, {"a": "0" * 16}), "for the texts there are"),
        (Pin(2, {**FOUND.texts, "c": "2" * 16}), "for the texts there are"),
    ],
)
def test_what_is_complained_about(pin, expected):
    """
    Another output under the same version, a version that goes back, and texts or versions that are not pinned yet.
    """
    found = complaint("dates", pin, FOUND)
    assert (expected is None) == (found is None)
    assert (expected or "") in (found or "")


@pytest.mark.parametrize(
    "other",
    [said("Ana", rule="other"), said("Ana", confidence=1), said("Eva"), said("Ana", "is safe"), happened("bridge")],
)
def test_another_event_has_another_hash(other):
    """
    Rule, confidence, payload, place and type are all part of the hash, and so is how many events there are.
    """
    one = said("Ana")
    assert 3 == len({outputs.digest([one]), outputs.digest([other]), outputs.digest([one, other])})


def test_pins_are_of_many_texts():
    """
    All annotated sets and all corpora are pinned, each text under a name of its own.
    """
    names = [name for name, _ in outputs.texts()]
    assert len(names) == len(set(names))
    assert {"gum_news", "meantime", "semeval_t4", "seed", "corpus"} <= {name.split("/")[0] for name in names}
    assert article().text not in names
