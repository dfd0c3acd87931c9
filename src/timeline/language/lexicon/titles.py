"""Titles before names, and words that tell organisations and places from people."""

from __future__ import annotations

from timeline.language.lexicon.abbreviations import SENTENCE_STARTERS
from timeline.language.lexicon.number_words import spelled
from timeline.language.lexicon.times import WEEKDAY_NAMES
from timeline.language.lexicon.words import capitalized, words
from timeline.model.periods import MONTH_NAMES

HE_TITLES = words("Mr Mr. Sir Lord King Prince Congressman Father Pope Duke Emperor Sheikh")
SHE_TITLES = words("Mrs Mrs. Ms Ms. Miss Lady Dame Queen Princess Congresswoman Baroness Duchess Mme Sister")
FREQUENT_TITLES = words("Mr Mrs Ms Miss Dr Sir Minister President Secretary Senator Judge")
TITLES = (
    HE_TITLES
    | SHE_TITLES
    | FREQUENT_TITLES
    | words(
        """Dr. Prof Prof. Professor Vice Premier Chancellor Senators Sen. Sen Sens. Sens Rep.
    Rep Reps. Representative Gov. Gov Governor Lt. Lieutenant Gen. Gen General Col. Col Colonel Major Maj.
    Captain Capt. Sgt. Sergeant Corporal Admiral Adm. Justice Chief Ambassador Mayor
    Councilman Councilwoman Commissioner Chairman Chairwoman Chair Director Spokesman Spokeswoman Spokesperson
    Speaker Leader Officer Detective Inspector Superintendent Sheriff Coach Manager Editor Attorney Prosecutor
    Bishop Archbishop Cardinal Rabbi Imam Rev. Reverend Ayatollah Sultan Emir Treasurer Strategist Nominee
    Candidate Staff Executive CEO Democrat Republican Former Ex-President Comrade Undersecretary Administrator
    Commander Marshal Brigadier Deputy Constable"""
    )
)
"""Words that in a run of capitals stand before a person's name."""
ROLES = words(
    """president minister premier chancellor senator congressman congresswoman representative governor general
    colonel major captain judge justice chief secretary ambassador mayor commissioner chairman chairwoman
    director spokesman spokeswoman spokesperson speaker leader officer detective inspector superintendent
    sheriff coach manager editor attorney lawyer prosecutor bishop archbishop pope cardinal rabbi imam treasurer
    strategist nominee candidate executive founder owner analyst professor scientist researcher economist
    historian author writer columnist reporter journalist correspondent host actor actress singer artist doctor
    nurse teacher student farmer activist campaigner adviser advisor aide consultant pollster lawmaker
    politician official expert resident voter witness survivor father mother son daughter brother sister husband
    wife widow king queen prince princess billionaire businessman businesswoman entrepreneur engineer pilot
    soldier commander veteran rival democrat republican lieutenant counsel"""
)
"""Lower-case words that before a name, or in an apposition, say that it is a person's."""
GROUPS = words(
    """agency campaign administration government police military department ministry committee company team office party
    embassy army council commission court group union bank family study report court service newspaper network"""
)
"""Nouns for groups that speak as one."""
PLURAL_PEOPLE = words(
    """officials authorities police researchers scientists leaders lawmakers prosecutors investigators residents voters
    troops forces soldiers doctors teachers protesters activists supporters experts executives lawyers ministers"""
)
"""Plural nouns for people that a name before them tells from others."""
WRITINGS = words(
    """statement letter email report book memoir speech tweet post memo remarks comments testimony release poll survey
    filing complaint lawsuit article column blog"""
)
"""Nouns for what somebody wrote or said; it speaks for its author."""
SURNAMES = words(
    "Hill Park Church Law Day Post Lake West North Beach Guard May Bill Bush Jordan Paris London Street Hall"
)
"""Words of names of no person that, after a first name, are surnames."""
NO_PERSON = words(
    """Qaeda Assembly Motors Electric House Senate Congress Court Department Ministry Office Agency Bureau Bank
    Party Committee Commission Council Union League Association Organization Organisation Institute Institution
    Center Centre University College School Foundation Society Group Company Corporation Corp Inc Ltd Co Times
    Post News Journal Herald Tribune Guardian Telegraph Press Magazine Reuters Bloomberg Street Avenue Road
    River Lake City County State States Kingdom Republic Region District Province Island Islands Army Navy Force
    Forces Guard Police Campaign Project Fund Board Authority Service Services Administration Government Nations
    Network Radio Television Tower Hall Airport Stadium Park Hospital Church Act Bill Law Amendment War Treaty
    Agreement Day Week North South East West New Valley Beach Hill Security
    Intelligence Democrats Republicans Americans Conference Summit Games Cup Museum Club FC United International
    National Federal Facebook Twitter Google Apple Kremlin Pentagon Washington London Moscow Kyiv Beijing
    Brussels America Britain Russia Ukraine China Europe Iran Iraq Israel Syria Germany France Japan India"""
).union(WEEKDAY_NAMES, MONTH_NAMES) - {"May"}
"""A run of capitals with one of these is no person's name."""
PARTICLES = words("de da di du del della der den van von bin ibn al el la le dos ten ter y")
"""Lower-case parts of names."""
_NEWS_NOUNS = words("Analysts Investigators Opponents Supporters Witnesses")
NO_NAME = (SENTENCE_STARTERS - _NEWS_NOUNS).union(WEEKDAY_NAMES, MONTH_NAMES, capitalized(spelled(1, 10))) | words(
    """Yes Tomorrow Picture Photo Image Read Watch Inside Is Are Was Were Has Have Had Do Does Did Will Would Can Could
    Should May Might Must Let Just Like Well Oh I'm I’m I've I’ve It's It’s He's He’s She's She’s That's That’s There's
    There’s"""
)
"""Capitalised words that begin sentences and dates, not names."""
