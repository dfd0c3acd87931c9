"""What a reader is told about its input, and how the bytes of that become an article."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import date, datetime
from typing import TYPE_CHECKING

from attrs import field, frozen

from timeline.errors import InputError, UndatedArticle
from timeline.model.article import Article, text_key
from timeline.model.moments import Moment, naive_utc, parse_moment
from timeline.model.visible_text import one_line
from timeline.plugins import lazy_module
from timeline.readers._network import Fetched

if TYPE_CHECKING:
    from timeline.language import written_times
else:  # most dates are ISO 8601
    written_times = lazy_module("timeline.language.written_times")

UTF_8_BOM = b"\xef\xbb\xbf"
UTF_16_BOMS = (b"\xff\xfe", b"\xfe\xff")
CONTROL_CHARACTERS = re.compile(r"[\x00-\x08\x0e-\x19\x1b-\x1f\x7f]")
"""Control characters that no text holds; the old end-of-file mark and separators of lines and pages may stay."""
ANY_DAY = date(2000, 1, 1)
"""What depends on today is refused, whatever it comes to."""
BLANK_BEFORE_OFFSET = re.compile(r"(?<!\s)\s++(?=[+-]\d\d:?\d\d$)")


@frozen(kw_only=True)
class InputContext:
    """
    What a reader is told about the input that it reads.

    Attributes:
        path: As the caller named it; begins every error.
        published: Publication day of articles that state none.
        source: Outlet of articles that state none.
        max_bytes: Longest article.
        warn: Called with a sentence about what was read with a doubt.
        captured: When articles that do not state it were captured.
        modified: When the file was last written, UTC: a saved page was captured by then. None of a stream.
        columns: Names of columns or fields that the caller gave for those of an article: ``{"published": "date"}``.
        table: Which table of a database file is meant, where the caller says so.
        file: Where the input stands as a file, byte for byte; None of streams and of what is decompressed.
        fetched: Where it was fetched from, if it was.
    """

    path: str
    published: date | None
    source: str | None
    max_bytes: int
    warn: Callable[[str], None]
    captured: Moment | None = None
    modified: datetime | None = None
    columns: Mapping[str, str] = field(factory=dict)
    table: str | None = None
    file: str | None = None
    fetched: Fetched | None = None

    def error(self, message: str, line: int | None = None) -> InputError:
        """An error on one line that names the input, and the line of it where there is one."""
        return InputError(one_line(message), path=self.path, line=line)

    def too_long(self, line: int | None = None) -> InputError:
        """The error for an article over *max_bytes*."""
        return self.error(f"is longer than {self.max_bytes:,} bytes: split it or raise --max-bytes.", line)

    def decode(self, data: bytes, line: int | None = None) -> str:
        """
        Text of bytes in UTF-8, else Windows-1252 with a warning; a byte order mark is dropped and nothing else is.

        Raises:
            InputError: They are no text in either.
        """
        if data.startswith(UTF_16_BOMS):
            raise self.error("is UTF-16: save it as UTF-8.", line)
        if b"\0" in data:
            raise self.error("is not text (it contains zero bytes): give the article as text.", line)
        marked = len(UTF_8_BOM) if data.startswith(UTF_8_BOM) else 0
        data = data[marked:]
        try:
            return data.decode("utf-8")
        except UnicodeDecodeError as error:
            place = marked + error.start
        if _holds_surrogates(data):
            raise self.error(f"holds half of a surrogate pair (byte {place}), which no UTF-8 does: save it anew.", line)
        try:
            text = data.decode("cp1252")
        except UnicodeDecodeError:
            raise self.error(f"is neither UTF-8 nor Windows-1252 (byte {place}): save it as UTF-8.", line) from None
        if CONTROL_CHARACTERS.search(text):
            raise self.error(f"is not text (byte {place} is not UTF-8): give the article as text.", line)
        self.warn(str(self.error(f"is not UTF-8 (byte {place}); read as Windows-1252.", line)))
        return text

    def moment(self, name: str, stated: str, line: int | None = None) -> Moment:
        """
        A day, or a day and time, as ISO 8601, mail or people write it: ``2026-03-10T09:30+01:00``, ``10 March 2026``.

        What depends on the day on which it is read is none: a file means the same next week.

        Raises:
            InputError: It is none, may be one of two, is a longer time, or lies outside of the years that can be
                reckoned with.
        """
        try:
            value = parse_moment(BLANK_BEFORE_OFFSET.sub("", stated.strip()))
        except ValueError:
            value = self._written(name, stated, line)
        with suppress(OverflowError):
            if datetime(1, 1, 2) <= naive_utc(value) < datetime(9999, 12, 30):
                return value
        raise self.error(f"{name} {stated[:40]!r} {written_times.NO_DATE}.", line)

    def _written(self, name: str, stated: str, line: int | None) -> Moment:
        """
        A day or a moment as people write it.

        Raises:
            InputError: See `moment`.
        """
        what = f"{name} {stated[:40]!r}"
        try:
            written = written_times.written_time(stated, ANY_DAY)
        except ValueError as error:
            raise self.error(f"{what} {error}.", line) from None
        if written.is_relative:
            raise self.error(f"{what} is not a valid date: it would be another one tomorrow; write YYYY-MM-DD.", line)
        if written.first != written.last:
            raise self.error(f"{what} is no single day but {written.days}: write YYYY-MM-DD.", line)
        return written.moment or written.first

    def article(
        self, stated: dict[str, str], text: str, authors: tuple[str, ...] = (), line: int | None = None
    ) -> Article:
        """
        The article of a text and what is stated about it.

        Args:
            stated: Some of ``id``, ``title``, ``published``, ``source``, ``url``, ``language``, ``captured``.
            text: Exactly as given.
            authors: In the order given.
            line: Where the article stands in the file.

        Raises:
            InputError: A date is none, the text is empty, the article has no date, or something cannot be stored.
        """
        for name, value in (*stated.items(), ("text", text), *(("authors", author) for author in authors)):
            self._refuse_unwritable(name, value, line)
        if not text.strip():
            raise self.error("has no text.", line)
        dated = stated.get("published")
        published = self.moment("publication date", dated, line) if dated else self.published
        if published is None:
            raise UndatedArticle("states no publication date: add one or give --date.", path=self.path, line=line)
        captured = stated.get("captured")
        return Article(
            key=stated.get("id") or stated.get("url") or text_key(text),
            text=text,
            published=published,
            title=stated.get("title") or None,
            source=stated.get("source") or self.source,
            url=stated.get("url") or None,
            authors=authors,
            language=stated.get("language") or None,
            captured=self.moment("capture date", captured, line) if captured else self.captured,
        )

    def _refuse_unwritable(self, name: str, value: str, line: int | None) -> None:
        """
        Refuse text that cannot be stored.

        Raises:
            InputError: Half of a surrogate pair, or a zero character.
        """
        if "\0" in value:
            raise self.error(f'"{name}" contains a zero character (\\u0000), which no text may have.', line)
        try:
            value.encode()
        except UnicodeEncodeError as error:
            half = f"\\u{ord(value[error.start]):04x}"
            raise self.error(
                f'"{name}" contains half of a surrogate pair ({half}): write the whole character.', line
            ) from None


def _holds_surrogates(data: bytes) -> bool:
    """They would be UTF-8 if halves of surrogate pairs could be written in it."""
    try:
        data.decode("utf-8", "surrogatepass")
    except UnicodeDecodeError:
        return False
    return True
