"""GeoJSON, and where places are."""

from __future__ import annotations

import json

import pytest
from geojson_pydantic import FeatureCollection

import telling
from timeline.exporters import Told, geojson
from timeline.exporters._gazetteer import locate
from timeline.language.nested_places import nested


def where(words, *names):
    """Name, level and country of the places of a text."""
    return [spot and (spot.name, spot.level, spot.country) for spot in map(locate, nested(words, names))]


def features(*happenings):
    """What is written of them, valid by a model of the standard."""
    written = json.loads(geojson.render(Told("Storm", happenings)))
    FeatureCollection.model_validate(written)
    return written["features"]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Paris", ("Paris", "city", "FR")),
        ("Paris, Texas", ("Paris", "city", "US")),
        ("Kyiv", ("Kyiv", "city", "UA")),
        ("Kiev", ("Kyiv", "city", "UA")),
        ("São Paulo", ("São Paulo", "city", "BR")),
        ("Sao Paulo", ("São Paulo", "city", "BR")),
        ("Kursk", ("Kursk", "city", "RU")),
        ("Kursk region", ("Kursk", "region", "RU")),
        ("Texas", ("Texas", "region", "US")),
        ("Mali", ("Mali", "country", "ML")),
        ("Britain", ("United Kingdom", "country", "GB")),
        ("Albany, Georgia", ("Albany", "city", "US")),
        ("Batumi, Georgia", ("Batumi", "city", "GE")),
        ("Springfield, Ill.", ("Springfield", "city", "US")),
        ("Springfield, Oregon", ("Springfield", "city", "US")),
        ("Valencia, Spain", ("Valencia", "city", "ES")),
        ("Belovsky district, Kursk region", ("Kursk", "region", "RU")),
        ("Nowhereville, Norway", ("Norway", "country", "NO")),
    ],
)
def test_where_a_place_is(words, expected):
    """
    By its name where that is enough, else within what the text puts it in; if only that is known, there.
    """
    assert [expected] == where(
        f"They met in {words}, on Monday.", words.split(",")[0].removesuffix(" region"), "Belovsky"
    )


@pytest.mark.parametrize("name", ["Georgia", "Springfield", "Valencia", "Gulf", "Davos", "Nowhereville", "Washington"])
def test_what_is_not_sure_is_nowhere(name):
    """
    A name of several places, of a small one alone, or of none that is known is not guessed.
    """
    assert [None] == where(f"They met in {name}.", name)


def test_states_of_one_name_are_told_apart():
    """
    The two towns are a thousand miles from each other.
    """
    towns = [locate(nested(f"in Springfield, {state}", ["Springfield"])[0]) for state in ("Illinois", "Oregon")]
    assert [(39, -90), (44, -124)] == [(int(one.latitude // 1), int(one.longitude // 1)) for one in towns]


def test_a_feature_has_date_words_and_sources():
    """
    Longitude comes first; properties say when, what, who says so, and which place the point is of.
    """
    (feature,) = features(telling.DAY._replace(text="The sea wall fell in Paris, Texas", places=("Paris",)))
    told = feature["properties"]

    assert {"type": "Point", "coordinates": [-95.55551, 33.66094]} == feature["geometry"]
    assert ("12 May 2031", "2031-05-12", "2031-05-13", "day") == tuple(
        told[name] for name in ("when", "from", "to", "precision")
    )
    assert [{"name": "Paris, Texas", "located": "Paris", "level": "city", "country": "US"}] == told["places"]
    assert ["The Quay Post", 'sea "1"'] == told["sources"]
    assert ["post", 'sea "1"'] == [place["article"] for place in told["citations"]]
    assert "#:~:text=" in told["citations"][0]["url"]


def test_several_places_are_points_of_one_feature():
    """
    A place that is told twice is one point; one that is unknown is named without one.
    """
    (feature,) = features(
        telling.DAY._replace(text="From Kyiv and Kiev to Oslo and Marrow", places=("Kyiv", "Kiev", "Oslo", "Marrow"))
    )

    assert ("MultiPoint", 2) == (feature["geometry"]["type"], len(feature["geometry"]["coordinates"]))
    assert {"name": "Marrow"} == feature["properties"]["places"][-1]


def test_what_is_nowhere_has_no_geometry():
    """
    An unknown place is told without a point; what names no place is left out.
    """
    marrow = telling.DAY
    nowhere = telling.DAY._replace(places=())

    assert [None] == [feature["geometry"] for feature in features(marrow, nowhere)]
    assert [] == features()


def test_the_data_is_credited():
    """
    The licences of both gazetteers ask for it.
    """
    credit = json.loads(geojson.render(Told("", ())))["attribution"]
    assert ["CC BY 4.0", "ODbL 1.0"] == [name for name in ("CC BY 4.0", "ODbL 1.0") if name in credit]
