"""Newsletters are read as articles, a message each."""

from __future__ import annotations

from datetime import UTC, date, datetime
from email import policy
from email.message import EmailMessage

import pytest

from growth import grows_with_length
from timeline import readers
from timeline.errors import InputError, UndatedArticle
from timeline.readers import mail

HTML = "<html><body><p>The pier of Port Ellis was closed on Monday.</p><p>Boats were lost.</p></body></html>"
SEEN = "The pier of Port Ellis was closed on Monday.\n\nBoats were lost."


def newsletter(plain=SEEN, html=None, **fields):
    message = EmailMessage(policy=policy.SMTP)
    stated = {
        "From": '"The Cape – Morning" <news@cape.example>', "Subject": "Pier closed: „Boats lost“",
        "Date": "Wed, 06 Mar 2024 07:30:00 +0100", "Message-ID": "<1@cape.example>",
    } | {name.replace("_", "-"): value for name, value in fields.items()}  # fmt: skip
    for name, value in stated.items():
        if value is not None:
            message[name] = value
    language = message["Content-Language"]
    message.set_content(plain, cte="quoted-printable")
    if language:
        message["Content-Language"] = language
    if html is not None:
        message.add_alternative(html, subtype="html", cte="base64")
    return message


def read(tmp_path, data, name="a.eml", **options):
    path = tmp_path / name
    path.write_bytes(data if isinstance(data, bytes) else data.as_bytes())
    return list(readers.read_articles([str(path)], **options))


def one(tmp_path, data, **options):
    (found,) = read(tmp_path, data, **options)
    return found


def test_a_newsletter_is_an_article(tmp_path):
    """
    Subject, sender, date and identifier are read, encoded words in them; the text is the plain part.
    """
    article = one(tmp_path, newsletter(html=HTML))
    assert ("1@cape.example", "Pier closed: „Boats lost“", "The Cape – Morning") == (
        article.key, article.title, article.source,
    )  # fmt: skip
    assert (datetime(2024, 3, 6, 6, 30, tzinfo=UTC), SEEN) == (article.published, article.text.strip())


def test_what_a_list_adds(tmp_path):
    """
    Of a list with a name the sender is the author; the address of the page and the language are read.
    """
    article = one(
        tmp_path,
        newsletter(
            From="Ann Lee <lee@cape.example>", List_Id="The Cape <daily.cape.example>",
            Archived_At="<https://cape.example/1>", Content_Language="en-GB, fr",
        ),
    )  # fmt: skip
    assert ("The Cape", ("Ann Lee",)) == (article.source, article.authors)
    assert ("https://cape.example/1", "en-GB") == (article.url, article.language)


PARTS = {
    "only HTML": (newsletter("", HTML), SEEN),
    "a plain part that says there is HTML": (
        newsletter("See https://cape.example/a-long-address", HTML),
        SEEN,
    ),
    "a plain part that says as much": (newsletter("Plain. " * 20, HTML), "Plain. " * 20),
}


@pytest.mark.parametrize(("message", "expected"), PARTS.values(), ids=PARTS)
def test_alternatives(tmp_path, message, expected):
    """
    The plain part is the text, unless it is hardly one.
    """
    assert expected.strip() == one(tmp_path, message).text.strip()


@pytest.mark.parametrize(
    "line",
    ["Unsubscribe", "View this email in your browser", "Manage your preferences", "Read more"],
)
def test_what_services_add_is_left_out(tmp_path, line):
    """
    Of HTML, what is put around a letter by those who send it is no text.
    """
    html = HTML.replace("</body>", f"<p>{line}</p><p>You are receiving this email because you signed up.</p></body>")
    assert SEEN == one(tmp_path, newsletter("", html)).text


def test_attachments_are_left_out(tmp_path):
    """
    Inline parts are read one behind the other, attached files and messages are not.
    """
    message = newsletter()
    message.add_attachment("Attached.", filename="a.txt")
    message.add_attachment(newsletter("Forwarded."))
    message.add_attachment("Boats.", disposition="inline")
    assert f"{SEEN}\n\nBoats." == one(tmp_path, message).text.strip()


HEAD = b"From: =?utf-8?q?Caf=C3=A9?= <a@cape.example>\r\nDate: Wed, 06 Mar 2024 07:30:00 -0000\r\nSubject: Pier\r\n"

WRITTEN = {
    "a charset": (b"Content-Type: text/plain; charset=iso-8859-15\r\n\r\nS\xe8te \xa4\r\n", "Sète €"),
    "a wrong charset": (b"Content-Type: text/plain; charset=utf-8\r\n\r\nS\xe8te\r\n", "Sète"),
    "an unknown charset": (b"Content-Type: text/plain; charset=rain\r\n\r\nS\xc3\xa8te\r\n", "Sète"),
    "no text's charset": (b"Content-Type: text/plain; charset=punycode\r\n\r\nRain-fell\r\n", "Rain-fell"),
    "no charset": (b"\r\nS\xc3\xa8te\r\n", "Sète"),
    "quoted": (b"Content-Transfer-Encoding: quoted-printable\r\n\r\nS=C3=A8te=\r\n wet =zz\r\n", "Sète wet =zz"),
    "flowed": (b"Content-Type: text/plain; format=flowed\r\n\r\nRain \r\nfell.\r\n\r\nSun.\r\n", "Rain fell.\n\nSun."),
    "flowed, blanks deleted": (
        b"Content-Type: text/plain; format=Flowed; delsp=yes\r\n\r\nRai \r\nn fell.\r\n", "Rain fell.",
    ),
    "multipart without parts": (b"Content-Type: multipart/mixed; boundary=b\r\n\r\nRain\r\n--b\r\n\r\nSun", "Sun"),
}  # fmt: skip


@pytest.mark.parametrize(("rest", "expected"), WRITTEN.values(), ids=WRITTEN)
def test_how_a_message_is_written(tmp_path, rest, expected):
    """
    Charsets, quoted-printable and flowed lines are read; what is stated wrongly is read as what it is.
    """
    article = one(tmp_path, HEAD + rest)
    assert ("Café", expected) == (article.source, article.text.strip())


def test_fields_that_are_not_ascii(tmp_path):
    """
    Fields in UTF-8 or Windows-1252, and encoded words that cannot be read, are taken as far as they go.
    """
    data = b"From: a@cape.example\nDate: 2024-03-06\nSubject: %b\n\nRain.\n"
    assert "Sète" == one(tmp_path, data % "Sète".encode()).title
    assert "Sète" == one(tmp_path, data % "Sète".encode("cp1252")).title
    assert "=?utf-8?b?a?=" == one(tmp_path, data % b"=?utf-8?b?a?=").title
    assert "a@cape.example" == one(tmp_path, data % b"Rain").source


def test_an_mbox(tmp_path):
    """
    Messages of an mbox are read one by one, a bad one is named by its number; a quoted line of theirs is no separator.
    """
    separator = b"From news@cape.example Wed Mar  6 07:30:00 2024\n"
    quoted = newsletter(f"From here on:\n\n>{separator.decode()}It ended.\n", Message_ID="<2@cape.example>")
    undated = newsletter(Date=None)
    data = b"".join(
        separator + each.as_bytes() + b"\n\n" for each in (newsletter(), undated, quoted, newsletter("x" * 9000))
    )
    first, second, third, fourth = read(tmp_path, data, "a.mbox", max_bytes=8000)
    assert ["1@cape.example", "2@cape.example"] == [first.key, third.key]
    assert f"{separator.decode()}It ended." in third.text
    assert isinstance(second, UndatedArticle)
    assert str(second).startswith(f"{tmp_path}/a.mbox, message 2: states no publication date")
    assert str(fourth).startswith(f"{tmp_path}/a.mbox, message 4: is longer than 8,000 bytes")


REFUSED = {
    "no message": (b"rain", "is not an e-mail message: it has neither sender, date nor subject."),
    "no text": (HEAD + b"\r\n \r\n", "has no text."),
    "a wrong date": (b"From: a@b\nDate: soon\n\nRain.", "publication date 'soon' is not a valid date"),
    "a date outside of time": (b"From: a@b\nDate: Wed, 06 Mar 99999 07:30:00 +0100\n\nRain.", "is not a valid date"),
    "too many parts": (HEAD + b"Content-Type: multipart/mixed; boundary=a\r\n" * 600, "has more than 500 parts"),
    "a head without end": (b"a: b\n" * 250_000, "has a head of more than a megabyte"),
    "too long": (HEAD + b"\r\n" + b"Rain. " * 2000, "is longer than 9,000 bytes"),
}


@pytest.mark.parametrize(("data", "sentence"), REFUSED.values(), ids=REFUSED)
def test_what_is_no_newsletter(tmp_path, data, sentence):
    """
    What cannot be read is one sentence.
    """
    limit = 9000 if "9,000" in sentence else 10**7
    error = one(tmp_path, data, max_bytes=limit)
    assert isinstance(error, InputError)
    assert sentence in str(error)


def test_nested_parts(tmp_path):
    """
    Parts within parts are read, or refused, in time that grows with their number.
    """

    def nested(depth):
        opened = b"".join(b'Content-Type: multipart/mixed; boundary="%d"\n\n--%d\n' % (at, at) for at in range(depth))
        return HEAD + opened + b"\nRain." + b"\n" * depth

    (found,) = read(tmp_path, nested(400), published=date(2024, 3, 6))
    assert isinstance(found, InputError) or "Rain." == found.text
    assert grows_with_length(lambda data: read(tmp_path, data), [nested(count) for count in (10, 20, 40)])


def test_known_by_its_beginning():
    """
    Fields that nothing else has, or an mbox's separator, tell mail; a text with a header is not.
    """
    assert mail.looks_like(newsletter().as_bytes())
    assert mail.looks_like(b"From a@cape.example Wed Mar  6 07:30:00 2024\n")
    assert not mail.looks_like(b"Title: Pier\nDate: 2024-03-06\n\nMessage-ID: no.")
