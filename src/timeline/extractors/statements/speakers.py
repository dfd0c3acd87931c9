"""Resolve the mention of a speaker to a name within the article."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from timeline.extractors.statements.genders import Genders
from timeline.extractors.statements.people import LONGEST_NAME_CHARS, People
from timeline.extractors.statements.references import RUNNING, References
from timeline.extractors.statements.roles import ROLE
from timeline.language.lexicon.titles import PLURAL_PEOPLE
from timeline.language.lexicon.word_classes import ASKED, FRONTING, HE_OR_SHE, PRONOUNS, SUFFERED
from timeline.language.lexicon.words import tree

if TYPE_CHECKING:
    from timeline.language.document import Document
    from timeline.language.names import Name
    from timeline.model.span import Span

ASKED_FIRST = re.compile(
    r"\W*(?:(?:when|if|once|after|on|while) (?:being |he was |she was )?|being )?"
    rf"(?:{tree(ASKED)})\b",
    re.IGNORECASE,
)
"""A sentence begins with what somebody was asked: who is named there is not who answers."""
FRONTED = re.compile(rf"\W*(?:{tree(FRONTING)})\b|\W*[a-z]+ing\b", re.IGNORECASE)
"""A sentence begins with a phrase that says about whom, where or how: who is named there is not its subject."""
VICTIM = re.compile(
    r"(?:, (?:aged )?\d+,|, who)? (?:(?:was|were|has been|had been) (?:\w+ly )?(?:found |also )?(?:shot )?"
    rf"(?:{tree(SUFFERED)})|died)\b"
)
"""Behind a name: a victim or an accused."""
FARTHEST_SENTENCES = 4
"""A pronoun's antecedent is looked for in so many sentences before its own."""
RIGHT_BEFORE_CHARS = 400
"""Who spoke so few characters before is *he* or *she*, even if nothing else shows that it is a person."""
RECENT_CHARS = 900
"""Who spoke so few characters before still speaks."""
DESCRIBED = re.compile(r",(?! [A-Z])")
"""A name that a description follows, not another one."""
DESCRIBED_FIRST = re.compile(rf"\W*(?:[A-Z][a-z]+, )?(?:(?:But|And|Yet|So) )?([Tt]he (?:[\w-]+ ){{0,3}}?(?:{ROLE}))\b")
"""A sentence begins with a role."""
OF_A_BODY = re.compile(r" [a-z]+ (?:that )?its?\b")
"""Behind what speaks, it is a body: ``Airbus said it was sorry``."""
NEXT_WORD = re.compile(r"\s*(\S+)")


class Speakers:
    """
    The people of an article, and who spoke last.

    Mentions are resolved in the order of the text, as a later pronoun stands for an earlier speaker.
    """

    def __init__(self, document: Document) -> None:
        self.document, self.names = document, document.names
        self.paragraph_starts = [paragraph.start for paragraph in document.paragraphs]
        self.sentence_starts = [sentence.start for sentence in document.sentences]
        self.people = document.built(People)
        self.starts = self.people.starts
        self.genders = Genders(document, self.people.full)
        self.last: tuple[int, str, bool] | None = None
        self.surname_last = -1
        """Where somebody spoke last whom the article calls by one word alone, as far as it shows."""
        self.spoken: set[str] = set()
        self.at = 0
        """Where the mention stands that is resolved now."""
        self.references = References(document, self.people)
        self._groups: dict[Span, tuple[int, str | None]] = {}
        self._anew: dict[tuple[Span, str], str | None] = {}
        self._passed: dict[tuple[Span, str], tuple[int, int]] = {}
        """How many had spoken when the names up to an index did not fit, by sentence and pronoun."""

    def resolve(self, source: Span, *, quoted: bool) -> str | None:
        """
        The name that a mention stands for, or None where it is nobody's, or unclear.

        Args:
            source: Where the mention stands.
            quoted: It is the source of a quotation: then a pronoun is sooner the one who spoke last.
        """
        mention = source.cut(self.document.text).lower()
        self.at = source.start
        pronoun = mention in PRONOUNS
        name = self._pronoun(source.start, mention, quoted=quoted) if pronoun else self._mention(source)
        name = None if name is not None and len(name) > LONGEST_NAME_CHARS else name
        if name is not None and self._may_be_meant(name):
            self.last = (source.start, name, name.split()[-1] == mention.title() or mention in HE_OR_SHE)
            self.spoken.add(name)
        elif (
            not pronoun
            and name
            and self.people.may_be_surname(name)
            and not OF_A_BODY.match(self.document.text, source.end)
        ):
            self.surname_last = source.start
        return name

    def is_known(self, source: Span) -> bool:
        """The words at a place name a person whose full name the article gives."""
        at = bisect_left(self.starts, source.start)
        at += at < len(self.names) and self.names[at].end < source.end
        if at >= len(self.names) or self.names[at].end > source.end or self.names[at].person is False:
            return False
        return " " in self.people.whole(self.names[at])

    def _mention(self, source: Span) -> str | None:
        """The full name of a noun phrase, where it stands."""
        name = self.references.named(source)
        if name == RUNNING:
            is_near = self.last is not None and source.start - self.last[0] <= RECENT_CHARS
            return self.last[1] if self.last is not None and is_near else None
        if name is None or isinstance(name, str):
            return name
        return self.people.meant(name, self.spoken, self._running(source.start))

    def _running(self, start: int) -> tuple[int, str] | None:
        """Where somebody spoke last in the paragraph of a place, and who."""
        return self.last[:2] if self.last and self.last[0] >= self._paragraph(start) else None

    def _may_be_meant(self, whole: str) -> bool:
        """Whether *he* or *she* may stand for a name: it is a person's."""
        return self.people.may_be_person(whole) and self.people.looks_like_person(whole)

    def _is_shown(self, whole: str) -> bool:
        """Whether a name is a person's, by the article, or because who has it spoke right before."""
        if self.genders.of(whole) or self.people.is_shown(whole):
            return True
        return self.last is not None and self.last[1] == whole and self.at - self.last[0] <= RIGHT_BEFORE_CHARS

    def _pronoun(self, start: int, mention: str, *, quoted: bool) -> str | None:
        """Who he or she is: the subject of this sentence or one before it, or who spoke last."""
        if mention == "they":
            return self._people(start)
        if mention not in HE_OR_SHE:
            return None
        for sentence in self._back(start):
            if quoted and sentence.start < self._paragraph(start):
                return self._of_quotation(sentence, start, mention)
            if self._is_surname_last(sentence.start, start):
                return None
            subject = self._subject(sentence, start, mention)
            if subject:
                return subject
        return None if self._is_surname_last(0, start) else self._speaker(mention, 0)

    def _of_quotation(self, sentence: Span, start: int, mention: str) -> str | None:
        """Who he or she is beside a quotation that the sentence of an earlier paragraph leads to."""
        if introduced := self._introduced(sentence, mention) or self._introduced_before(sentence, mention):
            return introduced
        if self._is_surname_last(sentence.start, start):
            return None
        return (
            self._named_anew(sentence, start, mention)
            or self._speaker(mention, max(start - RECENT_CHARS, self.surname_last))
            or self._subject(sentence, start, mention)
        )

    def _is_surname_last(self, after: int, before: int) -> bool:
        """Who spoke last between two places may be the one meant, and all that is known of them is a surname."""
        return max(after, self.last[0] if self.last else 0) <= self.surname_last < before

    def _back(self, start: int) -> list[Span]:
        """The sentence of a place and those before it, nearest first."""
        at = bisect_right(self.sentence_starts, start) - 1
        return [self.document.sentences[k] for k in range(at, max(-1, at - FARTHEST_SENTENCES - 1), -1)]

    def _paragraph(self, start: int) -> int:
        """Where the paragraph of a place starts."""
        at = bisect_right(self.paragraph_starts, start) - 1
        return self.paragraph_starts[at]

    def _speaker(self, gender: str, after: int) -> str | None:
        """Who spoke last, if not before a place and of that gender."""
        if self.last is None or self.last[0] < after:
            return None
        is_running = self.last[0] >= max(self._paragraph(self.at), self.at - RIGHT_BEFORE_CHARS)
        if self.genders.may_be(self.last[1], gender, is_running=is_running):
            return self.last[1] if self._is_shown(self.last[1]) else None
        return self.people.namesake(self.last[1], gender) if self.last[2] else None

    def _subject(self, sentence: Span, before: int, gender: str) -> str | None:
        """Who speaks in a sentence or is named first in it, of that gender."""
        if self.last and sentence.start <= self.last[0] < min(sentence.end, before):
            speaker = self._speaker(gender, 0)
            if speaker:
                return speaker
        if (
            self.document.text[sentence.start : min(sentence.end, sentence.start + 8)]
            .lower()
            .startswith(("he ", "she "))
        ):
            return None
        return self._described(sentence, before, gender) or self._leading(sentence, before, gender)

    def _begin(self, sentence: Span, before: int) -> int:
        """Where the main clause of a sentence begins, behind what somebody was asked, and what only says about whom."""
        text, own = self.document.text, sentence.start <= before <= sentence.end
        if ASKED_FIRST.match(text, sentence.start):
            comma = text.rfind(", ", sentence.start, before if own else sentence.end)
        elif own and FRONTED.match(text, sentence.start):
            comma = text.find(", ", sentence.start, before)
        else:
            return sentence.start
        return max(comma, sentence.start)

    def _people(self, before: int) -> str | None:
        """The first group of people of the sentence before a place, told by a name: ``Lisbon officials``."""
        sentence = self._back(before)[0]
        if sentence not in self._groups:
            self._groups[sentence] = self._first_group(sentence)
        end, group = self._groups[sentence]
        return group if end <= before else None

    def _first_group(self, sentence: Span) -> tuple[int, str | None]:
        """The first group of people of a sentence, and where it ends."""
        for name in self.names[bisect_left(self.starts, sentence.start) : bisect_left(self.starts, sentence.end)]:
            following = NEXT_WORD.match(self.document.text, name.end, sentence.end)
            if following and following[1] in PLURAL_PEOPLE and not name.title:
                return following.end(), f"{name.text} {following[1]}"
        return 0, None

    def _named_anew(self, sentence: Span, before: int, gender: str) -> str | None:
        """The subject of the sentence before a quotation, when who spoke last is not in its paragraph."""
        if self.last is not None and self.last[0] >= self._paragraph(sentence.start):
            return None
        name = self._leading(sentence, before, gender)
        return name if name is not None and self.genders.of(name) == gender else None

    def _introduced(self, sentence: Span, gender: str) -> str | None:
        """A person whom the sentence before a quotation names for the first time, with a description."""
        if (sentence, gender) not in self._anew:
            self._anew[sentence, gender] = self._named_first(sentence, gender)
        return self._anew[sentence, gender]

    def _introduced_before(self, sentence: Span, gender: str) -> str | None:
        """A person whom an earlier sentence of its paragraph introduces, when nobody has spoken since."""
        for earlier in self._back(sentence.start)[1:]:
            silent = self.last is None or self.last[0] < earlier.start
            if earlier.start < self._paragraph(sentence.start) or not silent:
                return None
            if found := self._introduced(earlier, gender):
                return found
        return None

    def _named_first(self, sentence: Span, gender: str) -> str | None:
        """The last of the persons whom a sentence names for the first time, with a description."""
        text, begin = self.document.text, self._begin(sentence, sentence.end + 1)
        for name in reversed(self.names[bisect_left(self.starts, begin) : bisect_left(self.starts, sentence.end)]):
            described = len(name.words) > 1 and name.person is not False and DESCRIBED.match(text, name.end)
            if (
                described
                and (self.genders.of(name.text) or gender) == gender
                and self.names[self.genders.places[name.words[-1]][0]].start >= name.start
            ):
                return name.text
        return None

    def _leading(self, sentence: Span, before: int, gender: str) -> str | None:
        """The first person named in a sentence outside of quotations, of that gender."""
        tokens = self.document.tokens
        spoken, passed = self._passed.get((sentence, gender), (-1, 0))
        begin = passed if spoken == len(self.spoken) else bisect_left(self.starts, self._begin(sentence, before))
        end = bisect_left(self.starts, min(sentence.end, before))
        for name in self.names[begin:end]:
            k = bisect_left(tokens.starts, name.start)
            is_headline = name.end - name.start > LONGEST_NAME_CHARS
            if name.possessive or name.person is False or tokens.quoted[k] or is_headline:
                continue
            whole = self._of_gender(name, gender)
            if whole is not None:
                return whole
        self._passed[sentence, gender] = len(self.spoken), max(begin, end)
        return None

    def _of_gender(self, name: Name, gender: str) -> str | None:
        """The person of a gender whom a name before a pronoun stands for; a victim or accused only after speaking."""
        bearers = self.people.bearers(name.words[-1]) if len(name.words) == 1 else frozenset()
        fit = [whole for whole in bearers if self.genders.of(whole) == gender]
        if len(bearers) > 1 and len(fit) == 1:
            whole: str | None = fit[0]
        else:
            whole = self.people.meant(name, self.spoken, self._running(name.start))
        if whole is None or (whole not in self.spoken and VICTIM.match(self.document.text, name.end)):
            return None
        known = self.genders.of(whole) or name.gender
        near = len(name.words) > 1 and self.at - name.start <= RIGHT_BEFORE_CHARS
        shown = self.people.is_person(whole) or (whole in self.spoken and (near or self._is_shown(whole)))
        unknown = known is None and shown
        return whole if (known == gender or unknown) and self.people.looks_like_person(whole) else None

    def _described(self, sentence: Span, before: int, gender: str) -> str | None:
        """The person of a gender whose role begins a sentence: ``The mayor was late. He said``."""
        found = DESCRIBED_FIRST.match(self.document.text, sentence.start, min(sentence.end, before))
        last = self.references.roles.holder(found[1]) if found else None
        whole = self.people.holder(last) if last else None
        return whole if whole is not None and (self.genders.of(whole) or gender) == gender else None
