"""Items of newswires: articles with a version and a status, whatever form they are sent in."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from attrs import evolve, frozen

from timeline.errors import InputError
from timeline.model.moments import naive_utc
from timeline.model.withdrawal import Withdrawal

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from timeline.model.article import Article
    from timeline.readers import InputContext

USABLE = ("", "usable")
"""Statuses of what may be printed."""

WITHDRAWN = ("canceled", "withheld")
"""Those of what is withdrawn: for good, or until further notice."""


@frozen(kw_only=True)
class Item:
    """
    What an item states, each empty where it does not.

    Attributes:
        key: Its identifier, which all its versions share.
        status: Whether it may be printed (``pubstatus``).
        version: Its number.
        version_created: When this version was made; also when it was captured.
        published: When its first version was.
        embargoed: Until when it must not be printed.
        note: From the editors, to editors.
    """

    key: str
    status: str = ""
    version: str = ""
    version_created: str = ""
    published: str = ""
    embargoed: str = ""
    note: str = ""
    title: str = ""
    authors: tuple[str, ...] = ()
    source: str = ""
    url: str = ""
    language: str = ""
    text: str = ""

    def read(self, context: InputContext) -> Article | Withdrawal:
        """
        The article, or the withdrawal of it.

        Raises:
            InputError: It has no text or date, or a date or status that is none.
        """
        status = self.status.rpartition(":")[2].lower().replace("cancelled", "canceled")
        if status in WITHDRAWN:
            return self._withdrawal(status, context)
        if status not in USABLE:
            raise context.error(f"has the status {status[:40]!r}, which is neither usable, withheld nor canceled.")
        if self.embargoed and naive_utc(context.moment("embargo", self.embargoed)) > datetime.now(UTC).replace(
            tzinfo=None
        ):
            context.warn(f"{context.path}: {self.key} is under embargo until {self.embargoed}.")
        stated = {
            "id": self.key,
            "title": self.title,
            "published": self.published or self.version_created,
            "captured": self.version_created,
            "source": self.source,
            "url": self.url,
            "language": self.language,
        }
        return context.article({name: value for name, value in stated.items() if value}, self.text, self.authors)

    def _withdrawal(self, status: str, context: InputContext) -> Withdrawal:
        """The withdrawal of the article by its publisher."""
        version = f" in version {self.version}" if self.version else ""
        reason = f"The publisher marked it {status}{version}{': ' + self.note if self.note else '.'}"
        stated = context.moment("version's date", self.version_created) if self.version_created else None
        return Withdrawal(key=self.key, reason=reason, by=self.source or context.source, stated=stated)


def read_items(
    given: Sequence[Any], stated: Callable[[Any, InputContext], Item], context: InputContext
) -> Iterator[Article | Withdrawal | InputError]:
    """What several items come to, by what *stated* says of each; one that is none is named by its number."""
    for number, each in enumerate(given, 1):
        here = evolve(context, path=f"{context.path}, item {number:,}") if len(given) > 1 else context
        try:
            yield stated(each, here).read(here)
        except InputError as error:
            yield error
