"""Read WebVTT subtitles: a broadcast is an article, and each change of voice begins a paragraph."""

import html
import re

SUFFIXES = (".vtt",)
"""Files with these endings are read here."""

DATE = re.compile(r"^Date: *(\S.*)$", re.MULTILINE)
VOICE = re.compile(r"<v[.\w]* ([^>]+)>")
TAG = re.compile(r"<[^>]*>")


def looks_like(beginning):
    """Whether a file whose name says nothing begins as ours do."""
    return beginning.startswith(b"WEBVTT")


def read_articles(stream, context):
    """The article of a file; a title may stand behind WEBVTT, `Date: 2026-03-04` below it."""
    data = stream.read(context.max_bytes + 1)
    if len(data) > context.max_bytes:
        yield context.too_long()
        return
    head, *blocks = re.split(r"\n[ \t]*\n", context.decode(data).replace("\r\n", "\n").strip())
    if not head.startswith("WEBVTT"):
        yield context.error("does not begin with WEBVTT: it holds no subtitles.", 1)
        return
    stated = {"title": head.partition("\n")[0].removeprefix("WEBVTT").strip(" -\t")}
    if date := DATE.search(head):
        stated["published"] = date[1]
    yield context.article(stated, "\n\n".join(paragraphs(blocks)))


def paragraphs(blocks):
    """What each voice says in one go, behind its name; notes and styles have no time and are left out."""
    spoken = []
    for block in blocks:
        _, timed, words = block.partition(" --> ")
        if not timed:
            continue
        words = " ".join(words.split("\n")[1:])
        voice = VOICE.search(words)
        name = voice[1].strip() if voice else ""
        words = html.unescape(TAG.sub("", words)).strip()
        if spoken and spoken[-1][0] == name:
            spoken[-1][1].append(words)
        else:
            spoken.append((name, [words]))
    return [f"{name}: {' '.join(words)}" if name else " ".join(words) for name, words in spoken]
