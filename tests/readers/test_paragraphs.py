"""HTML is read as the paragraphs that a reader sees."""

from __future__ import annotations

import pytest

from growth import grows_with_length
from timeline.readers._paragraphs import paragraphs

SEEN = {
    "blocks": ("<p>Rain fell.</p>\n<div>It was <b>heavy</b>.</div>", "Rain fell.\n\nIt was heavy."),
    "blanks": ("<p>Rain\n   fell&nbsp;on\tMonday.", "Rain fell on Monday."),
    "line ends": ("<p>The Cape<br/>Port Ellis<br><br>Rain fell.</p>", "The Cape\nPort Ellis\n\nRain fell."),
    "scripts": ("<head><title>t</title></head><body><script>if (a<b) c()</script><p>Rain.", "Rain."),
    "a script without markup": ("<p>a<script/>b<style>c</style>d</p>", "abd"),
    "a head without an end": ("<head><meta x><body><p>Rain.", "Rain."),
    "what is hidden": ('<div style="display:none">Preview <div>more</div> text</div><p>Rain.', "Rain."),
    "a picture that is hidden": ('<img hidden src="a"><p>Rain.', "Rain."),
    "nothing that shows": ("<p>&zwnj;&nbsp;&#847; </p><p>Rain.</p>", "Rain."),
    "preformatted": ("<pre>Rain\n  fell.</pre><p>It\nended.", "Rain\nfell.\n\nIt ended."),
    "names of another space": ("<xhtml:p>Rain.</xhtml:p><xhtml:p>Sun.</xhtml:p>", "Rain.\n\nSun."),
    "entities": ("<p>Lee &amp; Ray said: &ldquo;No&rdquo;</p>", "Lee & Ray said: “No”"),
    "lists": ("<ul><li>Rain<li>Sun</ul>", "Rain\n\nSun"),
    "no markup": ("Rain fell.", "Rain fell."),
    "cut short": ("<p>Rain fell.</p><p>It w<b", "Rain fell.\n\nIt w"),
    "a sign that opens nothing": ("<p>1 < 2 <3 a<b>c", "1 < 2 <3 ac"),
    "a verbatim section": ("<p><![CDATA[Lee & <b>Ray]]></p>", "Lee & <b>Ray"),
    "a long reference": (f"<p>a&#{chr(57) * 5000};b", "a\ufffdb"),
}


@pytest.mark.parametrize(("markup", "expected"), SEEN.values(), ids=SEEN)
def test_what_is_seen(markup, expected):
    """
    Blocks are paragraphs, blanks are one, and what a browser does not show is left out.
    """
    assert expected == paragraphs(markup)


@pytest.mark.parametrize(
    "piece",
    [
        "<p>Rain ",
        "<",
        "<a ",
        '<a "',
        "<a ' <b \"",
        "<pre>\n ",
        "<br>",
        "</p",
        "<!--",
        "</",
        "<div hidden>",
        "&",
        "<script>",
        "<![CDATA[",
    ],
)
def test_time_grows_with_length(piece):
    """
    Markup that never ends takes time in proportion to its length.
    """
    assert grows_with_length(paragraphs, [piece * count for count in (2000, 4000, 8000)])
