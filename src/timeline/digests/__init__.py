"""One output format per file: ``render(digest) -> str``."""
