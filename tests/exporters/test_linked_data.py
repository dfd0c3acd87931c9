"""JSON formats: schema.org, Web Annotations, ninjs and JSON Lines."""

from __future__ import annotations

import json
from datetime import date, datetime

import jsonschema
import pytest

import telling
from hostile import UNSAFE
from timeline.exporters import Extent, Told, annotations, jsonl, jsonld, ninjs


def read(module, told=None):
    """What is written, read again."""
    written = next(iter(module.WRITERS.values()))(told or telling.storm())
    assert [] == UNSAFE.findall(written)
    return json.loads(written)


def graph(kind, told=None):
    """The nodes of one type."""
    found = read(jsonld, told)
    assert "https://schema.org" == found["@context"]
    return [node for node in found["@graph"] if node["@type"] == kind]


def test_articles_events_and_quotations():
    """
    Each source is an article, each happening an event, each statement a quotation, every one with an id of its own.
    """
    nodes = read(jsonld)["@graph"]

    assert [2, 9, 1] == [len(graph(kind)) for kind in ("NewsArticle", "Event", "Quotation")]
    assert len(nodes) == len({node["@id"] for node in nodes})


def test_an_article_of_schema_org():
    """
    What is known of an article, and nothing of what is not; one without a page on the web has a tag for an id.
    """
    post, sea = graph("NewsArticle")

    assert {
        "@type": "NewsArticle", "@id": "https://quay.example/wall?a=1&b=2", "identifier": "post",
        "headline": "Harbour wall gives way", "url": "https://quay.example/wall?a=1&b=2",
        "datePublished": "2031-05-13", "inLanguage": "en",
        "author": [{"@type": "Person", "name": "Jo Alder"}, {"@type": "Person", "name": "Cy & Co"}],
        "publisher": {"@type": "NewsMediaOrganization", "name": "The Quay Post"},
    } == post  # fmt: skip
    assert {"@type", "@id", "identifier", "datePublished"} == sea.keys()
    assert "tag:timeline.invalid,2026:article/sea%20%221%22" == sea["@id"]


def test_an_event_cites_every_article():
    """
    Each place of a happening is a part of its article, by the id that the article has.
    """
    (event,) = graph("Event", Told("", (telling.DAY,)))
    articles = {node["@id"] for node in graph("NewsArticle")}

    assert articles == {place["isPartOf"]["@id"] for place in event["subjectOf"]}
    assert "The sea wall at Marrow Point gave way" == event["subjectOf"][0]["text"]
    assert "#:~:text=" in event["subjectOf"][0]["url"]
    assert "url" not in event["subjectOf"][1]


@pytest.mark.parametrize(
    ("happening", "start", "end"),
    [
        (telling.YEAR, "1962", "1962"),
        (telling.DAY, "2031-05-12", "2031-05-12"),
        (telling.RANGE, "2031-05-10", "2031-05-11"),
        (telling.MINUTE, "2031-05-12T21:40:00Z", None),
        (telling.MORNING, "2031-05-12T06:00:00Z", "2031-05-12T12:00:00Z"),
        (telling.BY, None, "2031-05-12"),
        (telling.UNDATED, None, None),
        (telling.DAY._replace(when=Extent(datetime(2031, 5, 1), datetime(2031, 7, 1), "month")), "2031-05", "2031-06"),
        (telling.DAY._replace(when=Extent(datetime(2031, 5, 1), None, "day")), "2031-05-01", None),
    ],
)
def test_dates_are_as_fine_as_the_text(happening, start, end):
    """
    Of a year the year alone; of what had happened by a day only the end; of what is undated nothing.
    """
    (event,) = graph("Event", Told("", (happening,)))

    assert (start, end) == (event.get("startDate"), event.get("endDate"))


def test_planned_events_are_scheduled():
    """
    Only what is planned has that status.
    """
    scheduled = [event["name"] for event in graph("Event") if event.get("eventStatus")]

    assert ["[Ann Lee] reopen the quay on 2 June …", "… was painted on the wall."] == scheduled


def test_a_quotation():
    """
    Who said it, in which article, and what about.
    """
    (quotation,) = graph("Quotation")

    assert "it's a promise, & more" == quotation["text"]
    assert {"@type": "Person", "name": "Ann Lee"} == quotation["spokenByCharacter"]
    assert [{"@type": "Thing", "name": "Marrow"}] == quotation["about"]
    assert ["https://quay.example/wall?a=1&b=2"] == [place["isPartOf"]["@id"] for place in quotation["isPartOf"]]


def test_what_was_denied_was_not_said():
    """
    Of what was not quoted whole the reporting words are given, which may turn it into its opposite.
    """
    denied = telling.SAID._replace(cue="denied", manner="indirect", quote="that the wall had been checked")
    (quotation,) = graph("Quotation", Told("", (), (denied,)))

    assert "Ann Lee denied: that the wall had been checked" == quotation["description"]
    assert (
        "Ann Lee: the wall had been checked"
        == denied._replace(cue="According to", quote="the wall had been checked").line
    )


def test_nobody_speaks():
    """
    A quotation of nobody in reach has no speaker.
    """
    (quotation,) = graph("Quotation", Told("", (), (telling.SAID._replace(speaker=None, source_mention=None),)))

    assert "spokenByCharacter" not in quotation


def test_annotations_select_their_words():
    """
    Both selectors of each annotation lead to the same words of its article.
    """
    page = read(annotations)
    texts = {source.uri: source.text for source in (telling.POST, telling.SEA)}

    assert ("http://www.w3.org/ns/anno.jsonld", "AnnotationPage") == (page["@context"], page["type"])
    assert 11 == len(page["items"]) == len({item["id"] for item in page["items"]})
    for item in page["items"]:
        text, (quote, place) = texts[item["target"]["source"]], item["target"]["selector"]
        assert ("TextQuoteSelector", "TextPositionSelector") == (quote["type"], place["type"])
        assert quote["exact"] == text[place["start"] : place["end"]]
        assert quote["prefix"] + quote["exact"] + quote["suffix"] in text
        assert len(quote["prefix"]) == min(32, place["start"])


def test_annotations_say_what_was_read():
    """
    The body is what the words tell, and when.
    """
    bodies = [item["body"][0]["value"] for item in read(annotations)["items"]]

    assert "12 May 2031, 21:40: The harbour lost power at 21:40." in bodies
    assert "by 13 May 2031: Ann Lee: “it's a promise, & more”" in bodies


NINJS = {
    "type": "object",
    "required": ["uri"],
    "additionalProperties": False,
    "properties": {
        **{name: {"type": "string"} for name in ("uri", "profile", "language", "by", "title", "name", "rel")},
        "type": {"enum": ["text"]},
        "representationType": {"enum": ["full", "partial"]},
        "versionCreated": {"type": "string", "format": "date-time"},
        "standard": {
            "type": "object",
            "additionalProperties": False,
            "properties": {name: {"type": "string"} for name in ("name", "version", "schema")},
        },
        **{
            name: {
                "type": "array",
                "items": {
                    "type": "object",
                    "required": ["value"],
                    "additionalProperties": False,
                    "properties": {name: {"type": "string"} for name in ("role", "contentType", "value")},
                },
            }
            for name in ("headlines", "bodies")
        },
        **{
            name: {
                "type": "array",
                "items": {
                    "type": "object",
                    "additionalProperties": False,
                    "properties": {name: {"type": "string"} for name in ("name", "rel", "role", "uri", "literal")},
                },
            }
            for name in ("people", "places", "infoSources")
        },
        "associations": {"type": "array", "items": {"$ref": "#", "required": ["name", "uri"]}},
    },
}
"""What we use of the published schema of ninjs 3.0, with its constraints."""


def test_ninjs_is_valid():
    """
    The item has the properties that ninjs 3.0 has, of their types.
    """
    checker = jsonschema.FormatChecker()
    for told in (telling.storm(), Told("Nothing", ())):
        jsonschema.Draft202012Validator(NINJS, format_checker=checker).validate(read(ninjs, told))


def test_ninjs_is_one_item_with_its_sources():
    """
    Lines in the order of time, as text and as XHTML; every article as an association; people and places once.
    """
    item = read(ninjs)
    plain, rich = (body["value"] for body in item["bodies"])

    assert ["source-1", "source-2"] == [each["name"] for each in item["associations"]]
    assert ["Jo Alder, Cy & Co", None] == [each.get("by") for each in item["associations"]]
    assert [{"name": "Ann Lee", "rel": "mentions"}] == item["people"]
    assert "12 May 2031: The sea wall at Marrow Point gave way … (The Quay Post, 13 May 2031, ¶1; " in plain
    assert "<b>12 May 2031</b> The sea wall" in rich
    assert "Ann Lee said: “it&#x27;s a promise, &amp; more”" in rich
    assert "2031-05-15T06:30:00.000250Z" == item["versionCreated"]


def test_ninjs_keeps_its_uri():
    """
    A later answer to the same question is another version of the same item.
    """
    whole, part = telling.storm(), telling.storm()._replace(happenings=(telling.DAY,))

    assert read(ninjs, whole)["uri"] == read(ninjs, part)["uri"] != read(ninjs, Told("Another", ()))["uri"]


def test_json_lines_hold_every_citation():
    """
    A line for each happening, exact, with the words and the place of every article.
    """
    rows = [json.loads(line) for line in jsonl.render(telling.storm()).splitlines()]

    assert 9 == len(rows)
    day = rows[2]
    assert ("12 May 2031", "2031-05-12", "2031-05-13", "day") == tuple(
        day[k] for k in ("when", "from", "to", "precision")
    )
    assert ["post", 'sea "1"'] == [place["article"] for place in day["citations"]]
    for place, source in zip(day["citations"], (telling.POST, telling.SEA), strict=True):
        assert place["quote"] == source.text[slice(*place["span"])]
    assert telling.BY.text == rows[6]["text"]


def test_extents():
    """
    The days of a time: an open one has the day that is known, an undated one none.
    """
    assert (date(2031, 5, 1), date(2031, 5, 1)) == Extent(datetime(2031, 5, 1), None, "day").days
    assert (date(2031, 5, 1), date(2031, 5, 1)) == Extent(None, datetime(2031, 5, 2), "day").days
    assert None is Extent(None, None, None).days
