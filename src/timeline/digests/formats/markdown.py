"""This file sets a digest in Markdown (CommonMark)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from timeline.digests.activity import blocks, in_words
from timeline.digests.wording import LEGEND, counts, introduced, nothing, own_time, quoted, remarks, shown, why_day
from timeline.model.periods import day_label

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from timeline.digests import Citation, Digest, Entry, Saying, Section, Source

_SPECIAL = re.compile(r"[\\`*\[\]]|<(?=[A-Za-z/!?])|(?<!\w)_|_(?!\w)|~(?=~)|&(?=#?\w+;)")
_OPENING = re.compile(r"^(?:([#+=>~-])|(\d{1,9})([.)]))(?=\s|$|[-=#+>~])")


def render(digest: Digest) -> str:
    """The digest as Markdown, ending with a newline."""
    parts = [f"# {escape(digest.title)}", f"_{' · '.join(counts(digest))}_"]
    if digest.activity and digest.sections:
        parts.append(f"`{blocks(digest.activity)}` _{in_words(digest.activity)}_")
    for section in digest.sections:
        parts.extend(_section(section, why=digest.request.why))
    if digest.sections:
        parts += ["---", f"_{LEGEND}_", "\n".join(_source(source) for source in digest.sources)]
        parts += _links(digest.sources)
    else:
        parts.append(nothing(digest))
    return "\n\n".join(parts) + "\n"


def escape(text: str) -> str:
    """The text on one line, such that Markdown shows it as it is."""
    line = _SPECIAL.sub(r"\\\g<0>", " ".join(text.split()))
    return _OPENING.sub(lambda found: f"\\{found[1]}" if found[1] else f"{found[2]}\\{found[3]}", line)


def _section(section: Section, *, why: bool) -> Iterator[str]:
    yield f"## {escape(section.label)}"
    if why and (reason := why_day(section)):
        yield f"_{reason}_"
    if section.entries:
        yield "\n".join(f"- {_entry(entry, section, why=why)}" for entry in section.entries)
    if section.statements:
        yield "\n>\n".join(f"> {_saying(saying, section)}" for saying in section.statements)


def _entry(entry: Entry, section: Section, *, why: bool) -> str:
    return f"{_own_time(entry, section)}{escape(shown(entry))} {_foot(entry, section, why=why)}"


def _saying(saying: Saying, section: Section) -> str:
    speaker = f"**{escape(saying.speaker)}**" if saying.speaker else "_not attributed_"
    between = introduced(saying)
    cue = between[: len(between) - len(between.lstrip())] + escape(between)
    return f"{_own_time(saying, section)}{speaker}{cue} {escape(quoted(saying))} {_foot(saying, section)}"


def _own_time(line: Entry | Saying, section: Section) -> str:
    own = own_time(line, section)
    return f"_{own}_ — " if own else ""


def _foot(line: Entry | Saying, section: Section, *, why: bool = False) -> str:
    """Where it stands, and how its time is known."""
    how = escape("; ".join(remarks(line, section, why=why)))
    return _cited(line.citations) + (f" _({how})_" if how else "")


def _cited(citations: Iterable[Citation]) -> str:
    """``[1] ¶3, 258–322; [2] ¶1, 0–40``."""
    return "; ".join(f"[{one.source.number}] ¶{one.paragraph}, {one.start}–{one.end}" for one in citations)


def _source(source: Source) -> str:
    title = escape(source.title or source.article)
    outlet = f"{escape(source.publisher)}, " if source.publisher else ""
    link = f" <{source.url}>" if _linked(source) else ""
    return f"{source.number}. {title} — {outlet}{day_label(source.published)}{link}"


def _links(sources: Iterable[Source]) -> list[str]:
    """Where the citations lead: with these, Markdown takes ``[1]`` for a link to the first article."""
    lines = [f"[{source.number}]: <{source.url}>" for source in sources if _linked(source)]
    return ["\n".join(lines)] if lines else []


def _linked(source: Source) -> bool:
    return source.url is not None and re.fullmatch(r"https?://[^\s<>\\]+", source.url) is not None
