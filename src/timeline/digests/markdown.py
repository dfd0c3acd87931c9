"""This file sets a digest in Markdown (CommonMark)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from timeline.digests._periods import day_label
from timeline.digests._wording import LEGEND, counts, introduced, own_time, quoted, remarks, shown

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from timeline.digests import Citation, Digest, Entry, Saying, Section, Source

_SPECIAL = re.compile(r"[\\`*\[\]]|<(?=[A-Za-z/!?])|(?<!\w)_|_(?!\w)|~(?=~)|&(?=#?\w+;)")
_OPENING = re.compile(r"^(?:([#+=>~-])|(\d{1,9})([.)]))(?=\s|$|[-=#+>~])")


def render(digest: Digest) -> str:
    """The digest as Markdown, ending with a newline."""
    blocks = [f"# {escape(digest.title)}", f"_{' · '.join(counts(digest))}_"]
    for section in digest.sections:
        blocks.extend(_section(section))
    if digest.sections:
        blocks += ["---", f"_{LEGEND}_", "\n".join(_source(source) for source in digest.sources)]
    else:
        blocks.append("Nothing is dated in this range.")
    return "\n\n".join(blocks) + "\n"


def escape(text: str) -> str:
    """The text on one line, such that Markdown shows it as it is."""
    line = _SPECIAL.sub(r"\\\g<0>", " ".join(text.split()))
    return _OPENING.sub(lambda found: f"\\{found[1]}" if found[1] else f"{found[2]}\\{found[3]}", line)


def _section(section: Section) -> Iterator[str]:
    yield f"## {escape(section.label)}"
    if section.entries:
        yield "\n".join(f"- {_entry(entry, section)}" for entry in section.entries)
    if section.statements:
        yield "\n>\n".join(f"> {_saying(saying, section)}" for saying in section.statements)


def _entry(entry: Entry, section: Section) -> str:
    return f"{_own_time(entry, section)}{escape(shown(entry))} {_foot(entry, section)}"


def _saying(saying: Saying, section: Section) -> str:
    speaker = f"**{escape(saying.speaker)}**" if saying.speaker else "_not attributed_"
    between = introduced(saying)
    cue = between[: len(between) - len(between.lstrip())] + escape(between)
    return f"{_own_time(saying, section)}{speaker}{cue} {escape(quoted(saying))} {_foot(saying, section)}"


def _own_time(line: Entry | Saying, section: Section) -> str:
    own = own_time(line, section)
    return f"_{own}_ — " if own else ""


def _foot(line: Entry | Saying, section: Section) -> str:
    """Where it stands, and how its time is known."""
    how = escape("; ".join(remarks(line, section)))
    return _cited(line.citations) + (f" _({how})_" if how else "")


def _cited(citations: Iterable[Citation]) -> str:
    """``[1] ¶3, 258–322; [2] ¶1, 0–40``."""
    return "; ".join(f"[{one.source.number}] ¶{one.paragraph}, {one.start}–{one.end}" for one in citations)


def _source(source: Source) -> str:
    title = escape(source.title or source.article)
    outlet = f"{escape(source.publisher)}, " if source.publisher else ""
    link = f" <{source.url}>" if source.url and re.fullmatch(r"https?://[^\s<>]+", source.url) else ""
    return f"{source.number}. {title} — {outlet}{day_label(source.published)}{link}"
