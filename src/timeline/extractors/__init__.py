"""
Extractors: one kind of fact per file or folder, ``VERSION`` and ``extract(document) -> Iterator[Event]``.

The version changes whenever the output for a pinned text does. ``_run`` runs all of them over an article.
"""

from timeline.extractors._run import (
    Extractions,
    extract,
    failures,
    run_extractors,
    run_extractors_on_all,
    versions,
)

__all__ = ["Extractions", "extract", "failures", "run_extractors", "run_extractors_on_all", "versions"]
