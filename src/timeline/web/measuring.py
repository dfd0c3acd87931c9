"""What a server has answered and how long that took, and how far its log goes, for Prometheus."""

from __future__ import annotations

from datetime import UTC, datetime
from time import perf_counter
from typing import TYPE_CHECKING

from prometheus_client import CollectorRegistry, Counter, Histogram, disable_created_metrics, generate_latest
from prometheus_client.core import GaugeMetricFamily

from timeline.errors import TimelineError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from starlette.types import ASGIApp, Message, Receive, Scope, Send

    from timeline.web.api.positions import Positions
    from timeline.web.api.streaming import Listeners

disable_created_metrics()  # type: ignore[no-untyped-call]  # when a counter began is of no use to who asks for rates

METHODS = frozenset(("GET", "HEAD", "POST"))
SECONDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.15, 0.25, 0.5, 1, 2.5, 5, 10, 30)
"""Up to which answers are counted together."""

OTHER = "other"
"""Methods and addresses that there are not, whatever they are called: what is counted apart must not grow."""


class Meters:
    """
    An application whose answers are counted.

    Args:
        app: It.
        known: The first parts of its addresses, as they are counted apart: ``/event``, ``/api/v1/timeline``.
        positions: How far the log goes.
        listeners: Who listen to it.
    """

    def __init__(
        self, app: ASGIApp, known: Callable[[str], str | None], positions: Positions, listeners: Listeners
    ) -> None:
        self.app, self._known, self.listeners = app, known, listeners
        self.registry = CollectorRegistry()
        self._requests = Counter(
            "timeline_http_requests",
            "Requests that were answered.",
            ("method", "path", "status"),
            registry=self.registry,
        )
        self._seconds = Histogram(
            "timeline_http_request_seconds", "Seconds from a request to the end of its answer, streams left out.",
            ("path",), buckets=SECONDS, registry=self.registry,
        )  # fmt: skip
        self.registry.register(_Log(positions, listeners))

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, and count it."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        began, path = perf_counter(), self._known(scope["path"]) or OTHER
        method = scope["method"] if scope["method"] in METHODS else OTHER
        is_stream = False

        async def counted(message: Message) -> None:
            nonlocal is_stream
            if message["type"] == "http.response.start":
                is_stream = any(value.startswith(b"text/event-stream") for _, value in message.get("headers", ()))
                self._requests.labels(method, path, str(message["status"])).inc()
            await send(message)

        try:
            await self.app(scope, receive, counted)
        finally:
            if not is_stream:
                self._seconds.labels(path).observe(perf_counter() - began)

    def text(self) -> bytes:
        """All of it, in the text format of Prometheus."""
        return generate_latest(self.registry)


class _Log:
    """How the log stands, looked at when it is asked for."""

    def __init__(self, positions: Positions, listeners: Listeners) -> None:
        self._positions, self._listeners = positions, listeners

    def collect(self) -> Iterator[GaugeMetricFamily]:
        """Gauges; of a log that cannot be read only that it cannot."""
        yield GaugeMetricFamily("timeline_log_listeners", "Who follows the log as a stream.", self._listeners.count)
        try:
            newest = self._positions.newest()
        except TimelineError:
            yield GaugeMetricFamily("timeline_log_readable", "1 when the log can be read, else 0.", 0)
            return
        yield GaugeMetricFamily("timeline_log_readable", "1 when the log can be read, else 0.", 1)
        yield GaugeMetricFamily("timeline_log_position", "Position of the last event.", newest.position)
        yield GaugeMetricFamily("timeline_log_bytes", "Size of the file, its journal included.", self._positions.size())
        if newest.position:
            age = datetime.now(UTC).replace(tzinfo=None) - newest.recorded_at
            about = "Seconds since the last event was recorded."
            yield GaugeMetricFamily("timeline_log_head_age_seconds", about, age.total_seconds())
