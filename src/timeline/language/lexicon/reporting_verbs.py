"""
Reporting verbs with the frames they take.

| frame  | what follows the verb                  | example                          |
|--------|----------------------------------------|----------------------------------|
| quote  | a quotation, before or after           | "No," he replied.                |
| clause | any clause                             | He said it rained.               |
| that   | a that-clause, or what looks like one  | She suggested that it rained.    |
| strict | a clause with the word "that" only     | She maintained that it rained.   |
| wh     | whether, if, how, why, what ...        | She asked whether it rained.     |
| to     | an infinitive                          | He vowed to stay.                |
| np     | a noun phrase, with of, as or for      | They accused him of theft.       |
| heard  | a listener first, then one of the rest | He told them that it rained.     |

`PHRASE_FRAMES` has the verbs whose particle or preposition belongs to the cue.
"""

from __future__ import annotations

from typing import NamedTuple

FRAMES = """
say quote clause wh
tell quote clause wh heard
add quote that wh
write quote that wh
tweet quote that wh
note quote that wh
continue quote
explain quote that wh
argue quote that
reply quote that
respond quote strict
recall quote that wh np
state quote that
conclude quote that
declare quote that np
insist quote clause
admit quote clause
acknowledge quote that wh np
concede quote that
confess quote that
claim quote that to
assert quote that np
allege quote that
contend quote that
maintain quote strict
counter quote that
retort quote that
quip quote that
joke quote that
boast quote that wh
brag quote that
exclaim quote that
remark quote strict
observe quote that
comment quote strict
emphasize quote that wh np
emphasise quote that wh np
stress quote that wh np
underscore quote that
reiterate quote that np
repeat quote that
testify quote that
disclose quote that
reveal quote that wh
announce quote that np
report quote that
confirm quote that np
deny quote that np
mention quote that
indicate quote that
suggest quote that wh
imply quote that
hint quote that
predict quote that np
estimate quote that
speculate quote that
propose quote that to np
recommend quote that
caution quote that heard
warn quote that heard to
promise quote that to heard np
pledge quote that to
vow quote that to
swear quote that to
threaten quote that to
guarantee quote that
assure quote that heard
remind quote that heard wh
inform quote that heard
advise quote that heard to
ask quote wh heard to
wonder quote wh
inquire quote wh
demand quote that to np
urge quote that heard to
implore quote heard to
beg quote heard to
order quote heard to
complain quote that
lament quote that
gripe quote that
fume quote
shout quote
yell quote
chant quote
whisper quote
mutter quote
murmur quote
cry quote
scream quote
answer quote that
interject quote
interrupt quote
opine quote that
bark quote
snap quote
react quote
retaliate quote that
thunder quote
roar quote
scoff quote that
gush quote
sneer quote
plead quote
press quote
rule strict
theorize quote that
theorise quote that
surmise quote that
reason quote strict
vent quote
muse quote that
marvel quote that
proclaim quote that np
pronounce quote
describe quote np
call quote np
label quote np
brand quote np
dub quote np
accuse quote np
blame quote np
criticize quote np
criticise quote np
praise quote np
blast quote np
slam quote np
denounce quote np
condemn quote np
decry quote np
deride quote np
mock quote np
dismiss quote np
reject quote np
hail quote np
tout quote np
cite quote np
quote quote np
characterize quote np
characterise quote np
express quote np
charge quote strict
read quote
post quote that
begin quote
agree quote that to
believe quote that
think quote that
feel quote strict
hope quote that
fear quote that
expect that
"""

PHRASE_FRAMES = """
call for np
call on np to
point out quote that wh np
point to np
talk about np
speak about np
speak of np
complain about np
boast about np
brag about np
refer to quote np
warn of np
warn about np
warn against np
hint at np
go on quote
fire back quote that
shoot back quote that
chime in quote
push back quote that
"""

IRREGULAR_FORMS = {
    "say": ("says", "said", "saying"),
    "tell": ("tells", "told", "telling"),
    "write": ("writes", "wrote", "writing"),
    "think": ("thinks", "thought", "thinking"),
    "feel": ("feels", "felt", "feeling"),
    "speak": ("speaks", "spoke", "speaking"),
    "swear": ("swears", "swore", "swearing"),
    "go": ("goes", "went", "going"),
    "shoot": ("shoots", "shot", "shooting"),
    "chime": ("chimes", "chimed", "chiming"),
    "snap": ("snaps", "snapped", "snapping"),
    "read": ("reads", "read", "reading"),
    "begin": ("begins", "began", "beginning"),
    "quip": ("quips", "quipped", "quipping"),
    "admit": ("admits", "admitted", "admitting"),
    "brag": ("brags", "bragged", "bragging"),
    "beg": ("begs", "begged", "begging"),
    "slam": ("slams", "slammed", "slamming"),
    "dub": ("dubs", "dubbed", "dubbing"),
}
PARTICIPLES = {"write": "written", "speak": "spoken", "swear": "sworn", "begin": "begun"}
"""Participles that are not the past form."""
NOUNS_TOO = frozenset(
    """report claim call note state comment charge promise question demand estimate pledge vow remark answer quote order
    post mention tweet label brand joke cry blast hope fear caution threat stress talk rule reason point""".split()  # noqa: SIM905
)
"""Verbs whose base and -s forms are nouns as well."""

MENTAL_VERBS = frozenset(("think", "believe", "feel", "hope", "fear", "expect"))
"""Verbs of mind: what the writer or the reader thinks is no statement."""
LISTENER_VERBS = frozenset(("tell", "urge", "advise", "order", "warn", "remind", "implore", "inform", "assure"))
"""Verbs that name who hears before what is said; without, the past form is a participle: ``told to leave``."""
GERUND_VERBS = frozenset(
    ("report", "suggest", "propose", "recommend", "deny", "admit", "acknowledge", "recall", "mention")
)
"""Verbs whose content may begin with a form in -ing: ``denied taking the money``."""
SAYING_NOUNS = frozenset(
    """allegation allegations claim claims accusation accusations warning warnings threat threats complaint complaints
    denial denials demand demands rumours rumors concern concerns""".split()  # noqa: SIM905
)
"""Nouns whose phrase is the content of ``reported``."""
NAMING_VERBS = frozenset(("call", "dub", "label", "brand"))
"""Verbs whose past form after a common noun gives its name: ``a storm called Ada``."""


class Verb(NamedTuple):
    """
    A form of a reporting verb.

    Attributes:
        lemma: Its base form.
        frames: What may follow it.
        form: ``base``, ``s``, ``past``, ``ing`` or ``participle`` (only where it is not the past form).
        phrases: Frames by the particle that belongs to the cue.
    """

    lemma: str
    frames: frozenset[str]
    form: str
    phrases: dict[str, frozenset[str]]

    @property
    def may_be_noun(self) -> bool:
        """The form is that of a noun as well."""
        return self.lemma in NOUNS_TOO and self.form in {"base", "s"}


def inflected(verb: str) -> tuple[str, str, str]:
    """The -s, past and -ing forms of a verb."""
    if verb in IRREGULAR_FORMS:
        return IRREGULAR_FORMS[verb]
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return verb[:-1] + "ies", verb[:-1] + "ied", verb + "ing"
    stem = verb.removesuffix("e")
    return verb + ("es" if verb.endswith(("s", "sh", "ch", "x")) else "s"), stem + "ed", stem + "ing"


def _forms() -> dict[str, Verb]:
    """Every form of every verb of the tables."""
    frames = {line.split()[0]: frozenset(line.split()[1:]) for line in FRAMES.strip().splitlines()}
    phrases: dict[str, dict[str, frozenset[str]]] = {}
    for line in PHRASE_FRAMES.strip().splitlines():
        lemma, particle, *taken = line.split()
        phrases.setdefault(lemma, {})[particle] = frozenset(taken)
    found: dict[str, Verb] = {}
    for lemma in [*frames, *(lemma for lemma in phrases if lemma not in frames)]:
        kinds = zip(("s", "past", "ing"), inflected(lemma), strict=True)
        parts = (frames.get(lemma, frozenset()), phrases.get(lemma, {}))
        if lemma in PARTICIPLES:
            found[PARTICIPLES[lemma]] = Verb(lemma, parts[0], "participle", parts[1])
        for form, word in (("base", lemma), *kinds):
            found[word] = Verb(lemma, parts[0], form, parts[1])
    return found


REPORTING_VERBS = _forms()
"""Reporting verbs by the lower-case form that stands in a text."""
