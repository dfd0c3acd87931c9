"""
One kind of fact per file: ``VERSION`` and ``extract(document) -> Iterator[Event]``.

The version changes whenever the output of the extractor's corpus does.
"""
