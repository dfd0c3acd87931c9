"""Make up small articles, each with words that stand nowhere else."""

from __future__ import annotations

from timeline.model.article import Article

SENTENCES = (
    "Officials said on Monday that the river had risen by {n} metres.",
    "“We left at once,” the mayor of Port {mark} told reporters.",
    "The ministry denied that {n} people were missing.",
    "On 3 March 2026 the bridge was closed after {n} hours of rain.",
)


def mark(key: str) -> str:
    """What stands in the texts of that key only."""
    return "Q" + key.replace("-", "x") + "zburg"


def article(key: str, n: int = 1) -> Article:
    """Text number *n* of a key."""
    text = "\n\n".join(sentence.format(n=n, mark=mark(key)) for sentence in SENTENCES)
    return Article(key=key, text=text, published="2026-03-04", title=f"Port {mark(key)}, {n}")
