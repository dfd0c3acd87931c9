"""What commands import on first use: everything that starting up can do without."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.plugins import lazy_module

if TYPE_CHECKING:
    import csv

    from rich import console as rich_console
    from rich import progress as rich_progress

    from timeline import events, exporters, extractors, json_text, readers
    from timeline.api import health
    from timeline.cli import heatmap, sending, table
    from timeline.digests import watching
    from timeline.events import catalogue, codec
    from timeline.ingest import appended, fetched
    from timeline.integrity import proofs, signing
    from timeline.language import written_times
    from timeline.model import moments, withdrawal
    from timeline.people import nearby
    from timeline.provenance import text_diff
    from timeline.store import sandbox, server_lock, upcasting
    from timeline.stories import essentials
    from timeline.web import serving
    from timeline.web.site import writing as site_writing
else:
    csv = lazy_module("csv")
    rich_console = lazy_module("rich.console")
    rich_progress = lazy_module("rich.progress")
    events = lazy_module("timeline.events")
    exporters = lazy_module("timeline.exporters")
    extractors = lazy_module("timeline.extractors")
    json_text = lazy_module("timeline.json_text")
    readers = lazy_module("timeline.readers")
    health = lazy_module("timeline.api.health")
    appended = lazy_module("timeline.ingest.appended")
    fetched = lazy_module("timeline.ingest.fetched")
    heatmap = lazy_module("timeline.cli.heatmap")
    sending = lazy_module("timeline.cli.sending")
    table = lazy_module("timeline.cli.table")
    catalogue = lazy_module("timeline.events.catalogue")
    codec = lazy_module("timeline.events.codec")
    proofs = lazy_module("timeline.integrity.proofs")
    signing = lazy_module("timeline.integrity.signing")
    moments = lazy_module("timeline.model.moments")
    nearby = lazy_module("timeline.people.nearby")
    written_times = lazy_module("timeline.language.written_times")
    text_diff = lazy_module("timeline.provenance.text_diff")
    essentials = lazy_module("timeline.stories.essentials")
    sandbox = lazy_module("timeline.store.sandbox")
    server_lock = lazy_module("timeline.store.server_lock")
    upcasting = lazy_module("timeline.store.upcasting")
    withdrawal = lazy_module("timeline.model.withdrawal")
    serving = lazy_module("timeline.web.serving")
    site_writing = lazy_module("timeline.web.site.writing")
watching = lazy_module("timeline.digests.watching")

__all__ = [
    "appended",
    "catalogue",
    "codec",
    "csv",
    "essentials",
    "events",
    "exporters",
    "extractors",
    "fetched",
    "health",
    "heatmap",
    "json_text",
    "moments",
    "nearby",
    "proofs",
    "readers",
    "rich_console",
    "rich_progress",
    "sandbox",
    "sending",
    "server_lock",
    "serving",
    "signing",
    "site_writing",
    "table",
    "text_diff",
    "upcasting",
    "watching",
    "withdrawal",
    "written_times",
]
