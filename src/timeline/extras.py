"""Optional libraries: imported when they are first needed, with a sentence that says what to install."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from timeline.errors import MissingExtra

if TYPE_CHECKING:
    from types import ModuleType

DISTRIBUTION = "news-timeline"
"""What this package is called where it is installed from; it is imported as ``timeline``."""

PURPOSES = {
    "web": "reading web pages, and fetching them",
    "feeds": "reading RSS, Atom and JSON feeds",
    "warc": "reading web archives (WARC, WACZ)",
    "documents": "reading PDF",
    "xlsx": "reading and writing Excel workbooks",
    "places": "placing happenings on a map",
    "serve": "showing pages in a browser",
    "pandas": "rows as a pandas data frame",
    "polars": "rows as a Polars data frame",
    "arrow": "rows as an Arrow table",
    "sign": "signing heads, and checking signatures",
}
"""What each extra is for."""


def need(module: str, *, extra: str, task: str) -> ModuleType:
    """
    A module of an optional library.

    Args:
        module: Its dotted name.
        extra: The extra that installs it.
        task: What cannot be done without it, as the sentence begins: "reading PDF files".

    Raises:
        MissingExtra: It is not installed.
    """
    try:
        return import_module(module)
    except ImportError as error:
        raise MissingExtra(f"{task} needs the extra `{extra}`: pip install '{DISTRIBUTION}[{extra}]'.") from error
