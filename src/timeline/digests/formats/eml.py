"""Render a digest as an e-mail (RFC 5322, MIME): Markdown as plain text, and HTML beside it."""

from __future__ import annotations

import hashlib
from datetime import UTC
from email.message import EmailMessage
from email.policy import SMTP
from typing import TYPE_CHECKING

from timeline.digests.formats import html, markdown
from timeline.digests.identity import AUTHORITY, recorded_at, request_key
from timeline.errors import QueryError
from timeline.model.visible_text import visible

if TYPE_CHECKING:
    from timeline.digests import Digest

SENDER = f"Timeline <digest@{AUTHORITY}>"


def render(digest: Digest) -> str:
    """
    The message in ASCII with CRLF, as it is sent or put into a mail folder.

    Its date is when the log recorded the last event told; its id and boundary come from what it says, and to whom.

    Raises:
        QueryError: Somebody whom it is to or from has no e-mail address.
    """
    asked = digest.request
    plain, page = markdown.render(digest), html.render(digest)
    mailed = "".join(f"\n{part}" for part in (*asked.to, asked.sender, asked.subject) if part)
    said = f"{request_key(digest)}\n{plain}\n{page}{mailed}"
    name = hashlib.sha256(said.encode(errors="replace")).hexdigest()[:32]
    message = EmailMessage(policy=SMTP)
    message["From"] = _addressed(asked.sender or SENDER)
    if asked.to:
        message["To"] = ", ".join(map(_addressed, asked.to))
    message["Date"] = recorded_at(digest).replace(tzinfo=UTC)
    message["Subject"] = visible(" ".join((asked.subject or digest.title).split()))
    message["Message-ID"] = f"<{name}@{AUTHORITY}>"
    message.set_content(plain.encode(errors="replace").decode(), cte="quoted-printable")
    message.add_alternative(page.encode(errors="replace").decode(), subtype="html", cte="quoted-printable")
    message.set_boundary(f"=_{name}")
    return message.as_string()


def _addressed(text: str) -> str:
    """
    An address, or several with commas between, as they were given.

    Raises:
        QueryError: It is none.
    """
    line = " ".join(text.split())
    probe = EmailMessage(policy=SMTP)
    probe["To"] = line
    read = probe["To"]
    if read.defects or not read.addresses or not all(one.username and "." in one.domain for one in read.addresses):
        raise QueryError(f"{line!r} is no e-mail address: write desk@example.org or Desk <desk@example.org>.")
    return line
