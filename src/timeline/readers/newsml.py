"""NewsML-G2: news in XML as newswires send it (IPTC), an item a file or many in a message."""

from __future__ import annotations

from io import BytesIO
from itertools import chain
from typing import TYPE_CHECKING, BinaryIO
from xml.etree.ElementTree import Element, TreeBuilder, tostring

from timeline.readers._newswire import Item, read_items
from timeline.readers._paragraphs import paragraphs
from timeline.readers._xml import read_xml

if TYPE_CHECKING:
    from collections.abc import Iterator

    from timeline.errors import InputError
    from timeline.model.article import Article
    from timeline.model.withdrawal import Withdrawal
    from timeline.readers import InputContext

SUFFIXES = (".xml", ".newsml")

TEXTS = ("", "text", "composite")
"""Classes of items that are read; others are pictures and sound."""

ROOTS = (b"<newsItem", b"<newsMessage", b"<packageItem", b"iptc.org/std/nar/")

BODIES = ("body.content", "body")
"""Where the text of NITF and of XHTML stands."""


def looks_like(beginning: bytes) -> bool:
    """It is XML and begins as NewsML-G2 does."""
    return beginning.startswith(b"<") and any(root in beginning for root in ROOTS)


def read_articles(stream: BinaryIO, context: InputContext) -> Iterator[Article | Withdrawal | InputError]:
    """
    The items of a file that are text, numbered where there are several; a withdrawn one is a withdrawal.

    Pictures, and packages, which only name other items, are left out beside texts, and refused alone.

    Raises:
        InputError: The file is no NewsML-G2, too long, or not well formed.
    """
    data = stream.read(context.max_bytes + 1)
    if len(data) > context.max_bytes:
        raise context.too_long()
    tree = TreeBuilder()
    read_xml(BytesIO(data), tree, context)
    root = tree.close()
    items = [item for item in root.iter("newsItem") if _code(item.find("itemMeta/itemClass")) in TEXTS]
    if not items and next(chain(root.iter("newsItem"), root.iter("packageItem")), None) is not None:
        raise context.error("holds no text, only pictures or the names of other items: give the texts.")
    if not items:
        raise context.error(f"is not NewsML-G2 (it begins with <{root.tag[:40]}>): give --reader for another form.")
    yield from read_items(items, _item, context)


def _item(item: Element, context: InputContext) -> Item:
    """
    What an item states.

    Raises:
        InputError: It has no identifier.
    """
    if not (key := item.get("guid", "").strip()):
        raise context.error("is an item without a guid.")
    about, content = "itemMeta/", "contentMeta/"
    language = item.find(f"{content}language")
    return Item(
        key=key,
        status=_code(item.find(f"{about}pubStatus")),
        version=item.get("version", ""),
        version_created=_text(item.find(f"{about}versionCreated")),
        published=_text(item.find(f"{about}firstCreated")) or _text(item.find(f"{content}contentCreated")),
        embargoed=_text(item.find(f"{about}embargoed")),
        note=_text(item.find(f"{about}edNote")),
        title=_main(item.findall(f"{content}headline")),
        authors=_authors(item.findall(f"{content}by"), item.findall(f"{content}creator")),
        source=_name(item.find(f"{content}infoSource")) or _name(item.find(f"{about}provider")),
        language=item.get("lang", "") if language is None else language.get("tag", ""),
        text=_body(item),
    )


def _body(item: Element) -> str:
    """The text: markup within the item, else plain text there."""
    for inline in item.iterfind("contentSet/inlineXML"):
        whole = next((body for name in BODIES for body in inline.iter(name)), inline)
        if text := paragraphs(tostring(whole, encoding="unicode")):
            return text
    plain = item.iterfind("contentSet/inlineData")
    texts = ("".join(data.itertext()).strip() for data in plain if "encoding" not in data.attrib)
    return next(filter(None, texts), "")


def _authors(lines: list[Element], creators: list[Element]) -> tuple[str, ...]:
    """Who wrote it: the byline, else those who are named."""
    byline = next(filter(None, map(_text, lines)), "")
    return (byline.removeprefix("By "),) if byline else tuple(filter(None, map(_name, creators)))


def _main(headlines: list[Element]) -> str:
    """The headline that is called the main one or has no role, else the first."""
    headlines.sort(key=lambda headline: headline.get("role", "").rpartition(":")[2] not in ("", "main"))
    return next(filter(None, map(_text, headlines)), "")


def _name(element: Element | None) -> str:
    """What somebody or something is called: its name, else the text or code that stands for it."""
    if element is None:
        return ""
    return _text(element.find("name")) or element.get("literal", "") or _code(element)


def _code(element: Element | None) -> str:
    """A code below its vocabulary: ``usable`` for ``stat:usable``."""
    return "" if element is None else element.get("qcode", element.get("uri", "")).rpartition(":")[2].rpartition("/")[2]


def _text(element: Element | None) -> str:
    """The text of an element on one line."""
    return "" if element is None else " ".join("".join(element.itertext()).split())
