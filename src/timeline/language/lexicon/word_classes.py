"""Closed classes of words, as the rules for statements and occurrences look at them."""

from __future__ import annotations

from timeline.language.lexicon.number_words import spelled
from timeline.language.lexicon.words import capitalized, words

ADVERBS = words(
    """also later then previously once recently repeatedly often again now never not just still first reportedly
    even always twice thus even ever already further instead all both soon long sometimes once famously quickly only"""
)
"""What may stand between a subject and its verb, besides words in -ly."""
NOT_ADVERBS = words(
    "family rally ally reply imply supply assembly italy july bully kelly sally billy emily early daily ally"
)
"""End in -ly, but are no adverbs that stand between subject and verb."""
BEHIND_AUXILIARIES = words(
    """not also still already never ever now just even only always then both all he she it they we you i there once
    again soon later long further yet to almost nearly often too first recently since so far instead much better
    well"""
)
"""What may stand between an auxiliary and its verb, besides words in -ly."""
SENTENCE_ADVERBS = words(
    """however meanwhile still instead indeed moreover furthermore nevertheless nonetheless yet then now also
    today yesterday tonight later earlier again finally additionally overall so thus well separately"""
)

RELATIVES = words("who which whom")
QUESTION_WORDS = words("if whether how why what who where when which whom whose")
COORDINATORS = words("and but or then yet")
SUBORDINATORS = words(
    """that because although though while when if whether but and or as after before since until unless where so
    than what how why which who whom whose whenever wherever once"""
)
TIME_CONJUNCTIONS = words("after before when while as following because once")
"""They begin a clause that says when or why the main clause happens."""
LEADING_CONJUNCTIONS = TIME_CONJUNCTIONS | {"since"}
"""They begin a sentence with such a clause."""
COMMALESS_CONJUNCTIONS = LEADING_CONJUNCTIONS - words("as once")
"""They begin such a clause where no comma stands before it."""
SUBORDINATE_OPENERS = LEADING_CONJUNCTIONS - words("following once") | words("although though if unless")
"""Before its subject they make a reporting clause one beside the main clause."""
INVERTED_CONDITIONS = words("had should were")
"""Before a subject at the beginning of a sentence they begin a condition."""
CONCESSIVE = words("while as though although")
"""Behind a comma they begin a clause that is no part of what is said before."""
NARRATOR_CONJUNCTIONS = TIME_CONJUNCTIONS - words("following because once") | {"during"}
"""Behind a quotation they begin words of the narrator."""
BEFORE_PARTICIPLES = words("after before while by without")
"""They begin a sentence with a participle: ``After saying``."""
INSIDE_SUBJECTS = words("and or as before after since when while")
"""Subordinators that may stand within the subject of a reporting verb."""

DETERMINERS = spelled(1, 10).keys() | words(
    """the a an his her their its our my your some many several most another both these those this that no each few all
    any every more fewer other such"""
)
ARTICLES = words("the a an")
POSSESSIVES = ARTICLES | words("his her their its our my your")
BEFORE_NAMES = words("the its his her their our")
"""What may stand between a preposition and a name."""
PRONOUNS = words("he she they it we i you who one")
HE_OR_SHE = words("he she")
WRITER_OR_READER = words("i we you")
CLAUSE_SUBJECTS = words("he she they it we i you there this these those")
PLURAL_SUBJECTS = words("i you we they who people police")
"""Before a word that may be a noun they show that it is a verb: ``they report``."""
OBJECT_PRONOUNS = words("him her it them us me")
INFINITIVE_SUBJECTS = words("them us him her people officials voters republicans democrats")
"""Objects that an infinitive has for its subject: ``it led them to say that ...``."""
VAGUE_OBJECTS = words("it so much nothing something anything little")
"""What is said or thought in so many words, but not what was said, unless a verb follows."""
LISTENERS = words(
    "reporters journalists supporters voters lawmakers viewers readers fans them him us her me you people everyone"
)
PRONOUNS_OF_PEOPLE = {
    "he": "he", "his": "he", "him": "he", "himself": "he", "she": "she", "her": "she", "herself": "she",
}  # fmt: skip
"""Pronouns that show a gender, by the one that is a subject."""

PREPOSITIONS = words(
    """in on at during to of after for with from by about over under since through within without before between
    among against into despite until as like amid via following given according toward towards upon outside
    inside near per along across around behind beyond throughout off"""
)
ASKED = words("asked pressed questioned quizzed challenged grilled pushed probed prodded confronted reminded told")
"""At the beginning of a sentence they begin what somebody was asked."""
SUFFERED = words(
    """killed shot stabbed murdered slain dead charged arrested accused convicted sentenced indicted detained jailed"""
)
"""Behind ``was`` they tell a victim or an accused."""
WRITTEN = words("signed written sent posted issued released published penned")
"""Before ``by`` they say who wrote something."""
FRONTING = words("about of with to against regarding concerning in at on for from despite unlike besides")
"""A sentence that begins with one of these begins with a phrase beside its subject."""
NOBODY = words(
    """no no-one nobody none neither either both everyone everybody anyone anybody someone somebody something nothing
    everything anything others many few some most several all another"""
)
"""They begin a mention that is nobody's name."""
TIME_PREPOSITIONS = words("in on at during")
QUANTIFYING = words("about around over under like among")
"""Prepositions that may begin a subject: ``About half of the voters``."""
HEAD_ENDS = PREPOSITIONS | words("who whose which and or")
"""They end the head of a noun phrase that names a speaker."""
SUBJECT_ENDS = PREPOSITIONS - words("of for from with") | words("that when while who whose")
"""They end a subject that follows its verb."""

NO_VERB = spelled(1, 10).keys() | words(
    """a an the this that these those his her its their our my your no some any in on at of for with by from as
    about after before under over between among against into out up off more most less very like when where what who how
    why because if and or but part able such another several many few what's than through during without within around
    near across behind both each every other same"""
)
"""An auxiliary before one of these is the verb itself: ``was in``, ``had a``."""
NO_VERB_BEHIND = words("no some any of in for with to by and at from this these those").union(
    POSSESSIVES, capitalized(POSSESSIVES)
)
"""Behind one of these a form of the past is no finite verb: ``the wounded``, ``of injured``."""
BEFORE_PARTICIPLE = words("more most very so")
"""They may stand in between, as words in -ly do: ``a recently opened bridge``, but ``it recently opened``."""

STOPS = frozenset(".!?")
QUOTING = frozenset(('"', "“", "”", "''", "``", "'", "‘", "’", "«", "»", "„", "＂"))
"""Tokens that may be quotation marks."""
DASHES = frozenset(("—", "–", "―", "-", "--", "---"))
