"""Say of articles that are not in English which language they are in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve

from timeline.ingest.appended import Note
from timeline.language.recognition import is_english, other_language, stated_language

if TYPE_CHECKING:
    from timeline.model.article import Article

NOT_ENGLISH = "{0} is not in English ({1}): only dates in ISO 8601 were read in it."
OFTEN_NOT_ENGLISH = "articles are not in English: only dates in ISO 8601 were read in them."


def in_its_language(article: Article, notes: list[str]) -> Article:
    """The same with the language of its text, where it states none and that is not English, of which a note is made."""
    language = stated_language(article.language) or other_language(article.text)
    if language is None or is_english(language):
        return article
    notes.append(Note(NOT_ENGLISH.format(article.key, language), kind=OFTEN_NOT_ENGLISH))
    return article if language == article.language else evolve(article, language=language)
