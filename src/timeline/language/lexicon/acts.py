"""Words that say the same act, and words that say none by themselves."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from timeline.language.lexicon.auxiliaries import AUXILIARIES
from timeline.language.lexicon.happenings import EVENTS, HAPPENED, LIGHT, PERFORMED, SPOKEN
from timeline.language.lexicon.reporting_verbs import REPORTING_VERBS, inflected
from timeline.language.lexicon.words import words

if TYPE_CHECKING:
    from collections.abc import Iterator

SAME_ACTS = """
    kill, slay slew slain, murder, assassinate; die dying, perish; dead death deaths killing killings
    shoot, gun gunned gunfire; shootings
    arrest, detain, apprehend, nab nabbed, seize, capture, recapture; catch caught; custody detention arrests
    release, issue, launch, unveil, introduce; rollout
    hit hitting, strike struck striking, jolt, rattle; shake shook shaken
    injure, wound, hurt hurting, harm; injuries injury
    win won winning, beat beaten beating, defeat, edge; victory win
    buy bought buying, acquire, purchase; takeover acquisition
    charge, accuse, indict; indictment
    enter, admit; check
    replace, succeed
    resign, quit quitting; step stepped stepping, resignation
    flee fled fleeing, escape; escapee
    dismiss, sack, oust, axe; fire firing
    crash, collide; collision crashes
    burn burnt, blaze; fires blazes
    jail, imprison; sentence sentencing
    begin began begun beginning, start, commence, open
    end, finish, conclude, close
    offer, bid bidding, propose; bids offers
    damage, destroy, devastate, wreck, ravage, gut gutted gutting
    restore, repair, fix
    visit; tour toured touring
    marry; wed wedding
    approve, pass, adopt, ratify, enact
    reject, refuse, decline
    name, appoint, nominate; pick choose chose chosen choosing
    meet met meeting; talks
    cut cutting, reduce, slash, lower
    rise rose risen rising, climb, increase, gain, jump, surge, soar; raise
    fall fell fallen falling, drop dropped dropping, slide slid sliding, plunge, tumble, sink sank sunk; lost losing
    sell sold selling; sale sales
    find found finding, discover, locate
    steal stole stolen stealing, rob robbed robbing
    attack, assault, raid; attacks raids
    explode, detonate; blast explosion explosions
    evacuate; evacuation
    rescue, save
    fight fought fighting, battle
    apologise, apologize; apology
    leave left leaving, depart
    sign; signing
    sue, file filing; lawsuit suit
    suspend, halt; suspension
    agree; agreement deal accord pact
"""
"""A line each: base forms whose regular forms mean the same act, and other words that do."""

SAYING_NO_ACT = (
    AUXILIARIES
    | LIGHT
    | (SPOKEN - PERFORMED - HAPPENED)
    | (frozenset(REPORTING_VERBS) - HAPPENED - PERFORMED)
    | words(
        """am be become became go goes going gone get gets getting give gives giving have having hold holds keep keeps
        make makes making need needs put run runs see saw seen seem seems set take takes taking taken took think want
        wants work works worked know knew known become call called continue continued remain remained allow allowed let
        help helped look looked appear appeared happen happened happening occur occurred use used include included
        including total totaled totalled earn earned last rise rose risen rising raise raised climb climbed increase
        increased gain gained jump jumped surge surged soar soared fall fell fallen falling drop dropped slide slid
        plunge plunged tumble tumbled sink sank sunk lose lost losing end ended begin began begun start started finish
        finished left announced announce announces declared declare declares recommended recommend recommends
        testified testify testifies testifying"""
    )
)
"""Verbs that say little, that report, or by which anything may begin, end, rise or fall: said of many things."""


def forms(line: str) -> Iterator[str]:
    """The words of a line, base forms followed by their regular forms."""
    for entry in re.split("[,;]", line):
        base, *others = entry.split()
        yield from (base, *inflected(base), *others)


def _acts() -> dict[str, str]:
    """Each word of the table, with the first word of its line."""
    found: dict[str, str] = {}
    for line in SAME_ACTS.strip().splitlines():
        name = line.split(maxsplit=1)[0].strip(",;")
        for form in forms(line):
            found.setdefault(form, name)
    return found


ACT_OF = _acts()
"""The act that a word says, by its first name, where several words say the same."""

DONE = HAPPENED | PERFORMED
"""Past forms and participles of verbs that say what happened."""

SAYS_ACT = HAPPENED | PERFORMED | EVENTS | ACT_OF.keys()
"""Forms of words that say what happened."""
