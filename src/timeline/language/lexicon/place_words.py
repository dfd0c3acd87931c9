"""Words by which a name is known for that of a place."""

from __future__ import annotations

from timeline.language.lexicon.places import PLACES, UNIONS
from timeline.language.lexicon.words import words

BEFORE_PLACES = words(
    """in near outside inside across around into toward towards from through throughout over off beyond between within
    along at on to of leaving entering visiting northern southern eastern western central downtown"""
)
"""Words before a name that is listed as a place, or ends with a noun for one: it is where something happens."""
BEFORE_ANY_PLACE = words("in near outside inside across throughout toward towards")
"""Words before any name that nothing shows to be a person's or an office's: that is a place too."""
PLACE_NOUNS = words(
    """City County Island Islands River Lake Valley Beach Province District Region Airport Stadium Square Street Avenue
    Road Boulevard Highway Bridge Mountain Mountains Mount Bay Sea Ocean Strait Peninsula Hospital Park Coast Canyon
    Desert Forest Harbor Harbour Heights Hills Springs Village Town Township Territory Territories Plaza Arena Theatre
    Theater Cemetery Port Gulf Cape Canal Creek Falls Plains Basin Delta Border Hotel Prison Jail Station Zone
    Base Camp Center Centre Hall House Museum University College School Church Cathedral Mosque Temple Ranch"""
)
"""Last words of names of places."""
PLACE_FIRST_WORDS = words(
    "Lake Mount Cape Fort Port San Santa St. Saint Los Las El North South East West New Camp Gulf"
)
"""First words of names of places."""
COMPOUND_PLACES = frozenset(
    name.strip()
    for name in """
    New York, New York City, New Jersey, New Orleans, New Mexico, New Hampshire, New Zealand, New Delhi, North Korea,
    South Korea, North Carolina, South Carolina, North Dakota, South Dakota, South Africa, South Sudan, West Virginia,
    West Bank, East Timor, Rhode Island, Los Angeles, Las Vegas, San Francisco, San Diego, San Antonio, San Jose,
    Hong Kong, Saudi Arabia, Sri Lanka, Costa Rica, Puerto Rico, El Salvador, United States, United Kingdom,
    United Arab Emirates, Middle East, Northern Ireland, Central African Republic, Czech Republic, Ivory Coast,
    Sierra Leone, Burkina Faso, Buenos Aires, Rio de Janeiro, Sao Paulo, Tel Aviv, Addis Ababa, Cape Town,
    Kuala Lumpur, Baton Rouge, Salt Lake City, St. Louis, Kansas City, Fort Worth, Abu Dhabi, Papua New Guinea,
    Latin America, South America, North America, Central America, Southeast Asia, Central Asia, Eastern Europe,
    Western Europe, South Asia, Gaza Strip, Gaza City, Mexico City, Washington DC, Washington D.C.
    """.replace("\n", " ").split(",")
)
"""Names of places of several words."""
UNAMBIGUOUS_PLACES = words(
    """Africa Asia Antarctica Arctic Atlantic Pacific Caribbean Mediterranean Baltic Balkans Crimea Donbas Donetsk
    Luhansk Mariupol Odesa Lviv Kiev Aleppo Homs Mosul Basra Fallujah Kandahar Helmand Karachi Lahore Peshawar Kashmir
    Tibet Chechnya Dagestan Abkhazia Darfur Khartoum Nairobi Mogadishu Kampala Kigali Lagos Abuja Accra Dakar Tripoli
    Benghazi Tunis Algiers Rabat Casablanca Alexandria Amman Sanaa Aden Muscat Ankara Baku Tbilisi Yerevan Tashkent
    Almaty Dhaka Kathmandu Colombo Hanoi Jakarta Bali Perth Brisbane Auckland Wellington Osaka Hiroshima Nagasaki
    Fukushima Okinawa Shenzhen Guangzhou Wuhan Xinjiang Zagreb Belgrade Sarajevo Sofia Bratislava Ljubljana Tirana
    Minsk Riga Vilnius Tallinn Reykjavik Edinburgh Glasgow Cardiff Belfast Liverpool Birmingham Leeds Bristol
    Marseille Lyon Nice Strasbourg Hamburg Frankfurt Cologne Milan Naples Venice Sicily Turin Lampedusa Seville
    Valencia Catalonia Zurich Basel Lausanne Davos Lima Bogota Quito Santiago Montevideo Tijuana Honolulu Anchorage
    Sacramento Oakland Tucson Memphis Pittsburgh Cincinnati Milwaukee Indianapolis Tampa Savannah Charleston Baltimore
    Newark Brooklyn Manhattan Queens Bronx Harlem Hollywood Ferguson Waco Guantanamo
    Vancouver Calgary Edmonton Winnipeg Ontario Manitoba Alberta Siberia Vladivostok Sochi Volgograd Kursk Belgorod
    Rafah Hebron Ramallah Nablus Jenin Golan Sinai Suez"""
)
"""Names of places of one word that could not be taken for people's."""
LISTED_PLACES = PLACES | UNAMBIGUOUS_PLACES | COMPOUND_PLACES | UNIONS | words("USA UAE DC D.C.")
"""All names that are known for those of places."""
PLACE_UNITS = words(
    """region district province oblast county prefecture governorate peninsula village town township suburb neighborhood
    neighbourhood municipality island city canton"""
)
"""Nouns that say of a name beside them that it is a place's: ``Kursk region``, ``the town of Mayfield``."""
COUNTRY_CODES = {
    "America": "US", "Bahamas": "BS", "Bosnia": "BA", "Britain": "GB", "Burma": "MM", "Congo": "CD", "Czechia": "CZ",
    "Gambia": "GM", "Great Britain": "GB", "Holland": "NL", "Hong Kong": "HK", "Ivory Coast": "CI", "Macau": "MO",
    "Palestine": "PS", "Republic of the Congo": "CG", "Timor-Leste": "TL", "East Timor": "TL", "Türkiye": "TR",
    "U.K.": "GB", "U.S.": "US", "UAE": "AE", "UK": "GB", "US": "US", "USA": "US", "Vatican": "VA", "Fiji": "FJ",
}  # fmt: skip
"""What news call countries whose lists have another name for them (ISO 3166-1)."""
AMBIGUOUS_PLACES = words("Georgia Gulf")
"""A country that shares its name with a state, a province with a sea: neither is meant without a word more."""
