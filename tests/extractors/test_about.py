"""What a statement is about: the names inside of its content."""

from __future__ import annotations

import pytest

from building import article
from timeline.extractors import statements
from timeline.language.document import Document


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Ana Ruiz spoke in Oslo. The mayor said that Ruiz had left Norway.", ("Ana Ruiz", "Norway")),
        ("“Peace is what we want,” said Tom Berg.", ()),
        ("The mayor said the bridge is safe.", ()),
        ("The mayor said the bridge would open on Friday.", ()),
        ("“I met Lena Voss,” said Tom Berg, “and Voss agreed.”", ("Lena Voss",)),
    ],
    ids=[
        "last names are given in full",
        "a first word is no name",
        "nothing is named",
        "a day is no name",
        "each name once",
    ],
)
def test_names_inside_of_the_content(text, names):
    """
    People, places and bodies named in what was said, not the speaker, in the order of the text.
    """
    (event,) = statements.extract(Document(article(text=text)))
    assert names == event.about
