"""Fetch pages, feeds and sitemaps: politely, within limits, from public hosts alone."""

from __future__ import annotations

import tempfile
import time
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any
from urllib.parse import urljoin, urlsplit, urlunsplit

from attrs import Factory, define, evolve, field, frozen

from timeline.errors import InputError
from timeline.extras import DISTRIBUTION, need
from timeline.plugins import lazy_module
from timeline.readers._connections import EXTRA, TASK, public_transport

if TYPE_CHECKING:
    from collections.abc import Iterator
    from importlib import metadata
else:
    metadata = lazy_module("importlib.metadata")

MAX_REDIRECTS = 5
MAX_FETCHED_BYTES = 256_000_000
"""The most that is fetched from one address, decompressed."""
MAX_ROBOTS_BYTES = 512_000
MAX_SECONDS = 60.0
"""How long fetching from one address may take."""
SILENT_SECONDS = 10.0
"""How long a host may say nothing."""
PAUSE_SECONDS = 1.0
"""How long to wait between two requests to one host, unless its robots.txt asks for more."""
MAX_PAUSE_SECONDS = 30.0
PIECE_BYTES = 1 << 16

SUFFIXES = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "application/rss+xml": ".xml",
    "application/atom+xml": ".xml",
    "application/rdf+xml": ".xml",
    "application/xml": ".xml",
    "text/xml": ".xml",
    "application/feed+json": ".json",
    "application/json": ".json",
    "application/pdf": ".pdf",
    "text/plain": ".txt",
    "text/csv": ".csv",
    "application/x-ndjson": ".jsonl",
}
"""What a host calls the forms that are read, as suffixes of files."""


@frozen
class Validator:
    """
    What a host said of a version, with which it can be asked for a newer one (RFC 9110, 13.1).

    Attributes:
        etag, last_modified: As sent.
        articles: Keys of the articles that were read from it.
    """

    etag: str | None = None
    last_modified: str | None = None
    articles: tuple[str, ...] = ()


@frozen
class Fetched:
    """
    What was fetched from an address.

    Attributes:
        url: Where it was in the end, after redirects.
        file: It, on disk.
        suffix: Of its form, as the host calls it, else as the address ends.
        charset: Its encoding, as the host calls it.
        at: When, UTC.
    """

    url: str
    file: Path
    suffix: str
    charset: str | None
    at: datetime


class NotModified(Exception):
    """An address holds what it held before."""


@define
class Network:
    """
    Fetches for one run of a command.

    Attributes:
        follow: Fetch the pages that feeds and sitemaps name, too.
        max_pages: The most pages that are followed.
        known: Validators of what was fetched before, by address.
        fresh: Validators of what was fetched now.
        pause: Seconds between two requests to one host.
        allow_loopback: For tests: fetch from this machine.
    """

    follow: bool = False
    max_pages: int = 100
    known: dict[str, Validator] = Factory(dict)
    fresh: dict[str, Validator] = Factory(dict)
    pause: float = PAUSE_SECONDS
    allow_loopback: bool = False
    _client: Any = field(default=None, init=False)
    _robots: dict[str, Any] = field(factory=dict, init=False)
    _asked: dict[str, float] = field(factory=dict, init=False)

    @contextmanager
    def fetched(self, url: str) -> Iterator[Fetched]:
        """
        What an address holds, on disk for as long as the block lasts.

        Raises:
            InputError: It cannot be fetched, may not be, or is too much; the sentence says which and what to do.
            NotModified: It holds what it held when it was last fetched.
            MissingExtra: `httpx` or `protego` is not installed.
        """
        address = _checked(url, url)
        suffix = "".join(Path(urlsplit(address).path).suffixes[-2:])
        with tempfile.NamedTemporaryFile(prefix="timeline-", suffix=_safe(suffix)) as file:
            at = datetime.now(UTC)
            headers, final = self._get(address, file, url)
            file.flush()
            kind, _, rest = headers.get("content-type", "").partition(";")
            charset = rest.partition("charset=")[2].strip("\"' ;") or None
            form = SUFFIXES.get(kind.strip().lower()) or Path(urlsplit(final).path.removesuffix(".gz")).suffix.lower()
            self.fresh[url] = Validator(headers.get("etag"), headers.get("last-modified"))
            yield Fetched(final, Path(file.name), form, charset, at)

    def close(self) -> None:
        """Close its connections; it can be used on."""
        if self._client is not None:
            self._client.close()
            self._client = None

    def remember(self, url: str, articles: tuple[str, ...]) -> None:
        """Note which articles were read from an address; from none, or from pages that it names: it is asked anew."""
        if articles and url in self.fresh:
            self.fresh[url] = evolve(self.fresh[url], articles=articles)
        else:
            self.fresh.pop(url, None)

    def _get(self, address: str, file: IO[bytes], url: str) -> tuple[Any, str]:
        """Write to a file what an address holds, through redirects; returns the headers and the last address."""
        httpx = need("httpx", extra=EXTRA, task=TASK)
        deadline = time.monotonic() + MAX_SECONDS
        known = self.known.get(url, Validator())
        conditions = {"If-None-Match": known.etag, "If-Modified-Since": known.last_modified}
        headers = {name: value for name, value in conditions.items() if value}
        for _ in range(MAX_REDIRECTS + 1):
            self._wait_politely(address, url)
            try:
                with self._opened().stream("GET", address, headers=headers) as response:
                    if response.status_code == 304:
                        raise NotModified(url)
                    if response.is_redirect:
                        address = _checked(urljoin(address, response.headers["location"]), url)
                        continue
                    if response.status_code != 200:
                        raise InputError(f"the host answers {response.status_code} {response.reason_phrase}.", path=url)
                    _write(response, file, url, deadline, MAX_FETCHED_BYTES)
                    return response.headers, address
            except httpx.HTTPError as error:
                raise InputError(f"cannot be fetched ({_words(error)}).", path=url) from error
        raise InputError(f"leads on more than {MAX_REDIRECTS} times: give the address that it leads to.", path=url)

    def _wait_politely(self, address: str, url: str) -> None:
        """
        Wait until the host may be asked again.

        Raises:
            InputError: Its robots.txt does not allow it.
        """
        parts = urlsplit(address)
        host = f"{parts.scheme}://{parts.netloc}"
        if host not in self._robots:
            self._pause(host, self.pause)
            self._robots[host] = self._rules(host, url)
        if not self._robots[host].can_fetch(address, DISTRIBUTION):
            raise InputError(f"{host}/robots.txt does not allow programs to fetch it: save the page by hand.", path=url)
        self._pause(host, min(self._robots[host].crawl_delay(DISTRIBUTION) or self.pause, MAX_PAUSE_SECONDS))

    def _pause(self, host: str, seconds: float) -> None:
        time.sleep(max(0.0, self._asked.get(host, 0.0) + seconds - time.monotonic()))
        self._asked[host] = time.monotonic()

    def _rules(self, host: str, url: str) -> Any:
        """What a host allows (RFC 9309): everything if it has no robots.txt, nothing if it cannot be asked."""
        protego = need("protego", extra=EXTRA, task=TASK).Protego
        httpx = need("httpx", extra=EXTRA, task=TASK)
        address = f"{host}/robots.txt"
        try:
            for _ in range(MAX_REDIRECTS + 1):
                with self._opened().stream("GET", address) as response:
                    if response.is_redirect:
                        address = _checked(urljoin(address, response.headers["location"]), url)
                        continue
                    if response.status_code >= 500:
                        return protego.parse("User-agent: *\nDisallow: /")
                    if response.status_code != 200:
                        return protego.parse("")
                    with tempfile.TemporaryFile() as file:
                        _write(response, file, url, time.monotonic() + MAX_SECONDS, MAX_ROBOTS_BYTES)
                        file.seek(0)
                        return protego.parse(file.read().decode("utf-8", "replace"))
        except httpx.HTTPError as error:
            raise InputError(f"cannot be fetched ({_words(error)}).", path=url) from error
        return protego.parse("")

    def _opened(self) -> Any:
        if self._client is None:
            httpx = need("httpx", extra=EXTRA, task=TASK)
            self._client = httpx.Client(
                transport=public_transport(allow_loopback=self.allow_loopback),
                headers={"User-Agent": f"{DISTRIBUTION}/{metadata.version(DISTRIBUTION)}", "Accept-Encoding": "gzip"},
                timeout=SILENT_SECONDS,
                follow_redirects=False,
                trust_env=False,
            )
        return self._client


def is_address(name: str) -> bool:
    """Whether what a caller named is an address and no file."""
    return name.lower().startswith(("http://", "https://"))


def _checked(address: str, url: str) -> str:
    """
    An address without its fragment.

    Raises:
        InputError: It is no address of the web, or holds a name or password.
    """
    try:
        parts = urlsplit(address)
        is_web = parts.scheme in ("http", "https") and bool(parts.hostname) and (parts.port or 1) > 0
    except ValueError:
        is_web = False
    if not is_web:
        raise InputError(f"leads to {address[:80]!r}, which is no address of the web.", path=url)
    if parts.username is not None or parts.password is not None:
        raise InputError("holds a name or password, which would be kept in the log: leave it out.", path=url)
    return urlunsplit((parts.scheme, parts.netloc, parts.path or "/", parts.query, ""))


def _write(response: Any, file: IO[bytes], url: str, deadline: float, most: int) -> None:
    """
    Write a body to a file.

    Raises:
        InputError: It takes too long, is too much, or is compressed in a way that was not asked for.
    """
    if response.headers.get("content-encoding", "identity").strip().lower() not in ("identity", "gzip", "x-gzip", ""):
        raise InputError("is sent in an encoding that was not asked for: save the page by hand.", path=url)
    written = 0
    for piece in response.iter_bytes(PIECE_BYTES):
        written += len(piece)
        if written > most:
            raise InputError(f"is more than {most / 1e6:,.1f} MB: fetch it yourself and give the file.", path=url)
        if time.monotonic() > deadline:
            raise InputError(f"took more than {MAX_SECONDS:.0f} s to fetch: try again later.", path=url)
        file.write(piece)


def _safe(suffix: str) -> str:
    """A suffix that is one of a file, else none."""
    return suffix.lower() if len(suffix) <= 12 and suffix.replace(".", "").isalnum() else ""


def _words(error: Exception) -> str:
    return str(error).partition("\n")[0].rstrip(".") or type(error).__name__
