"""People across articles: which names are one person's, who says so, and since when."""

from __future__ import annotations

import json
from datetime import date, datetime

import pytest
from freezegun import freeze_time

import timeline
from building import TEXT, article, extracted, said
from timeline.errors import NotFound, QueryError
from timeline.log.append import append_articles
from timeline.people import identities


@pytest.fixture
def log(tmp_path):
    """A timeline that does not exist yet."""
    return timeline.open(tmp_path / "log.duckdb")


def tell(log, key, *speakers, quote="the bridge is safe", **fields):
    """An article in which these people say the same, and the links that follow."""
    events = [said(speaker, quote, **fields) for speaker in speakers]
    append_articles(log.event_log, [extracted(article(key, source=f"Paper {key}"), *events)])
    return identities.relink(log.event_log)


def speakers(log, **parameters):
    """Who speaks, each once."""
    return sorted({row.speaker for row in log.statements(**parameters)})


def test_names_of_one_person_are_one_speaker_after_an_append(log):
    """
    Articles are linked as they come, by events with author, version, rule and confidence; again appends nothing.
    """
    tell(log, "a", "Volodymyr Zelenskyy")
    tell(log, "b", "Volodymyr Zelenskyy")
    (linked,) = tell(log, "c", "Volodymyr Zelensky")
    assert ["Volodymyr Zelenskyy"] == speakers(log) == speakers(log, speaker="zelensky")
    assert ("people", 2, "writing", 950) == (
        linked.extractor, linked.extractor_version, linked.rule, linked.confidence,
    )  # fmt: skip
    assert [] == identities.relink(log.event_log)
    assert log.verify().ok


def test_link_ends_when_a_second_bearer_appears(log):
    """
    A last name alone goes back to being its own when it may be somebody else's.
    """
    tell(log, "a", "Ada Wrenfield")
    tell(log, "b", "Wrenfield")
    assert ["Ada Wrenfield"] == speakers(log)
    tell(log, "c", "Bob Wrenfield")
    assert ["Ada Wrenfield", "Bob Wrenfield", "Wrenfield"] == speakers(log)


def test_merge_touches_no_article_and_can_be_taken_back(log):
    """
    What somebody decides holds from then on, wins over rules, and is undone by retracting it.
    """
    with freeze_time("2026-03-05"):
        tell(log, "a", "Ada Lund", "The Wolf")
    with freeze_time("2026-03-06"):
        merged = log.merge("Ada Lund", "The Wolf", reason="Her pen name.", by="M. Ito")
    assert ["Ada Lund"] == speakers(log)
    assert ["Ada Lund", "The Wolf"] == speakers(log, as_of="2026-03-05")
    assert [] == identities.relink(log.event_log)
    with freeze_time("2026-03-07"):
        log.retract(merged, reason="It was her sister's.")
    assert ["Ada Lund", "The Wolf"] == speakers(log)
    assert ["Ada Lund"] == speakers(log, as_of="2026-03-06")
    assert all(found.agrees for found in log.rebuild(check=True))


def test_split_in_one_article_leaves_the_others(log):
    """
    A name can be somebody else's in one article only, or everywhere, against the rules.
    """
    for key in "abc":
        tell(log, key, "Ada Wrenfield")
    tell(log, "d", "Wrenfield")
    log.split("Ada Wrenfield", into="Ada Wrenfield (rower)", article="b", reason="The rower.")
    assert {"a": "Ada Wrenfield", "b": "Ada Wrenfield (rower)", "c": "Ada Wrenfield", "d": "Ada Wrenfield"} == {
        row.article: row.speaker for row in log.run("statement_lines")
    }
    log.split("Wrenfield", into="Otto Wrenfield", reason="Her father.")
    assert [] == identities.relink(log.event_log)
    assert ["Ada Wrenfield", "Ada Wrenfield (rower)", "Otto Wrenfield"] == speakers(log)
    assert all(found.agrees for found in log.rebuild(check=True))


def test_name_of_two_people_stays_with_whom_it_is_merged_into(log):
    """
    The person's own name is not among those that a merge with somebody of that name brings.
    """
    for key, name in (("a", "Ada Lund"), ("b", "Ada Lund"), ("c", "Ada B. Lund")):
        tell(log, key, name)
    log.split("Ada Lund", into="The Rower", article="b", reason="A namesake.")
    log.merge("Ada B. Lund", "The Rower", reason="It was she.")
    (event,) = log.event_log.read("type = 'people_merged'")
    assert ["The Rower"] == json.loads(event.data)["names"]


def test_name_can_be_given_back_in_one_article(log):
    """
    Everywhere it is theirs already; in an article that there is not, nothing is anybody's.
    """
    tell(log, "a", "Ada Lund")
    log.split("Ada Lund", into="Ada Lund", article="a", reason="Asked and answered.")
    assert ["Ada Lund"] == speakers(log)
    with pytest.raises(QueryError, match="already a name of"):
        log.split("Ada Lund", into="Ada Lund", reason="The same.")
    with pytest.raises(NotFound):
        log.split("Ada Lund", into="Bo Ek", article="b", reason="Not there.")


def test_people_are_found_by_any_of_their_names(log):
    """
    A name as it is, in any case, or a part that one person alone has; else it says whom it may be.
    """
    tell(log, "a", "Ada Lund", "Bo Lundin")
    assert "Ada Lund" == identities.find(log.event_log, "ada lund") == identities.find(log.event_log, "Ada")
    with pytest.raises(QueryError, match=r"2 people \(Ada Lund, Bo Lundin\)"):
        identities.find(log.event_log, "lund")
    with pytest.raises(NotFound, match="nobody is called"):
        identities.find(log.event_log, "Cato")
    with pytest.raises(QueryError, match="already"):
        log.merge("Ada Lund", "ADA LUND", reason="The same.")


def test_said_again_is_one_line_with_all_citations(log):
    """
    The same words of one person within three days are one statement: the fullest wording, citations earliest first.
    """
    text = "The bridge will be closed until the end of May, the mayor said. The bridge will be closed."
    for key, day, quote in (
        ("a", "2026-03-04", "The bridge will be closed"),
        ("b", "2026-03-05", "The bridge will be closed until the end of May"),
        ("c", "2026-03-20", "The bridge will be closed"),
    ):
        given = article(key, text=text, published=day, source=key.upper())
        append_articles(
            log.event_log, [extracted(given, said("Ada Lund", quote, text=text, said_to=datetime.fromisoformat(day)))]
        )
    first, later = log.statements()
    assert ("The bridge will be closed until the end of May", 2) == (first.quote, first.articles)
    assert ["A, 2026-03-04", "B, 2026-03-05"] == [citation.split(", ¶")[0] for citation in first.citations]
    assert ("c", 1) == (later.article, later.articles)


def test_by_and_about_are_asked_together(log):
    """
    A statement is about those whom its content names, under any of their names.
    """
    append_articles(
        log.event_log,
        [extracted(article("a"), said("Ada Lund", about=("Bo Ek", "Oslo")), said("Bo Ek", about=("Ada Lund",)))],
    )
    log.merge("Bo Ek", "Oslo", reason="A nonsense that shows.")
    assert ["Ada Lund"] == speakers(log, about=["bo ek"]) == speakers(log, speaker="ada", about="bo ek")
    assert [["Bo Ek"]] == [row.about for row in log.statements(speaker="Ada Lund")]
    assert [("by", "Ada Lund"), ("about", "Bo Ek")] == [(row.part, row.speaker) for row in log.who("ada")]


def test_confidence_can_be_asked_for(log):
    """
    Only what was read with so much confidence is shown.
    """
    tell(log, "a", "Ada Lund", confidence=700)
    tell(log, "b", "Bo Ek", confidence=900)
    assert ["Bo Ek"] == speakers(log, min_confidence=800)


def test_matrix_counts_a_statement_once_a_day(log):
    """
    Speaker and day, those who say most first; told again is not said again.
    """
    text = f"{TEXT} Fish is cheap."
    for key in "ab":
        given = article(key, text=text)
        append_articles(
            log.event_log,
            [
                extracted(
                    given,
                    said("Ada Lund", text=text),
                    said("Bo Ek", text=text),
                    said("Bo Ek", "Fish is cheap", text=text),
                )
            ],
        )
    rows = [(row.speaker, row.day, row.statements) for row in log.run("matrix")]
    assert [("Bo Ek", date(2026, 3, 4), 2), ("Ada Lund", date(2026, 3, 4), 1)] == rows
    assert ["Bo Ek"] == [row.speaker for row in log.run("matrix", people=1)]


def test_roles_stand_with_their_source(log):
    """
    What an article calls somebody before or behind the name is listed with the place where it stood first.
    """
    text = "Norwegian minister Ada Lund said the bridge is safe. Bo Ek, a builder from Oslo, said the bridge is safe."
    for key, name, mention in (
        ("a", "Ada Lund", "Norwegian minister Ada Lund"),
        ("b", "Bo Ek", "Bo Ek, a builder from Oslo"),
    ):
        append_articles(log.event_log, [extracted(article(key, text=text), said(name, text=text, source_text=mention))])
    assert [("Ada Lund", "Norwegian minister"), ("Bo Ek", "a builder from Oslo")] == [
        (row.person, row.role) for row in log.run("roles")
    ]


def test_links_that_a_killed_append_left_out_are_made_by_the_next(tmp_path, monkeypatch):
    """
    When an append dies between its articles and their links, appending the same again makes the links.
    """
    spellings = {"a": "Volodymyr Zelenskyy", "b": "Volodymyr Zelensky"}
    given = [article(key, text=f"{name} said the port was open.") for key, name in spellings.items()]
    whole, cut = (timeline.open(tmp_path / name) for name in ("whole.duckdb", "cut.duckdb"))
    whole.append(given)
    with monkeypatch.context() as patched:
        patched.setattr("timeline.people.identities.relink", lambda *_, **__: [])
        cut.append(given)
    assert 0 == cut.append(given).published
    links = "select event_id from log where type = 'mention_linked' order by position"
    assert len(whole.sql(links)) > 0
    assert list(whole.sql(links)) == list(cut.sql(links))


def test_names_that_were_looked_at_are_not_looked_at_again(log):
    """
    An append links what stands behind that place; without a log there is nothing to link.
    """
    assert [] == identities.link_new_names(log.event_log)
    append_articles(log.event_log, [extracted(article("a"), said("Tom Barrow"))])
    append_articles(log.event_log, [extracted(article("b"), said("Thomas Barrow"))])
    log.event_log.note(identities.LOOKED_AT, log.event_log.size())
    append_articles(log.event_log, [extracted(article("c"), said("Karin Lind"))])
    assert [] == identities.link_new_names(log.event_log)
    assert 1 == len(identities.relink(log.event_log))


def test_names_that_link_to_nobody_are_not_looked_at_for_ever(log, monkeypatch):
    """
    Where nothing is linked for long, it is noted how far names were looked at; the next append goes on there.
    """
    monkeypatch.setattr(identities, "FAR_EVENTS", 5)
    append_articles(log.event_log, [extracted(article("a"), said("Karin Lind"))])
    assert [] == identities.link_new_names(log.event_log)
    assert 0 == identities.linked_up_to(log.event_log)
    append_articles(log.event_log, [extracted(article("b"), said("Tom Barrow"))])
    assert [] == identities.link_new_names(log.event_log)
    assert 6 == identities.linked_up_to(log.event_log) == log.event_log.size()
    (link,) = tell(log, "c", "Thomas Barrow")
    assert link.position == identities.linked_up_to(log.event_log)
    assert [] == log.verify(projections=True).problems
