"""Names of countries, states and cities that could be taken for last names, and abbreviations."""

from __future__ import annotations

from timeline.language.lexicon.words import words

PLACES = words(
    """Afghanistan Alabama Alaska Albania Algeria America Amsterdam Angola Argentina Arizona Arkansas Armenia Athens
    Atlanta Austin Australia Austria Azerbaijan Baghdad Bahamas
    Bahrain Bangkok Bangladesh Barcelona Beijing Beirut Belarus
    Belgium Berlin Bolivia Bosnia Boston Botswana Brazil Britain Brussels Bucharest Budapest Bulgaria Burma Cairo
    California Cambodia Cameroon Canada Caracas Chad Charlotte Chicago Chile China Cleveland Colombia Colorado Congo
    Connecticut Copenhagen Croatia Cuba Cyprus Dallas Damascus Delaware Delhi Denmark Denver Detroit Doha Dubai Dublin
    Ecuador Egypt England Eritrea Estonia Ethiopia Europe Finland Florida France Gaza Geneva Georgia Germany Ghana
    Greece Greenland Guatemala Guinea Gulf Haiti Havana
    Hawaii Helsinki Holland Honduras Houston Hungary Iceland Idaho Illinois
    India Indiana Indonesia Iowa Iran Iraq Ireland Islamabad Israel Istanbul Italy Jackson Jamaica Japan Jerusalem
    Jordan Kabul Kansas Kazakhstan Kentucky Kenya Kharkiv Kosovo Kuwait Kyiv Laos Latvia Lebanon Liberia Libya Lincoln
    Lisbon Lithuania London Louisiana Luxembourg Madison Madrid Maine Malaysia Mali Malta Manchester Manila Maryland
    Massachusetts Melbourne Mexico Miami Michigan Minneapolis Minnesota Mississippi Missouri Moldova Mongolia Montana
    Montenegro Montreal Morocco Moscow Mozambique Mumbai Munich Myanmar Namibia Nashville Nebraska Nepal Netherlands
    Nevada Nicaragua Niger Nigeria Norway Ohio Oklahoma Oregon Orlando Oslo Ottawa Pakistan Palestine Panama Paraguay
    Paris Pennsylvania Peru Philadelphia Philippines Phoenix Poland Portland Portugal Prague Pyongyang Qatar Quebec
    Riyadh Romania Rome Russia Rwanda Scotland Seattle Senegal Seoul Serbia Shanghai Singapore Slovakia Slovenia
    Somalia Spain Stockholm Sudan Sweden Switzerland Sydney Syria Taiwan Tehran Tennessee Texas Thailand Tokyo Toronto
    Tunisia Turkey Uganda Ukraine Uruguay Utah Uzbekistan Vatican Venezuela Vermont Vienna Vietnam Virginia Wales
    Warsaw Washington Wisconsin Wyoming Yemen Zambia Zimbabwe"""
)
"""One word each; some are people's last names too, and one alone is then taken for the place."""
UNIONS = words("US U.S. UK U.K. EU")
ABBREVIATIONS = UNIONS | words("UN U.N. UAE FBI CIA BBC CNN AP AFP NATO NASA DHS ICE TSA NBC CBS ABC MSNBC AI TV")
"""What stands before the names of offices and bodies, not of people."""
QUALIFYING = UNIONS | words("UN U.N. DJ TV PR AI IT")
"""Short names that stand before nouns more often than others: ``US troops``."""
STATE_ABBREVIATIONS = {
    "Ala": "Alabama", "Ariz": "Arizona", "Ark": "Arkansas", "Calif": "California", "Colo": "Colorado",
    "Conn": "Connecticut", "Del": "Delaware", "Fla": "Florida", "Ga": "Georgia", "Ill": "Illinois", "Ind": "Indiana",
    "Kan": "Kansas", "Ky": "Kentucky", "La": "Louisiana", "Mass": "Massachusetts", "Md": "Maryland",
    "Mich": "Michigan", "Minn": "Minnesota", "Miss": "Mississippi", "Mo": "Missouri", "Mont": "Montana",
    "N.C": "North Carolina", "N.D": "North Dakota", "N.H": "New Hampshire", "N.J": "New Jersey", "N.M": "New Mexico",
    "N.Y": "New York", "Neb": "Nebraska", "Nev": "Nevada", "Okla": "Oklahoma", "Ore": "Oregon", "Pa": "Pennsylvania",
    "R.I": "Rhode Island", "S.C": "South Carolina", "S.D": "South Dakota", "Tenn": "Tennessee", "Tex": "Texas",
    "Va": "Virginia", "Vt": "Vermont", "W.Va": "West Virginia", "Wash": "Washington", "Wis": "Wisconsin",
    "Wyo": "Wyoming", "AZ": "Arizona", "CA": "California", "FL": "Florida", "GA": "Georgia", "IL": "Illinois",
    "MI": "Michigan", "NC": "North Carolina", "NJ": "New Jersey", "NV": "Nevada", "NY": "New York", "OH": "Ohio",
    "PA": "Pennsylvania", "SC": "South Carolina", "TX": "Texas", "VA": "Virginia", "WI": "Wisconsin",
}  # fmt: skip
"""States as they stand behind a politician's party, the last stop left out."""
