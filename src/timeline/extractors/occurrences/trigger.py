"""This file finds the word of a clause that says what happens: its first finite verb, or what an auxiliary leads to."""

from __future__ import annotations

import re
from itertools import islice

from timeline.language.lexicon.words import words
from timeline.language.timexes.vocabulary import PAST_FORMS
from timeline.model.span import Span

WORD = re.compile(r"\w[\w’'-]*")
AUXILIARIES = words(
    """is are was were am be been being has have had having do does did will would shall should can could may might
    must isn't aren't wasn't weren't hasn't haven't hadn't don't doesn't didn't won't wouldn't can't cannot
    couldn't isn’t aren’t wasn’t weren’t hasn’t haven’t hadn’t don’t doesn’t didn’t won’t wouldn’t can’t
    couldn’t it's he's she's it’s he’s she’s that's there's what's who's that’s there’s what’s who’s they're
    they’re we're we’re they've they’ve we've we’ve he'll she'll it'll they'll he’ll she’ll they’ll"""
)
BETWEEN = words(
    """not also still already never ever now just even only always then both all he she it they we you i there once
    again soon later long further yet to almost nearly often too first recently since so far instead much better
    well"""
)
"""What may stand between an auxiliary and its verb, besides words in -ly."""
NO_VERB = words(
    """a an the this that these those his her its their our my your no some any in on at of for with by from as
    about after before under over between among against into out up off one two three four five six seven eight
    nine ten more most less very like when where what who how why because if and or but part able such another
    several many few what's than through during without within around near across behind both each every other
    same"""
)
"""An auxiliary before one of these is the verb itself: ``was in``, ``had a``."""
PAST = (
    words(
        """ate beat bit blew bred came cast cost crept cut dug fed flung forgave got gave hit hurt knelt laid leapt lit
    overcame overtook proved put quit read rebuilt rewrote set shrank shut slung spat split spread spun stank
    stung strode strove struck swung threw told trod underwent went wept withstood won arose awoke became befell
    beset"""
    )
    | PAST_FORMS
) - (AUXILIARIES | {"since", "ago", "after", "ruling", "bore", "ground", "left-wing"})
PRESENT = words(
    """says say plans wants want calls call faces face makes make takes take comes come goes go begins remains
    remain seems seem appears appear continues continue hopes hope believes believe thinks think knows know
    shows show kills kill hits dies die wins win leads keeps keep gets get gives give finds sees see tells tell
    asks seeks seek needs need holds opens closes falls rises jumps drops leaves returns arrives joins ends
    starts includes include lives live works works expects expect fears warns denies accuses urges backs rejects
    meets visits signs launches sues bans"""
)
"""Verbs of headlines and of what goes on; other words in -s are mostly nouns."""
NO_PAST = words(
    """hundred indeed exceed proceed succeed speed need feed breed seed weed deed red bed shed embed united
    so-called alleged armed injured wounded unidentified unnamed unprecedented limited retired mixed sacred
    wicked naked kindred"""
)
"""Words in -ed that are no past tense, or stand before nouns more often than not."""
NOT_AFTER = words(
    """a an the his her its their our my your no some any of in for with more most very so to by and at from newly
    heavily badly this these those recently severely widely highly"""
)
"""After one of these a form of the past is no finite verb: ``the wounded``, ``of injured``."""
FARTHEST = 40
"""So many words of a clause are looked at."""
AUXILIARIES |= {word.capitalize() for word in AUXILIARIES}
FINITE = PAST | PRESENT | AUXILIARIES


def trigger(text: str, span: Span) -> tuple[Span, ...]:
    """Where that word is; empty when none is known for a verb."""
    before, led = "to", None  # no clause begins with a finite form of the past
    for found in islice(WORD.finditer(text, span.start, span.end), FARTHEST):
        word = found[0]
        if led is None:
            if word in FINITE or (word[-2:] == "ed" and is_past(word)):  # a call for each word takes long
                if word in AUXILIARIES:
                    led = found
                elif before not in NOT_AFTER:
                    return (_at(found),)
            before = word
        elif word in AUXILIARIES:
            led = found
        elif word.islower() and word not in BETWEEN and word[-2:] != "ly":
            return (_at(led if word in NO_VERB else found),)
    return () if led is None else (_at(led),)


def is_past(word: str) -> bool:
    """A form in -ed of a verb."""
    return len(word) > 3 and word.endswith("ed") and word not in NO_PAST and word.islower()


def _at(found: re.Match[str]) -> Span:
    return Span(*found.span())
