"""Files that pages load: a style sheet and a script, under addresses that change with what is in them."""

from __future__ import annotations

import hashlib
from functools import cache

from timeline._resources import PACKAGE

STATIC = {"timeline.css": "text/css", "timeline.js": "text/javascript"}
"""Their names and types."""


@cache
def static(name: str) -> bytes:
    """A file of this package that pages load."""
    return (PACKAGE / "web" / "static" / name).read_bytes()


@cache
def static_url(name: str) -> str:
    """Its address, which changes with what is in it."""
    return f"/static/{name}?v={hashlib.sha256(static(name)).hexdigest()[:12]}"
