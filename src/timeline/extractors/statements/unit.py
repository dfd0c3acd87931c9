"""The stretch of text that the rules for statements read at once."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from functools import cached_property
from itertools import groupby
from typing import TYPE_CHECKING, Any, NamedTuple

from timeline.extractors.statements import looking
from timeline.extractors.statements.name_words import NameWords
from timeline.language.lexicon.reporting_verbs import REPORTING_VERBS
from timeline.language.lexicon.word_classes import QUOTING
from timeline.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from timeline.language.document import Document
    from timeline.language.quotation_marks import Quotation

TRIGGERS = frozenset(REPORTING_VERBS) | {"according", ":"}
HEADER = re.compile(
    r"date \d{4}-\d\d-\d\d\s+"
    r"|[A-Z]{3,}[A-Za-z.,/ ]{0,40}(?: ?\([A-Za-z .]{2,20}\))? ?(?:—|–|―|--?) ?(?=[A-Z“\"‘'])"
    r"|[A-Z][A-Za-z.,/ ]{2,40}+ ?\((?:AP|AFP|Reuters|REUTERS|UPI|CNN)\) ?(?:—|–|―|--?) ?"
)
"""A date before a headline, or a dateline: ``LISBON (AP) --``."""
Range = tuple[int, int]
"""Indices of tokens in a unit, half-open."""


STOPS = frozenset((".", "!", "?", "…"))
CLOSING = STOPS | {")"}
LONGEST_SHORT_WORD_CHARS = 4
FEWEST_LONG_WORDS = 4
"""A headline has at least so many longer words, and at most one in so many without a capital."""


class Quoted(NamedTuple):
    """A quotation as tokens of a unit, marks left out."""

    first: int
    end: int
    quotation: Quotation


class Unit:
    """
    A sentence with the whole of the quotations that begin in it.

    Attributes:
        paragraph: One-based.
        paragraph_end: Where its paragraph ends.
        words: Its tokens.
        lower: The same in lower case; in capitals, names that look like adverbs and verbs: ``REILLY``, ``TED``.
        quoted: For each token 1 + the index of its quotation in the document, or 0.
        quotations: Its quotations in order.
        end: Index after its last token that is no stop, closing mark, or bracket that only its first token opens.
        names: The words of the article's names.
        telling: Indices of its tokens that are reporting words, colons, or quoted.
        known: What was found out about it, kept for those who ask again.
    """

    def __init__(
        self, document: Document, paragraph: int, tokens_within: Range, telling: Sequence[int], named: NameWords
    ) -> None:
        tokens, (first, after) = document.tokens, tokens_within
        self.paragraph, self.first, self._tokens = paragraph, first, tokens
        self.telling = [k - first for k in telling]
        self.paragraph_end = document.paragraphs[paragraph - 1].end
        self.words = tokens.words[first:after]
        self.lower = tokens.lower[first:after]
        self.quoted = tokens.quoted[first:after]
        self.quotations = [quoted for quoted in self._quotations(document) if not self._bracket_nickname(quoted)]
        self.known: dict[Any, Any] = {}
        self.names = named
        named.spell(self)
        opened = [*self.words[1:], "("].index("(") + 1
        end = len(self.words)
        while end > 0 and not self.quoted[end - 1] and (self.is_mark(end - 1) or self.words[end - 1] in STOPS):
            end -= 1
        while end > 0 and self.words[end - 1] in (STOPS if opened < end else CLOSING):  # marks stay
            end -= 1
        self.end = end

    @cached_property
    def is_headline(self) -> bool:
        """Whether nearly all of its longer words begin with a capital."""
        long = [word for word in self.words if len(word) > LONGEST_SHORT_WORD_CHARS and word[0].isalpha()]
        small = sum(word[0].islower() for word in long)
        return len(long) >= FEWEST_LONG_WORDS and small * FEWEST_LONG_WORDS <= len(long)

    def _bracket_nickname(self, of: Quoted) -> bool:
        """Read a nickname in marks as one in brackets, ``Ana “Annie” Ruiz``; whether a quotation is one."""
        words, quoted, k = self.words, self.quoted, of.first
        if of.end != k + 1 or not 2 <= k < len(words) - 2 or not words[k][0].isupper():
            return False
        is_alone = not quoted[k - 1] and not quoted[k + 1] and words[k - 1] in QUOTING
        if not (is_alone and words[k - 2][0].isupper() and words[k + 2][0].isupper()):
            return False
        words[k - 1], words[k + 1], quoted[k] = "(", ")", 0
        self.lower[k - 1], self.lower[k + 1] = "(", ")"
        return True

    def _quotations(self, document: Document) -> Iterator[Quoted]:
        """The runs of tokens that stand in one quotation."""
        for number, run in groupby(self.telling, self.quoted.__getitem__):
            if number:
                first, *rest = run
                yield Quoted(first, first + 1 + len(rest), document.quotations[number - 1])

    def is_mark(self, k: int) -> bool:
        """Whether token *k* is a quotation mark around a quotation."""
        return not self.quoted[k] and self.words[k] in QUOTING

    def span(self, first: int, end: int) -> Span:
        """The place of some of its tokens."""
        return self._tokens.span(self.first + first, self.first + end)

    def end_before(self, end: int) -> int:
        """The index after the last token that ends at or before a character of the text."""
        return bisect_right(self._tokens.ends, end, self.first, self.first + len(self.words)) - self.first

    def quotation_at(self, k: int) -> int:
        """The index of the first quotation that ends behind token *k*."""
        return bisect_right(self.quotations, k, key=lambda quoted: quoted.end)

    def quotations_between(self, first: int, end: int) -> list[Quoted]:
        """The quotations that begin at a token from *first* up to, not including, *end*."""
        low = bisect_left(self.quotations, first, key=lambda quoted: quoted.first)
        return self.quotations[low : bisect_left(self.quotations, end, key=lambda quoted: quoted.first)]

    def skip_marks(self, k: int) -> int:
        """The index of the first token from *k* that is no mark, comma or colon."""
        found = looking.first(self, _is_no_mark, k, self.end)
        return max(k, self.end) if found is None else found

    def strip_marks(self, end: int) -> int:
        """*end* moved left over commas, colons, semicolons and marks."""
        found = looking.last(self, _is_no_separator, 0, end)
        return 0 if found is None else found + 1


def _is_no_mark(unit: Unit, k: int) -> bool:
    return unit.words[k] not in ",:" and not unit.is_mark(k)


def _is_no_separator(unit: Unit, k: int) -> bool:
    return unit.words[k] not in ",;:" and not unit.is_mark(k)


def units(document: Document) -> Iterator[Unit]:
    """
    The units of a document in order, repeated paragraphs left out.

    Sentences are joined where the end of one stands within a quotation. Units without a reporting word, a colon or a
    quotation hold no statement and are left out.
    """
    tokens = document.tokens
    words = zip(tokens.lower, tokens.quoted, strict=True)
    triggers = [k for k, (word, quoted) in enumerate(words) if quoted or word in TRIGGERS]
    places = [tokens.starts[k] for k in triggers]
    sentences, at = document.sentences, 0
    quotations, passed = document.quotations, 0
    repeated, named = frozenset(document.repeats), NameWords(document)
    for number, paragraph in enumerate(document.paragraphs, 1):
        start = None
        while at < len(sentences) and sentences[at].end <= paragraph.end:
            sentence = sentences[at]
            at += 1
            start = _after_header(document, sentence.start) if start is None else start
            while passed < len(quotations) and quotations[passed].after < sentence.end:
                passed += 1
            inside = passed < len(quotations) and quotations[passed].outer < sentence.end < quotations[passed].after
            if inside:
                continue
            telling = triggers[bisect_left(places, start) : bisect_left(places, sentence.end)]
            if telling and paragraph not in repeated:
                yield Unit(document, number, tokens.within(Span(start, sentence.end)), telling, named)
            start = None


def _after_header(document: Document, start: int) -> int:
    """*start*, or where the text starts that a date or a dateline stands before."""
    header = HEADER.match(document.text, start)
    return header.end() if header else start
