"""Text that would control whoever shows it, a log full of it, and a terminal that notices."""

from __future__ import annotations

import json
import os
import pty
import re
import select
import sys
import threading
import tty

import timeline
from timeline import cli

ESCAPES = "\x1b]0;owned\x07\x1b[8m\x1b[2J"
"""Rename the window, ring, hide what follows, wipe the screen."""

C1 = "\x9d0;owned\x9c\x9b8m\x85"
"""The same in eight bits, and the next line."""

BIDI = "\u202eowned\u202c\u2066\u2067\u2068\u2069\u202a\u202b\u202d"

HOSTILE = f"owned {ESCAPES}{C1}{BIDI} \x08\x0c\r\x7f"

LEGITIMATE = "שלום עולם مرحبا 👩\u200d👩\u200d👧 e\u0301 ते\u200cजी"
"""Right to left, a family of joined emoji, a mark that combines, a joiner that does not join."""

UNSAFE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
COLOUR = r"(?:[0-79]|[349]\d|[34]8;5;\d+)"
DRAWN = re.compile(rf"\x1b\[{COLOUR}(?:;{COLOUR})*m|\x1b\[\?25[lh]|\r?\x1b\[(?:1A|2K)")
"""What tables and progress bars are drawn with: colours and weights other than hidden, the cursor, a line wiped."""

TEXT = f"""The pier of Port Ellis {HOSTILE} was closed on 4 March 2024 after a storm {LEGITIMATE} damaged it.

Mayor Ann Lee said: "The harbour {HOSTILE} will stay {LEGITIMATE} closed until Friday."

Bo Ray said on 4 March 2024 that 14 boats {BIDI} were lost.
"""


def articles(folder):
    """A file of articles in which all that can be stated is hostile."""
    stated = {"published": "2024-03-06", "source": f"Post {HOSTILE}", "title": f"Pier {HOSTILE}\nintact: 9 events"}
    first = {"id": "pier", "url": f"https://post.example/{BIDI}", "authors": [f"A. Writer {HOSTILE}"], "text": TEXT}
    again = {"id": "pier", "captured": "2024-03-08", "text": TEXT.replace("14 boats", f"15 boats {HOSTILE}")}
    other = {"id": f"key {HOSTILE}", "text": TEXT.replace("Friday", "Sunday")}
    path = folder / f"feed {ESCAPES.replace('/', '')}.jsonl"
    path.write_text("".join(json.dumps(stated | each) + "\n" for each in (first, again, other)), "utf-8")
    return path


def made_log(folder):
    """A log in which articles, reasons, names and decisions are hostile, and the ids of some events of it."""
    path = folder / "news.duckdb"
    log = timeline.open(path)
    log.append([articles(folder)])
    corrected, retracted, event = (str(row.event_id) for row in log.statements())
    log.correct(corrected, {"speaker": f"Lee {HOSTILE}"}, reason=HOSTILE, by=HOSTILE)
    log.retract(retracted, reason=f"wrong {HOSTILE}\ntimeline: all is well", by=HOSTILE)
    log.merge("Ann Lee", "Bo Ray", reason=HOSTILE, by=HOSTILE)
    log.watch(HOSTILE, from_start=True, about=["harbour"], by=HOSTILE)
    log.append([timeline.Article(key="erased", text=TEXT, published="2024-03-05")])
    log.erase("erased", reason=f"order {HOSTILE}\nintact: 9 events", by=HOSTILE)
    erased = next(row.event_id for row in log.log() if row.article == "erased")
    report, other = (str(row.event_id) for row in log.sql("select event_id from reports limit 2"))
    return path, {
        "EVENT": event, "CORRECTED": corrected, "RETRACTED": retracted, "ERASED": str(erased), "REPORT": report,
        "OTHER": other,
    }  # fmt: skip


def on_terminal(monkeypatch, *words):
    """Run a command line in this process on a terminal; returns its status and what the terminal was sent."""
    master, slave = pty.openpty()
    tty.setraw(slave)
    sent: list[bytes] = []
    ended = threading.Event()
    reader = threading.Thread(target=_read, args=(master, sent, ended))
    reader.start()
    with monkeypatch.context() as patch:
        for name in ("stdout", "stderr"):
            patch.setattr(sys, name, os.fdopen(os.dup(slave), "w", 1, encoding="utf-8"))
        os.close(slave)
        streams = [sys.stdout, sys.stderr]
        patch.setenv("TERM", "xterm-256color")
        patch.setenv("COLUMNS", "200")
        patch.delenv("NO_COLOR", raising=False)
        patch.setattr("timeline.cli.progress.DELAY_SECONDS", -1)
        try:
            status = cli.main([str(word) for word in words])
        finally:
            for stream in (sys.stdout, sys.stderr, *streams):
                stream.close()
            ended.set()
            reader.join()
            os.close(master)
    return status, b"".join(sent).decode("utf-8", "surrogateescape")


def _read(master, sent, ended):
    """Read until nothing more comes after the end; processes that outlive a command may hold the terminal open."""
    while True:
        over = ended.is_set()
        if select.select([master], [], [], 0.02)[0]:
            try:
                sent.append(os.read(master, 1 << 16))
            except OSError:  # the last who could write has gone
                return
        elif over:
            return


def controls(shown):
    """What controls a terminal in what it was sent, drawing left out."""
    return UNSAFE.findall(DRAWN.sub("", shown))
