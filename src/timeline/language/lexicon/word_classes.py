"""This file lists the closed classes of words that the rules for statements look at."""

from __future__ import annotations

from timeline.language.lexicon.words import words

AUXILIARIES = words(
    """has have had having is was were are be been being will would can could may might must should shall do
    does did hasn't haven't hadn't isn't wasn't weren't aren't won't wouldn't can't couldn't don't doesn't
    didn't hasn’t haven’t hadn’t isn’t wasn’t weren’t aren’t won’t wouldn’t can’t couldn’t don’t doesn’t didn’t
    's ’s 've ’ve 'd ’d 'll ’ll"""
)
BE = words("is was were are be been being isn't wasn't weren't aren't isn’t wasn’t weren’t aren’t get gets got")
ADVERBS = words(
    """also later then previously once recently repeatedly often again now never not just still first reportedly
    even always twice thus even ever already further instead all both soon long sometimes once famously quickly only"""
)
NOT_ADVERBS = words("family rally ally reply supply assembly italy july bully kelly sally billy emily early daily ally")
"""End in -ly, but are no adverbs that stand between subject and verb."""
SUBORDINATORS = words(
    """that because although though while when if whether but and or as after before since until unless where so
    than what how why which who whom whose whenever wherever once"""
)
RELATIVES = words("who which whom")
WH = words("if whether how why what who where when which whom whose")
COORDINATORS = words("and but or then yet")
DETERMINERS = words(
    """the a an his her their its our my your some many several most one two three four five six seven eight
    nine ten another both these those this that no each few all any every more fewer other such"""
)
POSSESSIVES = words("his her their its our my your the a an")
PRONOUNS = words("he she they it we i you who one")
CLAUSE_SUBJECTS = words("he she they it we i you there this these those")
PREPOSITIONS = words(
    """in on at during to of after for with from by about over under since through within without before between
    among against into despite until as like amid via following given according toward towards upon outside
    inside near per along across around behind beyond throughout"""
)
DAYS = words(
    """monday tuesday wednesday thursday friday saturday sunday today yesterday tonight tomorrow earlier last
    this mon. tues. wed. thurs. fri. sat. sun. monday's tuesday's wednesday's thursday's friday's saturday's
    sunday's"""
)
PARTS_OF_DAYS = words("morning night evening afternoon week weekend month year spring summer fall autumn winter")
WEEKDAYS = words("monday tuesday wednesday thursday friday saturday sunday")
FINITE = words(
    """is are was were am has have had will would can could should may might must do does did isn't aren't wasn't
    weren't hasn't haven't hadn't won't wouldn't can't cannot couldn't shouldn't don't doesn't didn't isn’t
    aren’t wasn’t weren’t hasn’t haven’t hadn’t won’t wouldn’t can’t couldn’t shouldn’t don’t doesn’t didn’t"""
)
"""Auxiliaries and forms of be, do and have that agree with a subject."""
CONTRACTED = words(
    """it's it’s he's he’s she's she’s they're they’re we're we’re i'm i’m that's that’s there's there’s you're you’re
    he'd he’d he'll he’ll he've he’ve she'd she’d she'll she’ll she've she’ve it'd it’d it'll it’ll it've it’ve
    they'd they’d they'll they’ll they've they’ve we'd we’d we'll we’ll we've we’ve i'd i’d i'll i’ll i've i’ve
    you'd you’d you'll you’ll you've you’ve there'd there’d there'll there’ll there've there’ve that'd that’d
    that'll that’ll that've that’ve"""
)
"""Pronouns with a finite verb."""
VERBS = words(
    """began became came did drew fell felt found gave got grew had heard held kept knew led left lost made meant met
    paid ran rose said sat saw sent set shot showed spent spoke stood struck swore taught thought threw told
    took understood went won wore wrote broke brought built bought caught chose cost cut drove hit hurt let put
    quit read sold sought fought flew forgot needs wants seems remains appears deserves says goes makes takes
    gets comes looks means shows gives knows thinks believes"""
)
"""Finite verbs that do not end in -ed, the frequent ones."""
SENTENCE_ADVERBS = words(
    """however meanwhile still instead indeed moreover furthermore nevertheless nonetheless yet then now also
    today yesterday tonight later earlier again finally additionally overall so thus well separately"""
)
LISTENERS = words(
    "reporters journalists supporters voters lawmakers viewers readers fans them him us her me you people everyone"
)
STOPS = frozenset(".!?")
QUOTING = frozenset(('"', "“", "”", "''", "``", "'", "‘", "’", "«", "»", "„", "＂"))
"""Tokens that may be quotation marks."""
DASHES = frozenset(("—", "–", "―", "-", "--", "---"))
