"""Turn the bytes of a page into text, by what it says about itself and never by a guess at languages."""

from __future__ import annotations

import codecs
import re

BEGINNING_BYTES = 8192
"""Where a page names its encoding; the standard asks for the first 1024 bytes, and not all pages keep to it."""

MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
STATED = re.compile(
    rb"""<(?:meta|\?xml)\b[^>]{0,300}?\b(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9_:.-]{2,40})""", re.IGNORECASE
)

LATIN = frozenset({"ascii", "iso8859-1", "cp1252"})
"""What pages call Windows-1252; what says so and is valid UTF-8 is that."""

AS_BROWSERS_DO = {"gb2312": "gb18030", "gbk": "gb18030", "shift_jis": "cp932", "euc_kr": "cp949", "iso8859-9": "cp1254"}

KNOWN = LATIN | frozenset(AS_BROWSERS_DO) | {
    "utf-8", "gb18030", "big5", "big5hkscs", "euc_jp", "cp932", "cp949", "iso2022_jp", "koi8-r", "koi8-u", "cp866",
    "mac-roman", "mac-cyrillic", "tis-620", "cp874", *(f"cp125{number}" for number in range(9)),
    *(f"iso8859-{number}" for number in range(2, 17)),
}  # fmt: skip
"""Encodings of pages by Python's names; it has others, which turn text into something else."""

UNWRITABLE = dict.fromkeys([*range(9), 0x0B, *range(0x0E, 0x20), 0x7F, 0xFFFE, 0xFFFF]) | {0x0C: " "}
"""Characters that no page may hold."""

SEQUENCE = re.compile(rb"[\xc2-\xf4][\x80-\xbf]")


def decode(data: bytes, charset: str | None = None) -> str:
    """
    The text of a page, less characters that no page may hold.

    Its byte order mark decides, then *charset* and what the page states, then UTF-8 where it is valid, then
    Windows-1252. A page that is stated to be UTF-8 and has a broken byte or two is UTF-8.

    Args:
        data: The page as it was sent or saved.
        charset: As the server or the mail states it; None where nobody does.
    """
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return _clean(data[len(mark) :].decode(encoding, "replace"))
    found = STATED.search(data[:BEGINNING_BYTES])
    stated = _known(charset) or (_known(found[1].decode("ascii")) if found else None)
    try:
        if stated is None or stated in LATIN or stated == "utf-8":
            return _clean(data.decode("utf-8"))
        return _clean(data.decode(stated))
    except UnicodeDecodeError:
        pass
    if stated == "utf-8":
        return _clean(data.decode("utf-8", "replace") if SEQUENCE.search(data) else _windows_1252(data))
    return _clean(_windows_1252(data) if stated is None or stated in LATIN else data.decode(stated, "replace"))


def _known(name: str | None) -> str | None:
    """The encoding of a name, None where no page is written in it."""
    try:
        found = codecs.lookup((name or "").strip(" \"'").lower()).name
    except (LookupError, ValueError, UnicodeError):
        return None
    return AS_BROWSERS_DO.get(found, found) if found in KNOWN else None


def _windows_1252(data: bytes) -> str:
    """As browsers read it: the five bytes that it leaves open are controls."""
    try:
        return data.decode("cp1252")
    except UnicodeDecodeError:
        return "".join(bytes([byte]).decode("cp1252", "ignore") or chr(byte) for byte in data)


def _clean(text: str) -> str:
    return text.translate(UNWRITABLE)
