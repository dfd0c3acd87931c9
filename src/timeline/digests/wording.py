"""Word what all formats say in the same way: how a time is known, what was cut, how much there is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.digests.digest import OccurrenceLine
from timeline.model.clause import reporting_words, with_subject
from timeline.model.periods import day_label

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date, datetime

    from timeline.digests.digest import Citation, Digest, Section, StatementLine

BASES = {
    "clause-timex": "dated in its clause",
    "sentence-timex": "dated in its sentence",
    "cue-timex": "dated beside the reporting verb",
    "reporting-verb": "as reported",
    "lede-day": "dated by the first paragraph",
    "publication": "dated by publication",
    "unread": "at a time that is not read",
}
"""How a time is known, in words."""

PRECISIONS = {"vague": "vague", "part-of-day": "to the part of the day"}
"""Precisions that are not worded ``to the <precision>``."""

LEGEND = (
    "“By” a day is on or before it, as the publication shows: the text does not say when. … marks where a sentence was "
    "cut. After ¶ stands the paragraph of the article."
)

_ENDS = tuple(".!?…:;\"'”’»)]")


def occurrence_text(entry: OccurrenceLine) -> str:
    """The words on one line, with … where a sentence of the body was cut at a clause border."""
    return clause_text(entry.text, entry.subject, entry.place)


def clause_text(words: str, subject: Sequence[str], place: str) -> str:
    """The same of words, the names behind a pronoun that opens them, and where they stand (headline, body, caption)."""
    text = with_subject(" ".join(words.split()), subject)
    if place != "body" or not text:
        return text
    return ("… " if text[0].islower() else "") + text + ("" if text.endswith(_ENDS) else " …")


def own_time(line: OccurrenceLine | StatementLine, section: Section) -> str | None:
    """The line's time, where it is not that of its section."""
    return None if line.when.label.lower() == section.label.lower() else line.when.label


def remarks(line: OccurrenceLine | StatementLine, section: Section, *, why: bool = False) -> list[str]:
    """
    What kind of line it is, how precise its time is, how that is known, why somebody corrected it, *why* it is here.

    What is usual is not said; nor is anything of what stands under "by" its publication day, as the legend says it; nor
    that a time was corrected, as the reason does.
    """
    when = line.when
    kinds = [line.modality, line.place] if isinstance(line, OccurrenceLine) else []
    precision = (
        [PRECISIONS.get(when.precision, f"to the {when.precision}")] if when.precision and not when.on_or_before else []
    )
    usual = when.basis == "publication" and own_time(line, section) is None
    basis = [] if usual or when.basis == "corrected" else [BASES.get(when.basis, when.basis)]
    scores = line_scores(line) if why and isinstance(line, OccurrenceLine) else None
    kept = [kind for kind in kinds if kind not in ("asserted", "body")]
    corrections = dict.fromkeys(f"corrected: {one.correction}" for one in line.citations if one.correction)
    return kept + precision + basis + [*corrections] + ([scores] if scores else [])


def places(line: OccurrenceLine | StatementLine) -> list[Citation]:
    """Where a line stands, each paragraph once: two statements of one sentence stand in one place."""
    found: dict[tuple[str, int], Citation] = {}
    for one in line.citations:
        found.setdefault((one.article.key, one.paragraph), one)
    return list(found.values())


def said_text(saying: StatementLine) -> tuple[str, str, str]:
    """
    The words on one line, as what stands before the speaker, the speaker, and what follows.

    The article's own sentence, behind the speaker's name in brackets where it has another word for them; where the log
    has no sentence, the speaker, the cue and what was said.
    """
    speaker = saying.speaker or ""
    if saying.sentence is None or not speaker:
        return "", speaker, f"{cue_text(saying)} {quote_text(saying)}"
    before, name, after = " ".join(saying.sentence.split()).partition(speaker)
    return (before, name, after) if name else ("", f"[{speaker}]", f" {before}")


def cue_text(saying: StatementLine) -> str:
    """What stands between speaker and quote: the cue as it is, with a colon before words that were all quoted."""
    cue = reporting_words(saying.cue)
    return f" {cue}" if cue and saying.manner != "direct" else f" {cue}:" if cue else ":"


def quote_text(saying: StatementLine) -> str:
    """The words said, on one line; in quotation marks when every word is quoted and the text's marks stand outside."""
    quote = " ".join(saying.quote.split())
    bare = saying.manner == "direct" and not quote.startswith(tuple("\"'“‘«"))
    return f"“{quote}”" if bare else quote


def counts(digest: Digest) -> list[str]:
    """How much there is, and as of when."""
    entries = sum(len(section.occurrences) for section in digest.sections)
    statements = sum(len(section.statements) for section in digest.sections)
    parts = [(len(digest.articles), "article"), (entries, "occurrence"), (statements, "statement")]
    request = digest.request
    known = [] if request.as_of is None else [f"as of {moment_label(request.as_of)}"]
    known += [] if request.reported_until is None else [f"printed by {moment_label(request.reported_until)}"]
    fresh = [] if request.recorded_after is None else [f"recorded after {moment_label(request.recorded_after)} UTC"]
    return [_count(count, name) for count, name in parts] + known + fresh


def empty_text(digest: Digest) -> str:
    """What is said instead of sections."""
    return (
        "Nothing is dated in this range."
        if digest.request.recorded_after is None
        else "Nothing new is dated in this range."
    )


def section_scores(section: Section) -> str | None:
    """Why this stretch of time was chosen; None when nothing was, or nobody asked."""
    salience = section.salience
    if salience is None:
        return None
    mentions = "mentions" if salience.articles == 1 else "mention"
    return (
        f"rank {salience.rank}, salience {salience.score:g}: {_count(salience.articles, 'article')} {mentions} it, "
        f"{salience.later:,} of them later"
    )


def line_scores(entry: OccurrenceLine) -> str | None:
    """Why this line was chosen; None when nothing was."""
    choice = entry.choice
    if choice is None:
        return None
    candidates = _count(choice.candidates, "candidate")
    return f"rank {choice.rank} of {candidates}, centroid gain {choice.gain:+.3f} to {choice.score:.3f}"


def _count(count: int, name: str) -> str:
    return f"{count:,} {name}{'' if count == 1 else 's'}"


def moment_label(moment: date | datetime) -> str:
    """``13 August 2024``, or ``13 August 2024, 23:00`` UTC."""
    clock = f", {moment:%H:%M}" if f"{moment:%H:%M:%S}" != "00:00:00" else ""
    return day_label(moment) + clock
