"""This file reads tables of words that are written as plain text."""

from __future__ import annotations


def words(table: str) -> frozenset[str]:
    """The words of a table, white space between them."""
    return frozenset(table.split())
