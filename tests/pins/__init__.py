"""
What each extractor prints over the texts that may be shipped, pinned: a change needs a new ``VERSION``.

``outputs`` computes the hashes, ``pinned`` compares them with the files beside it. ``python -m pins`` (in ``tests/``)
adds texts that are new, and everything under a new version.
"""
