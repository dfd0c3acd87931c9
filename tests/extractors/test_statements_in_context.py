"""What only a longer text shows of statements, and in which paragraph they stand."""

from __future__ import annotations

from building import article
from timeline.extractors import statements
from timeline.language.document import Document

SPOKEN = "Tom Berg said ships must wait."
QUOTED = "“The storm is bad,” he said."


def test_who_spoke_long_before_does_not_speak_on():
    """
    A pronoun beside a quotation is who spoke last, but not when that is pages away.
    """
    near, far = (f"{SPOKEN}\n{'The crews wait. ' * times}\n{QUOTED}" for times in (2, 80))

    assert "Tom Berg" == _read(near)[-1].speaker
    assert _read(far)[-1].speaker is None


def test_a_quotation_that_goes_on_stays_in_its_first_paragraph():
    """
    An introduced quotation stands in the paragraph of its content, one that goes on in that where it began.
    """
    (introduced,) = _read("Ana Ruiz continued:\n“The harbour is closed, and it stays closed.”")
    (resumed,) = _read("Ana Ruiz said: “The harbour is closed.\n“It stays closed.”")

    assert (2, 1) == (introduced.paragraph, resumed.paragraph)


def _read(text):
    """The statements of a text."""
    return list(statements.extract(Document(article(text=text))))
