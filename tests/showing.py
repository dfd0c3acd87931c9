"""The pages of a log at an address of this machine, and which of them there are to be looked at."""

from __future__ import annotations

import socket
from contextlib import contextmanager
from threading import Thread
from urllib.parse import quote

import uvicorn

from timeline.web.app import application

QUERY = "select speaker, count(*) as statements from statements group by speaker order by statements desc limit 8"


@contextmanager
def shown(log, **options):
    """The address at which a log is served for as long as the block lasts."""
    listening = socket.socket()
    listening.bind(("127.0.0.1", 0))
    served = application(log, hosts=("127.0.0.1",), **options)
    server = uvicorn.Server(uvicorn.Config(served, log_level="critical", lifespan="off"))
    thread = Thread(target=server.run, kwargs={"sockets": [listening]})
    thread.start()
    try:
        yield f"http://127.0.0.1:{listening.getsockname()[1]}"
    finally:
        server.should_exit = True
        thread.join()
        listening.close()


def editing_pages(log):
    """The same of the pages that only who may edit is shown, and of those that hold more for them."""
    event = told_by_several(log)
    return {
        "editing-event": f"/event/{event}",
        "editing-person": "/person/Mara%20Lund",
        "editing-story": "/story/alder-0",
        "editing-form": f"/do/join_happenings?event={event}",
        "editing-add": "/add",
    }


def told_by_several(log):
    """A report of what other articles report, too."""
    return next(row.event_id for row in log.timeline() if row.text.startswith("The ferry Alder sank three miles"))


def pages(log):
    """Addresses of all pages of the log of `pictured`, by what they are to be called."""
    event = next(row.event_id for row in log.timeline() if row.text.startswith("Police in Port Lindow"))
    stated = next(row.event_id for row in log.log() if row.type == "article_published")
    return {
        "timeline": "/",
        "timeline-lanes": "/?lanes=place&since=2024-08-05&until=2024-08-20",
        "timeline-filtered": "/?about=ferry&publisher=Northern+Wire&range=all",
        "timeline-nothing": "/?about=unicorns",
        "stories": "/stories",
        "story": "/story/alder-0",
        "people": "/people",
        "person": "/person/Mara%20Lund",
        "matrix": "/matrix",
        "articles": "/articles",
        "article": "/article/article",
        "article-revised": "/article/coast-daily",
        "event": f"/event/{event}",
        "event-stated": f"/event/{stated}",
        "digests": "/digests",
        "digest": "/digest/week/2024-08-12",
        "search": "/search?q=ferry",
        "sql": f"/sql?query={quote(QUERY)}",
        "sql-error": "/sql?query=selekt",
        "log": "/log",
        "help": "/help",
        "missing": "/nowhere",
    }
