"""What a page is, before it is rendered."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


class Page(NamedTuple):
    """
    An answer, as a template and as rows.

    Attributes:
        template: The file that shows it.
        title: What it is about.
        values: What the template is given.
        rows: The same as a table: what the twins hold.
        next: Address of what follows these rows; None at the end.
        status: Of the answer: other than 200 where the page only says why there is none.
    """

    template: str
    title: str
    values: Mapping[str, Any] = MappingProxyType({})
    rows: Sequence[Mapping[str, Any]] = ()
    next: str | None = None
    status: int = 200
