"""Capitalised words that name nobody who takes part in anything."""

from __future__ import annotations

from timeline.language.lexicon.words import words
from timeline.model.periods import MONTH_NAMES

PEOPLES = words(
    """Afghan African Albanian Algerian American Angolan Arab Argentine Argentinian Armenian Asian Australian Austrian
    Azerbaijani Azeri Bahraini Bangladeshi Belarusian Belgian Bolivian Bosnian Brazilian Briton Bulgarian Cambodian
    Canadian Chechen Chilean Colombian Congolese Croatian Croat Cuban Cypriot Czech Dane Dominican Ecuadorian
    Egyptian Eritrean Estonian Ethiopian European Filipino Finn Georgian German Ghanaian Greek Guatemalan Haitian
    Honduran Hungarian Icelander Indian Indonesian Iranian Iraqi Israeli Italian Jamaican Japanese Jordanian Kazakh
    Kenyan Korean Kosovan Kurd Kuwaiti Laotian Latvian Lebanese Liberian Libyan Lithuanian Macedonian Malaysian
    Malian Maltese Mexican Moldovan Mongolian Moroccan Mozambican Muslim Christian Catholic Protestant Jew Hindu
    Buddhist Sunni Shiite Namibian Nepalese Nicaraguan Nigerian Norwegian Omani Pakistani Palestinian Panamanian
    Paraguayan Peruvian Pole Portuguese Qatari Romanian Russian Rwandan Salvadoran Saudi Scot Senegalese Serb
    Serbian Sicilian Singaporean Slovak Slovenian Somali Spaniard Sudanese Swede Swiss Syrian Taiwanese Tajik
    Tanzanian Texan Thai Tibetan Tunisian Turk Ugandan Ukrainian Uruguayan Uzbek Venezuelan Vietnamese Yemeni
    Zambian Zimbabwean Hispanic Latino Californian Londoner Parisian Sikh Native"""
)
"""Words of origin and of faith that have a plural in -s, where they have any."""
ORIGINS = (
    PEOPLES
    | {f"{word}s" for word in PEOPLES}
    | words(
        """French Dutch British English Spanish Irish Welsh Scottish Turkish Swedish Danish Finnish Polish Kurdish
        Jewish Islamic Islamist Chinese Burmese Cornish Flemish Latin Latina Western Eastern Northern Southern
        Soviet Nazi Nazis Roman Olympic Orthodox Biblical Victorian Democratic Republican Arabic Hebrew Mandarin"""
    )
)
"""Words that say where something comes from or what it is like."""
NO_PARTICIPANTS = words(
    """God Web Internet AI GPS Chapter Section Article Lent I'd I'll I’d I’ll Christmas Easter Ramadan Thanksgiving Mr
    Mrs Ms OK TV AIDS HIV H1N1 DNA Earth Bible Koran Quran Twitter Facebook YouTube Google GMT EST EDT BST PST AM PM
    CNN Reuters AP AFP BBC"""
).union(MONTH_NAMES)
"""Names of what takes no part, and of media that only tell."""
