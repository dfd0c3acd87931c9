"""Find the paragraphs of the article in a page: by trafilatura, less what stands between them and is none of them."""

from __future__ import annotations

import logging
import re
from collections import Counter
from typing import TYPE_CHECKING, Any

from timeline.extras import need
from timeline.readers._page_furniture import article_paragraphs

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

TASK, EXTRA = "reading web pages", "web"

PRUNED = (
    "//figcaption | //script | //style | //noscript | //template | //svg | //button | //form | //iframe | //select"
    " | //*[@hidden] | //*[@role='navigation' or @role='complementary' or @role='contentinfo' or @role='dialog']"
)
"""Elements that hold no text of an article."""

BOXES = re.compile(
    r"(?:^|[\s_-])(?:newsletter\w*|captions?|share\w*|sharing|social\w*|related\w*|read-?more|recommend\w*|"
    r"promo\w*|signup|sign-up|subscribe\w*|subscription\w*|disclaimer|cookie\w*|consent\w*|breadcrumbs?|"
    r"author-?bio|byline\w*|photo-?credit|image-?credit|most-?(?:read|popular)|trending|comments?)(?=$|[\s_-])",
    re.IGNORECASE,
)
"""Names of classes and ids that boxes beside an article are given."""

BLOCKS = frozenset({"p", "head", "item", "quote", "code", "row"})
"""What trafilatura's elements make a paragraph of their own."""

BLANKS = re.compile(r"[ \t\r\n\f\v\u00a0\u2028\u2029]+")

MOSTLY_LINK = 0.8
"""A paragraph of which so much is links is a menu."""

MOST_OF_A_BOX = 0.2
"""The most of a page's prose that a box has; what has more holds the article, whatever it is called."""


def paragraphs(tree: Any, titles: Collection[str]) -> list[str]:
    """
    The paragraphs of the article of a page, each once and in their order; none where there is no article.

    Args:
        tree: What `lxml.html` made of the page; it is changed.
        titles: The headline in all its forms, which is no paragraph.

    Raises:
        MissingExtra: trafilatura is not installed.
    """
    trafilatura = need("trafilatura", extra=EXTRA, task=TASK)
    for name in ("trafilatura", "htmldate"):
        logging.getLogger(name).addHandler(logging.NullHandler())
    _prune(tree)
    document = trafilatura.bare_extraction(
        tree, favor_precision=True, include_comments=False, include_tables=True, with_metadata=False
    )
    if document is None or document.body is None:
        return []
    return article_paragraphs(_blocks(document.body), titles)


def _prune(tree: Any) -> None:
    """Take out what is not the article, and links within sentences, which would make these look like menus."""
    for element in tree.xpath(PRUNED):
        _drop(element)
    prose = _prose(tree)
    for element in tree.xpath("//body//*[@class or @id]"):
        names = f"{element.get('class', '')} {element.get('id', '')}"
        if BOXES.search(names) and prose[element] <= MOST_OF_A_BOX * prose[tree]:
            _drop(element)
    for paragraph in tree.xpath("//p[.//a]"):
        words = len("".join(paragraph.itertext()).strip())
        linked = sum(len("".join(link.itertext())) for link in paragraph.iter("a"))
        if linked < MOSTLY_LINK * words:
            for link in paragraph.xpath(".//a"):
                link.drop_tag()


def _prose(tree: Any) -> Counter[Any]:
    """How many characters stand in the paragraphs of each element."""
    found: Counter[Any] = Counter()
    for paragraph in tree.iter("p"):
        characters = len(paragraph.text_content())
        for element in (paragraph, *paragraph.iterancestors()):
            found[element] += characters
    return found


def _drop(element: Any) -> None:
    if element.getparent() is not None:
        element.drop_tree()


def _blocks(body: Any) -> Iterator[str]:
    """The text of each block, in order; one within another is a block of its own."""
    pieces: list[str] = []

    def flush() -> Iterator[str]:
        text = BLANKS.sub(" ", "".join(pieces)).strip()
        pieces.clear()
        if text:
            yield text

    def walk(element: Any) -> Iterator[str]:
        is_block = element.tag in BLOCKS
        if is_block:
            yield from flush()
        pieces.append(element.text or "")
        for child in element:
            if child.tag == "lb":
                pieces.append("\n")
            elif isinstance(child.tag, str):
                yield from walk(child)
            pieces.append(child.tail or "")
        if is_block:
            yield from flush()
        elif element.tag == "cell":
            pieces.append(" ")

    yield from walk(body)
    yield from flush()
