"""Calls of the public face that type checkers accept, and others that they refuse: read by mypy, never run."""

from __future__ import annotations

from datetime import date

import timeline

log = timeline.open("news.duckdb")

log.timeline(since=date(2026, 3, 1), until="2026-03-02", about=["rain", "wind"], min_confidence=800, limit=5)
log.statements(speaker="Lind", as_of="2026-03-01T12:00", reported_until=None)
first: timeline.Rows = log.timeline()[:3]
log.timeline()[0].text.upper()
log.who("Lind", about="rain")
log.diff("2026-03-01", kind="statement", limit=3)
log.log(type="statement_reported", since="2026-03-01")
log.run("matrix", people=3, about=["rain"])
log.revisions("bridge", as_of="2026-03-01")
log.salient(3, period="week", why=True)
log.edition("morning", max_dates=3)
log.watch("rain", about="rain", not_about=["snow"], from_start=True)
log.mark_told(log.news("rain"))
log.digest("html", about=["rain"], and_about="Cork", not_about=("snow",), per_date=2)

log.watch("rain", since="2026-03-01")  # type: ignore[call-arg]
log.digest(spaeker="Lind")  # type: ignore[call-arg]
log.digest(max_dates="three")  # type: ignore[arg-type]
log.timeline()["text"]  # type: ignore[call-overload]
log.timeline(spaeker="Lind")  # type: ignore[call-arg]
log.timeline(min_confidence="high")  # type: ignore[arg-type]
log.statements(place="Cork")  # type: ignore[call-arg]
log.who("Lind", person="Lind")  # type: ignore[call-arg]
log.people(about=["rain"])  # type: ignore[call-arg]
log.diff("2026-03-01", kind=3)  # type: ignore[arg-type]
log.log(speaker="Lind")  # type: ignore[call-arg]
log.revisions("bridge", since="2026-03-01")  # type: ignore[call-arg]
log.salient(3, period="century")  # type: ignore[arg-type]
log.run("matrix", people=object())  # type: ignore[arg-type]
