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
SHORT_TITLES = {
    "sen": "senator", "rep": "representative", "gov": "governor", "gen": "general", "lt": "lieutenant",
    "capt": "captain", "col": "colonel", "prof": "professor", "dr": "doctor", "congressman": "representative",
    "congresswoman": "representative",
}  # fmt: skip
"""Titles and roles, in lower case without a stop, by those that are the same."""
TELLING = words("former vice deputy assistant acting late onetime ex-president interim associate shadow")
"""With one of these a role is another one."""
ELEGANT_NOUNS = words("expert insider fan star guru specialist native pro")
"""Nouns that newspapers put for who speaks already."""
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
OFFICES = words(
    """State Treasury Defense Defence Homeland Health Education Labor Labour Justice Interior Energy Commerce
    Agriculture Transportation Transport Finance Foreign Affairs External Internal Trade Industry Culture Media
    Sport Sports Tourism Environment Climate Change Housing Urban Development Human Services Intelligence Staff
    House Representatives Senate Parliament Assembly Veterans Exchequer Opposition Police Works Work Pensions
    Security Public Science Technology Information Immigration Migration Communities Children Families Women
    Equality Food Fisheries Forestry Water Economy Economic Budget Planning Regional Local Government Religious
    Digital Innovation Business Skills Communications Joint Chiefs Central National Federal Council Commission
    Committee Board"""
)
"""Capitalised words behind ``Secretary of`` and the like that belong to the office, not to the name."""
BODIES = words(
    """Academy Federation Alliance Coalition Confederation Brotherhood Chamber Library Order Directorate Command Bar
    Guild"""
)
"""Nouns for bodies that are not often last names, besides those of `NO_PERSON`."""
NOBLE = words("Prince Princess King Queen Pope Emperor Sheikh Lord Lady Baroness Duke Duchess Sultan Emir")
"""Titles that belong to a name which is given without another."""
NAMES_AND_WORDS = words("Will May April June August")
"""First and last names that are also words of sentences and dates."""
DEGREES = words("Ph.D. Ph.D M.D. J.D. D.O. R.N. Ed.D. M.P.H. D.D.S. Esq. Esq PhD MD MBA MBE OBE CBE KC QC DVM")
"""What stands behind a name and a comma."""
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
    Brussels America Britain Russia Ukraine China Europe Iran Iraq Israel Syria Germany France Japan India
    Camp Fort Mount Port Project Operation Hurricane Typhoon Storm Team Planet Hotel Cafe Theatre Theater Studio Studios
    Airlines Airways Records Pictures Films Festival Prize Award Awards Trust Bridge Dam Plant Factory Square Plaza
    Building Mall Market Exchange Holidays Academy Federation Coalition Confederation Initiative Program Programme
    Division Unit Corps Command Directorate Taskforce"""
).union(WEEKDAY_NAMES, MONTH_NAMES) - {"May"}
"""A run of capitals with one of these is no person's name."""
PARTICLES = words("de da di du del della der den van von bin ibn al el la le dos ten ter y")
"""Lower-case parts of names."""
QUALIFIERS = ("-based", "-born", "-backed", "-led", "-owned", "-run", "-listed")
"""Endings of words that tell where a body or person belongs: ``London-based``."""
_NEWS_NOUNS = words("Analysts Investigators Opponents Supporters Witnesses")
NO_NAME = (SENTENCE_STARTERS - _NEWS_NOUNS).union(WEEKDAY_NAMES, MONTH_NAMES, capitalized(spelled(1, 10))) | words(
    """Yes Tomorrow Picture Photo Image Read Watch Inside Is Are Was Were Has Have Had Do Does Did Will Would Can Could
    Should May Might Must Let Just Like Well Oh I'm I’m I've I’ve It's It’s He's He’s She's She’s That's That’s There's
    There’s
    Unlike Amid Amidst Alongside Besides Given Regarding Including Via Beside Upon Toward Towards Throughout Concerning
    Considering Whereas Whether Neither Either Perhaps Maybe Rather Often Sometimes Tonight Outside Behind Across
    Amongst Against Unless Along Notwithstanding Barring Excluding Except Thanks Recently Finally Eventually Ultimately
    Suddenly Initially Originally Previously Reportedly Allegedly Apparently Clearly Obviously Sadly Unfortunately
    Fortunately Interestingly Importantly Additionally Increasingly Currently Traditionally Historically Surprisingly
    Separately"""
)
"""Capitalised words that begin sentences and dates, not names."""
