"""Render a digest as an e-mail (RFC 5322, MIME): Markdown as plain text, and HTML beside it."""

from __future__ import annotations

import hashlib
from datetime import UTC
from email.message import EmailMessage
from email.policy import SMTP
from typing import TYPE_CHECKING

from timeline.digests.formats import html, markdown
from timeline.digests.identity import AUTHORITY, recorded_at, request_key
from timeline.model.visible_text import visible

if TYPE_CHECKING:
    from timeline.digests import Digest

SENDER = f"Timeline <digest@{AUTHORITY}>"


def render(digest: Digest) -> str:
    """
    The message in ASCII with CRLF, as it is sent or put into a mail folder.

    Its date is when the log recorded the last event told; its id and boundary come from what it says.
    """
    plain, page = markdown.render(digest), html.render(digest)
    name = hashlib.sha256(f"{request_key(digest)}\n{plain}\n{page}".encode(errors="replace")).hexdigest()[:32]
    message = EmailMessage(policy=SMTP)
    message["From"] = SENDER
    message["Date"] = recorded_at(digest).replace(tzinfo=UTC)
    message["Subject"] = visible(" ".join(digest.title.split()))
    message["Message-ID"] = f"<{name}@{AUTHORITY}>"
    message.set_content(plain.encode(errors="replace").decode(), cte="quoted-printable")
    message.add_alternative(page.encode(errors="replace").decode(), subtype="html", cte="quoted-printable")
    message.set_boundary(f"=_{name}")
    return message.as_string()
