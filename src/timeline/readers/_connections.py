"""Connections to public hosts alone: every address that a name stands for is looked at before it is connected to."""

from __future__ import annotations

import ipaddress
import socket
from typing import Any

from timeline.extras import need

TASK = "fetching from the network"
EXTRA = "web"

NAT64 = ipaddress.IPv6Network("64:ff9b::/96")
"""Addresses in which a translator finds one of IPv4 (RFC 6052)."""


class PrivateAddress(OSError):
    """A name stands for an address that is not public."""


def public_transport(*, allow_loopback: bool = False) -> Any:
    """
    An ``httpx`` transport that connects to public addresses only, whatever a redirect or the name server says.

    The address that was looked at is the one connected to, so that a name cannot stand for another one meanwhile. No
    proxy of the environment is used: it would connect for us.

    Args:
        allow_loopback: For tests: connect to this machine as well.

    Raises:
        MissingExtra: `httpx` is not installed.
    """
    httpx = need("httpx", extra=EXTRA, task=TASK)
    httpcore = need("httpcore", extra=EXTRA, task=TASK)

    transport = httpx.HTTPTransport(trust_env=False)
    transport._pool = httpcore.ConnectionPool(  # noqa: SLF001 - httpx takes no backend of connections
        ssl_context=httpx.create_ssl_context(trust_env=False), network_backend=_PublicHosts(httpcore, allow_loopback)
    )
    return transport


class _PublicHosts:
    """What ``httpcore`` connects with (its ``NetworkBackend``), held to public addresses."""

    def __init__(self, httpcore: Any, allow_loopback: bool) -> None:  # noqa: FBT001 - ours alone
        self._httpcore, self._allow_loopback = httpcore, allow_loopback
        self._backend = httpcore.SyncBackend()

    def connect_tcp(self, host: str, port: int, **options: Any) -> Any:
        """
        A connection to a host.

        Raises:
            httpcore.ConnectError: There is no such host, or one of its addresses is not public.
        """
        try:
            address = _address(host, port, allow_loopback=self._allow_loopback)
        except PrivateAddress as error:
            raise self._httpcore.ConnectError(str(error)) from error
        except OSError as error:
            raise self._httpcore.ConnectError(f"{host} is not known: {error.strerror or error}") from error
        return self._backend.connect_tcp(address, port, **options)


def _address(host: str, port: int, *, allow_loopback: bool) -> str:
    """
    The first address of a host.

    Raises:
        PrivateAddress: One of its addresses is not public.
        OSError: There is no such host.
    """
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    addresses = [str(address[4][0]).partition("%")[0] for address in found]
    for address in addresses:
        if not is_public(address, allow_loopback=allow_loopback):
            raise PrivateAddress(f"{host} is at a private address ({address}), which is not fetched from")
    return addresses[0]


def is_public(address: str, *, allow_loopback: bool = False) -> bool:
    """Whether an address may be connected to: a public one, and so are those that are written within it."""
    given = ipaddress.ip_address(address)
    within: list[Any] = [given]
    if isinstance(given, ipaddress.IPv6Address):
        embedded = ipaddress.IPv4Address(int(given) & 0xFFFFFFFF) if given in NAT64 else None
        within += [each for each in (given.ipv4_mapped, given.sixtofour, embedded) if each is not None]
        within = within[1:] if given.ipv4_mapped else within
        if given.teredo is not None:
            return False
    if allow_loopback and all(each.is_loopback for each in within):
        return True
    return all(each.is_global and not each.is_multicast and not each.is_reserved for each in within)
