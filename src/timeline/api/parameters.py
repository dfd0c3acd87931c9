"""
What the methods of `timeline.Timeline` can be asked by name, as type checkers and editors read it.

Written by ``python tests/signatures.py`` from the headers of the views: change those.
"""

from __future__ import annotations

from datetime import date
from typing import TypedDict

Moment = str | date
"""A day or a moment: ``2026-03-01``, ``2026-03-01T12:00``, a date or a datetime."""

Texts = str | list[str] | tuple[str, ...]
"""One text, or several of which at least one is wanted."""

Value = Moment | Texts | int | list[date] | None
"""Whatever a view can be asked by."""


class Clocks(TypedDict, total=False):
    """
    Of all that can be asked.

    Attributes:
        as_of: What the log held at that moment; a day means its end, UTC.
        reported_until: Only what had been printed by that moment.
        limit: Only so many rows.
    """

    as_of: Moment | None
    reported_until: Moment | None
    limit: int | None


class TimelineParameters(Clocks, total=False):
    """
    Of `Timeline.timeline`.

    Attributes:
        since: First day it may have happened.
        until: Last day it may have happened.
        speaker: Someone who speaks in the same paragraph.
        publisher: Part of the outlet's name.
        story: Keys of the articles of one story.
        about: At least one of these words or phrases.
        and_about: And all of these there, too.
        not_about: And none of these.
        place: Part of the name of a place where it happens.
        kind: Of these kinds: happening, planned, state, speech, boilerplate.
        min_salience: Per mille; null: what counts as a happening, or all of the kinds asked for.
        min_confidence: Per mille.
        min_sources: Only what so many articles tell that print no copy of each other.
    """

    since: Moment | None
    until: Moment | None
    speaker: str | None
    publisher: str | None
    story: Texts | None
    about: Texts | None
    and_about: Texts | None
    not_about: Texts | None
    place: str | None
    kind: Texts | None
    min_salience: int | None
    min_confidence: int | None
    min_sources: int | None


class StatementsParameters(Clocks, total=False):
    """
    Of `Timeline.statements`.

    Attributes:
        since: First day it may have been said.
        until: Last day it may have been said.
        speaker: Part of one of the speaker's names or of the words that name them.
        publisher: Part of the outlet's name.
        story: Keys of the articles of one story.
        about: At least one of these, in what was said or in the names of whom it is about.
        and_about: And all of these there, too.
        not_about: And none of these.
        person: The name of a person, whole, that it is by or about.
        min_confidence: Per mille.
        unsaid: Also what the article does not say was said: unsaid, asked or conditional.
        begins_by: Only what was, or began to be, said by that moment; a day means its end, UTC.
    """

    since: Moment | None
    until: Moment | None
    speaker: str | None
    publisher: str | None
    story: Texts | None
    about: Texts | None
    and_about: Texts | None
    not_about: Texts | None
    person: str | None
    min_confidence: int | None
    unsaid: bool | None
    begins_by: str | None


class SpeakersParameters(Clocks, total=False):
    """
    Of `Timeline.speakers`.

    Attributes:
        since: First day something may have been said.
        until: Last day something may have been said.
        speaker: Part of one of the person's names.
        publisher: Part of the outlet's name.
        story: Keys of the articles of one story.
        about: At least one of these, in what was said or in the names of whom it is about.
        and_about: And all of these there, too.
        not_about: And none of these.
    """

    since: Moment | None
    until: Moment | None
    speaker: str | None
    publisher: str | None
    story: Texts | None
    about: Texts | None
    and_about: Texts | None
    not_about: Texts | None


class WhoParameters(Clocks, total=False):
    """
    Of `Timeline.who`.

    Attributes:
        since: First day it may have been said.
        until: Last day it may have been said.
        publisher: Part of the outlet's name.
        story: Keys of the articles of one story.
        about: At least one of these, in what was said or in the names of whom it is about.
        and_about: And all of these there, too.
        not_about: And none of these.
        min_confidence: Per mille.
        begins_by: Only what was, or began to be, said by that moment; a day means its end, UTC.
    """

    since: Moment | None
    until: Moment | None
    publisher: str | None
    story: Texts | None
    about: Texts | None
    and_about: Texts | None
    not_about: Texts | None
    min_confidence: int | None
    begins_by: str | None


class FiguresParameters(Clocks, total=False):
    """
    Of `Timeline.figures`.

    Attributes:
        since: First day it may have been so.
        until: Last day it may have been so.
        publisher: Part of the outlet's name.
        place: Part of the name of a place where it is so.
        story: Keys of the articles of one story.
        about: At least one of these words or phrases in the clause, or in the headline.
        and_about: And all of these there, too.
        not_about: And none of these.
    """

    since: Moment | None
    until: Moment | None
    publisher: str | None
    place: str | None
    story: Texts | None
    about: Texts | None
    and_about: Texts | None
    not_about: Texts | None


class ConflictsParameters(Clocks, total=False):
    """
    Of `Timeline.conflicts`.

    Attributes:
        since: First day it may have been so.
        until: Last day it may have been so.
        publisher: Part of the name of the outlet that stated one of them.
        place: Part of the name of a place where it is so.
        story: Keys of the articles of one story.
        about: At least one of these words or phrases in the clause, or in the headline.
        and_about: And all of these there, too.
        not_about: And none of these.
    """

    since: Moment | None
    until: Moment | None
    publisher: str | None
    place: str | None
    story: Texts | None
    about: Texts | None
    and_about: Texts | None
    not_about: Texts | None


class StoriesParameters(Clocks, total=False):
    """
    Of `Timeline.stories`.

    Attributes:
        since: A day of it, or a later one.
        until: A day of it, or an earlier one.
        publisher: Part of the name of an outlet that reports it.
        story: Keys of the articles of one story.
        about: At least one of these words or phrases in a headline.
        and_about: And all of these in the headlines, too.
        not_about: And none of these.
        min_articles: Only what so many articles report.
    """

    since: Moment | None
    until: Moment | None
    publisher: str | None
    story: Texts | None
    about: Texts | None
    and_about: Texts | None
    not_about: Texts | None
    min_articles: int | None


class PeopleParameters(Clocks, total=False):
    """
    Of `Timeline.people`.

    Attributes:
        since: First day it may have been said.
        until: Last day it may have been said.
        person: Part of one of the person's names.
    """

    since: Moment | None
    until: Moment | None
    person: str | None


class ArticlesParameters(Clocks, total=False):
    """
    Of `Timeline.articles`.

    Attributes:
        since: First day of publication.
        until: Last day of publication.
        publisher: Part of the outlet's name.
        story: Keys of the articles of one story.
        speaker: Someone who speaks in it.
        about: At least one of these words or phrases in title or text.
        and_about: And all of these there, too.
        not_about: And none of these.
    """

    since: Moment | None
    until: Moment | None
    publisher: str | None
    story: Texts | None
    speaker: str | None
    about: Texts | None
    and_about: Texts | None
    not_about: Texts | None


class ActivityParameters(Clocks, total=False):
    """
    Of `Timeline.activity`.

    Attributes:
        since: First day.
        until: Last day.
        publisher: Part of the outlet's name.
        story: Keys of the articles of one story.
    """

    since: Moment | None
    until: Moment | None
    publisher: str | None
    story: Texts | None


class DiffParameters(TypedDict, total=False):
    """
    Of `Timeline.diff`.

    Attributes:
        reported_until: Only what had been printed by that moment.
        printed_after: Instead of the earlier moment: what had been printed at another.
        since: First day it may have happened, been said or printed.
        until: Last day.
        speaker: Part of one of the speaker's names or of the words that name them.
        publisher: Part of the outlet's name.
        story: Keys of the articles of one story.
        about: At least one of these words or phrases, before or after.
        and_about: And all of these there, too.
        not_about: And none of these.
        article: Key of an article: only in it.
        change: New, gone or changed: only that.
        kind: Article, statement or happening: only that.
        limit: Only so many rows.
    """

    reported_until: Moment | None
    printed_after: Moment | None
    since: Moment | None
    until: Moment | None
    speaker: str | None
    publisher: str | None
    story: Texts | None
    about: Texts | None
    and_about: Texts | None
    not_about: Texts | None
    article: str | None
    change: str | None
    kind: str | None
    limit: int | None


class CopiesParameters(Clocks, total=False):
    """
    Of `Timeline.copies`.

    Attributes:
        since: First day of publication.
        until: Last day of publication.
        publisher: Part of the outlet's name.
        article: Key of one of the two.
        kind: Of these kinds: copy, update, series.
    """

    since: Moment | None
    until: Moment | None
    publisher: str | None
    article: str | None
    kind: Texts | None


class LogParameters(TypedDict, total=False):
    """
    Of `Timeline.log`.

    Attributes:
        as_of: Up to this moment; a day means its end, UTC.
        reported_until: Only what had been printed by that moment.
        since: First day it may have happened.
        until: Last day it may have happened.
    """

    as_of: Moment | None
    reported_until: Moment | None
    since: Moment | None
    until: Moment | None
