"""Characters that control who shows a text, and those that only look as if."""

from __future__ import annotations

import json

import pytest

from growth import grows_with_length
from timeline.model.visible_text import escaped_json, one_line, visible


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[31m", "␛[31m"),
        ("a\x07\x08\rb", "a␇␈␍b"),
        ("\x00\x7f", "␀␡"),
        ("\x9b8m", "⟨U+009B⟩8m"),
        ("\x80\x9f\xa0", "⟨U+0080⟩⟨U+009F⟩\xa0"),
        ("\u202a\u202e\u2066\u2069", "⟨U+202A⟩⟨U+202E⟩⟨U+2066⟩⟨U+2069⟩"),
        ("\ud800", "⟨U+D800⟩"),
        ("a\tb\nc", "a\tb\nc"),
    ],
)
def test_a_control_is_shown(text, shown):
    """
    C0, DEL, C1, what changes the direction of text and halves of surrogate pairs have signs.
    """
    assert shown == visible(text)
    assert shown == visible(shown)


@pytest.mark.parametrize(
    "text",
    [
        "שלום \u200fעולם\u200e",
        "\u061cمرحبا",
        "👩\u200d👧",
        "e\u0301",
        "می\u200cخواهم",
        "🏴\U000e0067\U000e007f",
        "a\u00adb\ufeff",
    ],
)
def test_other_text_stays(text):
    """
    Marks of direction, joiners, marks that combine and tags of flags control nothing.
    """
    assert text == visible(text) == one_line(text)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\n\n", " \n ", "\x85", "\u2028", "\u2029", "\v", "\f"])
def test_one_line(end):
    """
    Whatever ends a line is a blank.
    """
    assert "wrong ␛ intact" == one_line(f"wrong \x1b{end}intact")


def test_json_says_the_same():
    """
    With escapes for the same characters.
    """
    text = "a\x1b\x9b\u202e\x7f\u2028\u2029\nש"
    written = escaped_json(json.dumps(text, ensure_ascii=False))

    assert '"a\\u001b\\u009b\\u202e\\u007f\\u2028\\u2029\\nש"' == written
    assert text == json.loads(written)


def test_blanks_without_end():
    """
    A long run of blanks is read once.
    """
    assert grows_with_length(one_line, [f"a{' ' * count}b" for count in (2000, 4000, 8000)])
