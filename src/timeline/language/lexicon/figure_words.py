"""Words around figures: nouns that are counted, what happened to whom is counted, and numbers that count nothing."""

from __future__ import annotations

from timeline.language.lexicon.words import words

SUPPOSED = words("believed confirmed feared reported")
"""What may stand before what happened to those who are counted."""
PLURALS = words(
    """people men women children police aircraft troops personnel crew fish sheep deer species mice geese teeth feet
    staff cattle dead wounded injured others spacecraft helicopters media data bacteria criteria"""
)
"""Plurals that do not end in -s."""
SINGULARS = {
    "people": "person", "persons": "person", "men": "man", "women": "woman", "children": "child", "feet": "foot",
    "series": "series", "species": "species", "lives": "life", "wives": "wife", "knives": "knife", "wolves": "wolf",
    "shelves": "shelf", "leaves": "leaf", "loaves": "loaf", "thieves": "thief", "halves": "half", "teeth": "tooth",
    "mice": "mouse", "geese": "goose", "policemen": "policeman", "firemen": "fireman", "gunmen": "gunman",
    "fishermen": "fisherman", "servicemen": "serviceman", "businessmen": "businessman", "congressmen": "congressman",
    "buses": "bus", "gases": "gas", "viruses": "virus", "campuses": "campus", "movies": "movie", "cookies": "cookie",
    "calories": "calorie", "zombies": "zombie", "ties": "tie", "lies": "lie", "pies": "pie", "dead": "person",
    "wounded": "person", "injured": "person", "cases": "case", "houses": "house", "nurses": "nurse", "horses": "horse",
    "races": "race", "crises": "crisis", "analyses": "analysis", "bases": "base", "purchases": "purchase",
    "licenses": "license", "hostages": "hostage", "heroes": "hero", "potatoes": "potato", "tomatoes": "tomato",
    "volcanoes": "volcano", "tornadoes": "tornado", "echoes": "echo", "vetoes": "veto", "torpedoes": "torpedo",
    "data": "data", "media": "media", "bacteria": "bacterium", "news": "news",
}  # fmt: skip
NO_PLURALS = words(
    """is was has as this his its us yes across previous towards always perhaps thus less unless besides gas bus boss
    press process business congress access success loss class glass pass cross says does its hers ours yours theirs
    sometimes afterwards upwards downwards outdoors indoors overseas news politics economics physics serious various
    religious famous dangerous enormous obvious anonymous nervous previous precious gross basis crisis thanks
    yes ours texas kansas arkansas paris"""
)
"""Words in -s that are no plurals."""
OPENING_PLURALS = words("police arms weapons sales sports human news goods systems operations communications")
"""A plural that belongs to the next: ``police officers``."""
BREAKS = words(
    """of in on at by for from with as than that which who whom whose when while where after before since until during
    and or but nor so if is are was were be been being has have had will would can could should may might must do does
    did said says say the a an to into over under about against between through per not it he she they we you i this
    these those his her their its our your also were became become came come went remain remained including among near
    there then because although though each every most many some both all such suffered sustained received required
    around across within without up down out off"""
)
"""They end the noun phrase behind a number."""
PEOPLE = words(
    """person people man men woman women child children boy girl resident civilian soldier officer victim passenger
    patient worker student migrant refugee hostage prisoner protester protestor demonstrator villager other inmate
    migrant survivor employee fighter militant troop policeman firefighter journalist adult teenager teen baby infant
    national citizen tourist voter member sailor crew guest suspect detainee shopper fan player teacher
    family household casualty gunman attacker rebel pilgrim skier hiker climber swimmer driver rider pedestrian"""
)
"""Singulars of who can be killed, arrested or evacuated."""
NO_WHOLE = words("january february march april may june july august september october november december same last this")
"""Behind ``in`` or ``of`` they begin no whole that a share is a part of."""
COMPOUNDED = words(
    """cylinder speed seat seater bedroom door page member person game mile yard foot inch meter metre kilometer
    kilometre pound ton tonne gallon liter litre acre hectare barrel watt megawatt gigawatt kilowatt volt degree point
    story storey room lane car vehicle unit seed piece item ship carat kilogram kilo gram ounce square bed judge
    justice nation country state team vote word ounce pixel megapixel horsepower acre knot"""
)
"""Behind a number and a hyphen, or as the first of two nouns, they are what is counted: ``six-cylinder engine``."""

ACTIONS = {
    "killed": """killed kill kills killing dead died die dies dying death deaths slain murdered fatalities fatality
        fatally perished toll drowned executed massacred assassinated bodies""",
    "injured": "injured injuring injures injure wounded wounding hurt injuries injury maimed casualties",
    "hospitalized": "hospitalized hospitalised hospital hospitals",
    "missing": "missing unaccounted disappeared",
    "arrested": "arrested arresting arrests arrest detained detaining detentions detainees custody apprehended",
    "charged": "charged charges charging indicted indictments accused",
    "convicted": "convicted sentenced guilty convictions",
    "evacuated": "evacuated evacuating evacuate evacuations evacuation evacuees",
    "displaced": "displaced displacing homeless fled flee fleeing uprooted",
    "rescued": "rescued rescuing rescue saved saving pulled survivors survived",
    "abducted": "abducted abducting kidnapped kidnapping hostage hostages captive",
    "released": "released releasing freed freeing",
    "infected": "infected infections infection cases contracted diagnosed",
    "trapped": "trapped stranded stuck",
    "destroyed": "destroyed destroying destroy demolished burned burnt razed gutted collapsed",
    "damaged": "damaged damaging damage",
    "shot down": "downed intercepted",
    "launched": "launched launching fired firing launches",
    "captured": "captured capturing seized seizing recaptured",
    "deployed": "deployed deploying deploy deployment stationed",
    "laid off": "fired layoffs redundancies redundant dismissed eliminated eliminating",
    "hired": "hired hiring recruited recruiting",
    "voted": "voted vote votes voting ballots",
    "attended": "attended attending gathered marched protested rallied",
    "without power": "outages outage electricity",
    "aboard": "aboard carrying",
    "sold": "sold sales selling",
    "donated": "donated donating donations",
    "fined": "fined fine fines penalty penalties",
    "rose": """rose rise rises risen rising grew grow grows grown growing growth increased increase increases
        increasing climbed climbing climb jumped jump surged surge soared gained gain gains up higher""",
    "fell": """fell fall falls fallen falling dropped drop drops dropping declined decline declines declining plunged
        sank slid slipped decreased decrease shrank shrunk tumbled plummeted down lower lost""",
}
"""What happened to whom or what is counted, by the words that say so."""
ACTION_OF = {word: action for action, forms in reversed(ACTIONS.items()) for word in forms.split()}
OF_PEOPLE = words(
    """killed injured hospitalized missing arrested charged convicted evacuated displaced rescued abducted released
    infected trapped"""
)
"""A number that nothing follows and that stands beside one of these counts people."""
OF_CHANGES = words("rose fell")
"""They tell how a price or share moves; who or what is counted does not."""
CHANGING = frozenset(word for action in ("rose", "fell") for word in ACTIONS[action].split()) | words(
    "settle settled stood stands reached hit totaled totalled averaged cost costs was were is are traded"
)
"""Verbs whose subject is what is measured."""
OF_MONEY = words("rose fell fined donated sold damaged destroyed voted")
"""What can happen to sums, shares and measures."""
WEAK_VERBS = words("to at from by is are was were has have had will would could said say says be been do does did")
"""Verbs and prepositions that name nothing that is measured."""
DENYING = words("denied denies deny denying rejected rejects reject dismissed disputed refuted false untrue baseless")

TIME_UNITS = words(
    """year years month months week weeks day days hour hours minute minutes min mins second seconds sec secs decade
    decades century centuries fortnight fortnights night nights weekend weekends morning mornings hr hrs yr yrs
    year-old year-olds month-old week-old day-old season seasons quarter quarters semester semesters"""
)
"""Behind a number they make it a length of time or an age."""
NUMBERED = words(
    """no nos article articles section sections title chapter route routes highway interstate flight boeing airbus
    game group phase level type class channel room page pages day week year part rule amendment proposition prop
    formula apollo artemis doe category step unit bowl turned turning episode season verse line gate terminal pier
    platform ward district precinct zone block apartment suite floor resolution decree order question exhibit lot
    studio windows playstation xbox iphone galaxy pixel ios android fortune stoxx nikkei ftse euro big top brigade
    pope area track round stage match lane hole volume vol version model mark mach grade tier under super covid
    generation gen century figure table chart step option number"""
)
"""Before a number that says which one, not how many."""
UNCOUNTED = words("these those other another no any each every last first next past which that both")
"""Before ``one`` and ``two``; and so does ``The``, which opens a sentence."""
SKIPPED = words(
    """a an the of to in on by for from at as with and or that about around over more than nearly almost least up just
    only some another additional estimated roughly approximately it its their his her they he she we you i this these
    those is are was were be been has have had will would which who when where said says also still now then there
    monday tuesday wednesday thursday friday saturday sunday today yesterday"""
)
"""Words that name nothing."""
VERBS = words(
    """rose rise rises risen fell fall falls fallen gained gain gains drop drops dropped jumped climbed surged soared
    plunged sank slid slipped grew grow grows grown increase increased increases decrease decreased decline declined
    stood stand stands is are was were has have had will would could reached reach hit cost costs settled settle came
    comes totalled totaled averaged averages average generated generates generate killed killing killed injured
    injuring left leaving include includes including included estimated accounts account made makes make spent spend
    given give donated raised raise paid pay bought buy sold sell acquired acquire ranged analyzed prefer preferred
    say said says lost lose won win carry carried carrying employ employs employed operate operates owns own owned
    produced produce produces exported imported covered covers cover worth valued charged fined awarded received
    receive receives levied levy offered invested invest closed opened ended end finished traded tumbled plummeted
    expected expects expect led leads lead transporting transport detained arrested evacuated displaced rescued
    destroyed damaged launched fired deployed supported support supports opposed oppose approve approved disapprove
    voted holds hold held measured measures weighing weighs weighed travelled traveled drove flew walked ran from to
    at by up down"""
)
"""Words that what is measured stands before."""
