"""Reports of one happening are linked when they are appended, and all of them by a relink; people decide otherwise."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path

import pytest
from freezegun import freeze_time
from hypothesis import given, settings, strategies
from reported import DAY, report

import timeline
from commands import run
from timeline.errors import NotFound, QueryError
from timeline.stories.happening_groups import happenings

POST = """\
The ferry Alder sank off Lindow on Monday, with 212 people aboard. Police arrested the captain, Jo Brook, on Tuesday.

Divers recovered 17 bodies on Tuesday."""
DAILY = """\
Jo Brook, the captain of the ferry Alder that sank off Lindow, was arrested by police on Tuesday.

The ferry Alder sank on Monday off Lindow with about 230 people aboard."""
WEEKLY = """\
The ferry Alder sank off Lindow on Monday with 212 people aboard. The operator halted all crossings."""
TEXTS = {"post": ("2026-03-03", POST), "daily": ("2026-03-04", DAILY), "weekly": ("2026-03-05", WEEKLY)}
SANK = "The ferry Alder sank off Lindow on Monday, with 212 people aboard."
ARRESTED = "Police arrested the captain, Jo Brook, on Tuesday."


def article(of: str, **given: str) -> timeline.Article:
    """One of three reports on a ferry."""
    published, text = TEXTS[of]
    values = {"key": of, "published": published, "text": text, "source": of.title(), "title": "Ferry Alder sinks"}
    return timeline.Article(**values | given)


def rows(log: timeline.Timeline, **asked: object) -> dict[str, set[str]]:
    """The words of each row of the timeline, with the outlets that tell of it."""
    return {row.text: set(row.sources) for row in log.timeline(**asked)}


def event(log: timeline.Timeline, text: str, key: str) -> str:
    """The id of the event with these words of an article."""
    told = log.event_log.read("article = $key and type = 'occurrence_reported'", key=key)
    (row,) = [row for row in told if json.loads(row.data)["text"].startswith(text)]
    return str(row.event_id)


@pytest.fixture
def log(tmp_path):
    """A timeline of three reports on a ferry."""
    made = timeline.open(tmp_path / "log.duckdb")
    with freeze_time("2026-03-06"):
        made.append(map(article, TEXTS))
    return made


def test_what_several_articles_tell_is_one_row(log):
    """
    A row has the words of one that says when, and cites every report; what only one tells stands for itself.
    """
    told = rows(log)
    assert {"Post", "Daily", "Weekly"} == told[SANK]
    assert {"Post", "Daily"} <= told[ARRESTED]
    assert {"Post"} == told["Divers recovered 17 bodies on Tuesday."]
    (sank,) = [row for row in log.timeline() if row.text == SANK]
    assert (3, 3, "post", "Post") == (sank.articles, len(sank.event_ids), sank.article, sank.publisher)
    assert str(sank.event_id) in map(str, sank.event_ids)
    assert "Post" in sank.citation
    assert log.verify().ok
    assert all(found.agrees for found in log.rebuild(check=True))


def test_links_say_by_whom_and_why(log):
    """
    A link is an event in the stream of its happening, with the linker's version and the rule.
    """
    links = log.event_log.read("type = 'occurrences_linked'")
    assert {("happenings", 4)} == {(row.extractor, row.extractor_version) for row in links}
    assert {f"happening/{event(log, text, 'post')}" for text in (SANK, ARRESTED)} == {row.stream for row in links}
    assert {"words"} == {row.rule for row in links}


def test_articles_that_come_one_by_one_are_linked_as_well(tmp_path, log):
    """
    What is appended later is linked with what is there, whichever was printed first; a relink finds nothing to change.
    """
    other = timeline.open(tmp_path / "other.duckdb")
    for key in TEXTS:
        other.append(article(key))
    assert rows(log) == rows(other)
    assert 0 == other.relink()


@settings(max_examples=4, deadline=None)
@given(strategies.permutations(sorted(TEXTS)))
def test_order_of_arrival_does_not_matter_after_relink(keys):
    """
    Whatever comes first, a relink finds the same happenings, known by the same reports.
    """
    with tempfile.TemporaryDirectory() as folder:
        log = timeline.open(Path(folder) / "log.duckdb")
        for key in keys:
            log.append(article(key))
        log.relink()
        heads = {event(log, SANK, "post"), event(log, ARRESTED, "post")}
        assert heads == {str(row.happening) for row in log.run("happenings")}
        assert 0 == log.relink()


@given(strategies.randoms(use_true_random=False))
def test_order_of_reports_does_not_matter(random):
    """
    Groups are the same for reports in any order.
    """
    texts = [SANK, ARRESTED, "The ferry sank off Lindow.", "Brook was arrested by police on Tuesday.", "Snow fell."]
    reports = [report(text, article=str(number), place=number) for number, text in enumerate(texts)]
    expected = happenings(reports)
    random.shuffle(reports)
    assert expected == happenings(reports)


def test_reports_that_contradict_each_other_are_kept_apart():
    """
    What each of two is like does not join them when they name different days.
    """
    days = [report(f"{SANK[:-1]} on March {day}.", article=str(day)) for day in (4, 5)]
    between = report(SANK, article="x", at=DAY)
    assert 2 == len(happenings([*days, between]))
    assert 1 == len(happenings([days[0], between]))


def test_as_of_and_reported_until_hold(log):
    """
    What was not recorded, or not printed, is no report of a happening yet.
    """
    assert {} == rows(log, as_of="2026-03-05")
    assert {"Post", "Daily"} == rows(log, reported_until="2026-03-04")[SANK]
    assert {"Post"} == rows(log, reported_until="2026-03-03")[SANK]


def test_so_many_sources(log):
    """
    Only what so many articles tell, on a timeline and in a digest.
    """
    assert {SANK} == set(rows(log, min_sources=3))
    assert {SANK, ARRESTED} == set(rows(log, min_sources=2))
    digest = log.digest(min_sources=3)
    assert SANK in digest
    assert ARRESTED not in digest


def test_digest_tells_a_happening_once(log):
    """
    A line cites all reports, in the words that the timeline has.
    """
    digest = log.digest()
    assert 0 == digest.count("sank on Monday off Lindow")
    assert f"{SANK} [1, ¶1]; [2, ¶2]; [3, ¶1]" in digest


def test_parted_report_stays_apart_until_that_is_retracted(log):
    """
    No relink brings it back, nor an earlier report of the happening.
    """
    with freeze_time("2026-03-07"):
        parted = log.part_happening(event(log, "The ferry Alder sank on Monday", "daily"), reason="Another ferry.")
    assert {"Post", "Weekly"} == rows(log)[SANK]
    assert {"Post", "Weekly", "Daily"} == rows(log, as_of="2026-03-06")[SANK]
    with freeze_time("2026-03-08"):
        log.append(article("post", key="early", source="Early", published="2026-03-02"))
        log.relink()
    assert {"Early", "Post", "Weekly"} in rows(log).values()
    with freeze_time("2026-03-09"):
        log.retract(parted, reason="The same ferry.")
    assert {"Early", "Post", "Weekly", "Daily"} in rows(log).values()


def test_report_that_a_happening_is_known_by_can_be_parted(log):
    """
    The others remain one.
    """
    log.part_happening(event(log, SANK, "post"), reason="A drill.")
    assert {"Post"} == rows(log)[SANK]
    assert {"Daily", "Weekly"} in rows(log).values()


def test_joined_happenings_are_one_until_that_is_retracted(log):
    """
    All reports of both are one row, whatever rules say; happenings that were joined can be joined again.
    """
    divers, sank, arrested = (event(log, text, "post") for text in ("Divers", SANK, ARRESTED))
    joined = log.join_happenings(divers, arrested, reason="One police report.", by="M. Ito")
    assert 3 == len(rows(log))
    log.join_happenings(arrested, sank, reason="One day.")
    log.relink()
    assert {SANK: {"Post", "Daily", "Weekly"}, "The operator halted all crossings.": {"Weekly"}} == rows(log)
    assert {"One police report.", "One day."} <= {each.reason for each in log.explain(sank).reports}
    log.retract(joined, reason="No.")
    assert 3 == len(rows(log))
    with pytest.raises(QueryError, match="tell of one happening already"):
        log.join_happenings(arrested, sank, reason="Again.")


def test_what_cannot_be_decided_is_refused(log):
    """
    Ids of no report, of several, and of what stands alone already.
    """
    divers = event(log, "Divers", "post")
    with pytest.raises(QueryError, match="stands alone"):
        log.part_happening(divers, reason="It is another.")
    with pytest.raises(NotFound, match="no report of a happening"):
        log.join_happenings("ffff", divers, reason="No.")
    with pytest.raises(QueryError, match="several events"):
        log.part_happening("", reason="No.")


def test_explain_shows_each_link_with_its_reason(capsys, log):
    """
    The report by which the happening is known, and for each other the rule, how alike it is, the verb and the names.
    """
    ended = run(capsys, "explain", event(log, SANK, "post"), "--db", log.path)
    lines = ended.out.splitlines()
    assert "one happening, told by 3 reports:" in lines
    assert any("(printed first; sank; " in line for line in lines)
    assert 2 == sum("(rule words, " in line and "% alike; sank; Alder" in line for line in lines)


def test_commands_decide(capsys, log):
    """
    `timeline happening` joins and parts, and tells the id of the decision.
    """
    divers, sank = event(log, "Divers", "post"), event(log, SANK, "post")
    ended = run(capsys, "happening", "join", divers, sank[:8], "--reason", "One report.", "--db", log.path)
    assert ended.out.startswith("joined by ")
    assert {"Post", "Daily", "Weekly"} == rows(log)[SANK]
    ended = run(capsys, "happening", "part", divers, "--reason", "Two.", "--db", log.path)
    assert ended.out.startswith("parted by ")
    ended = run(capsys, "show", "--min-sources", "3", "--db", log.path)
    assert 1 == len(ended.out.splitlines())


def test_revised_article_is_linked_by_its_new_text(log):
    """
    What it told before is no report any more, though a happening is known by it.
    """
    log.append(article("post", text=POST.replace("Divers recovered 17 bodies on Tuesday.", "The harbour closed.")))
    assert {"Post", "Daily", "Weekly"} == rows(log)[SANK]
    log.relink()
    assert {"Post", "Daily", "Weekly"} == rows(log)[SANK]
