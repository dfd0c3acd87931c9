"""How long the extraction from one article may take."""

from __future__ import annotations

MAX_SECONDS = 20.0
"""CPU seconds where nothing else is asked: more than a thousand times what an article of a newspaper takes."""
