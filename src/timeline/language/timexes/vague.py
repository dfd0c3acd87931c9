"""Rules for now, recently and soon: times with an open end, never an invented one."""

from __future__ import annotations

from datetime import timedelta

from timeline.language import calendar
from timeline.language.calendar import midnight
from timeline.language.lexicon.times import UNITS
from timeline.language.timexes.context import Found, Meaning
from timeline.language.timexes.grammar import Rule
from timeline.model.interval import Interval

RECENT_UNITS = 3
"""``recent months`` are the last three."""


def present(found: Found) -> Meaning | None:
    """Now: the publication day."""
    today = midnight(found.day)
    return Meaning("DATE", "PRESENT_REF", Interval(today, today + timedelta(days=1), "vague"))


def past(found: Found) -> Meaning | None:
    """Recently: up to the publication day."""
    return Meaning("DATE", "PAST_REF", Interval(None, midnight(found.day) + timedelta(days=1), "vague"))


def recent(found: Found) -> Meaning | None:
    """``recent months``: up to the publication day, from three of them before."""
    start = midnight(calendar.shifted(found.day, -RECENT_UNITS, UNITS[found["plural"]]))
    return Meaning("DATE", "PAST_REF", Interval(start, midnight(found.day) + timedelta(days=1), "vague"))


def soon(found: Found) -> Meaning | None:
    """From the publication day on; what was soon to come in a story of the past, told on by *Soon*, is not ahead."""
    is_told_on = found.is_capitalised and not found.is_future
    return None if found.tense < 0 or is_told_on else future(found)


def future(found: Found) -> Meaning | None:
    """From the publication day on."""
    return Meaning("DATE", "FUTURE_REF", Interval(midnight(found.day), None, "vague"))


VAGUE_RULES = (
    Rule("recent_units", r"(?:the )?recent <plural>(?: and <plural>)?(?= *)", recent),
    Rule("recent_times", r"recent times|the recent past", past),
    Rule("coming_units", r"(?:the )?(?:coming|upcoming) <plural>|(?:the )?<plural> (?:ahead(?! of\b)|to come)", future),
    Rule(
        "present",
        r"(?:right )?now(?!-\w)|currently|at the moment|at present|at (?:this|the present) (?:time|moment)|these days"
        r"|nowadays|(?:the )?present day",
        present,
    ),
    Rule(
        "past",
        r"(?:more |most )?recently(?! as\b)|@(in)the past(?! (?:<:number>|few|several|couple|tense)\b)|past years",
        past,
    ),
    Rule(
        "future",
        r"(?:the )?(?:near|foreseeable|distant|immediate)~(?:future|term)|the future(?! (?:of|holds?)\b)"
        r"|@(will|would|may|might|could)one day"
        r"|@(at|until|to)a later (?:date|time|stage)|@(in)future(?= *[.,;\n])|as soon as possible"
        r"|(?:the )?(?:near|short) term(?=[.,;])",
        future,
    ),
    Rule("soon", r"soon(?!-| (?:as|after|enough)\b)", soon),
)
