"""
How often content and speaker of a statement are right, per mille.

Measured on PolNeAR's training articles: a statement is right when half of its characters are those of an annotated one
and the speaker's mention is too. Small groups were drawn towards the wider group they belong to. How well that holds on
other articles stands in ``docs/how-statements-are-read.md``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.language.lexicon.reporting_words import SAY_OR_TELL
from timeline.language.lexicon.word_classes import PRONOUNS

if TYPE_CHECKING:
    from timeline.events.types.statement_reported import Manner

MEASURED = """
according-to * * * 840
according-to mixed * * 820
according-to indirect other named 860
as-reported * * * 780
as-reported indirect * * 740
asked * * * 760
bare-quotation * * * 360
bare-quotation direct * * 320
bare-quotation direct none named 400
bare-quotation direct none none 130
bare-quotation direct none pronoun 350
content-cue * * * 940
content-cue direct * * 970
content-cue indirect * * 780
content-cue mixed * * 830
content-cue indirect other named 710
content-cue indirect other unnamed 570
content-cue indirect say named 900
content-cue indirect say pronoun 750
content-cue indirect say unnamed 830
content-cue mixed say named 880
content-cue mixed say pronoun 860
cue-content * * * 800
cue-content direct * * 870
cue-content indirect * * 780
cue-content mixed * * 840
cue-content direct other unnamed 760
cue-content direct say named 920
cue-content indirect other pronoun 730
cue-content indirect other unnamed 650
cue-content indirect say named 880
cue-content indirect say pronoun 830
cue-content mixed other named 810
cue-content mixed other pronoun 820
cue-content mixed other unnamed 760
cue-content mixed say named 920
cue-content mixed say unnamed 810
infinitive * * * 530
infinitive indirect * * 470
introduced * * * 840
named-turn * * * 700
named-turn direct * * 730
named-turn indirect * * 570
named-turn mixed * * 830
named-turn indirect other named 510
participle * * * 680
participle direct * * 740
participle indirect * * 630
participle mixed * * 740
participle indirect other named 700
participle indirect other pronoun 600
participle indirect other unnamed 460
participle indirect say named 750
participle mixed other named 800
participle mixed say named 800
relative-content * * * 700
relative-content indirect * * 660
signed-quotation * * * 700
"""
"""
Rule, manner, kind of cue, kind of source, per mille; a star stands for any.

Signed quotations were too few to measure: theirs is the figure of turns.
"""


def _table() -> dict[tuple[str, ...], int]:
    """The figures by group; stars left out."""
    found = {}
    for line in MEASURED.strip().splitlines():
        *group, share = line.split()
        found[tuple(word for word in group if word != "*")] = int(share)
    return found


CONFIDENCE = _table()


def confidence(rule: str, manner: Manner, cue: str | None, source: str | None, speaker: str | None) -> int:
    """
    How often a statement like this one is right, per mille.

    Args:
        rule: Name of the rule that read it.
        manner: How it is quoted.
        cue: Its cue's words.
        source: The mention of its speaker.
        speaker: The name that this stands for.
    """
    said = "none" if cue is None else "say" if any(word in SAY_OR_TELL for word in cue.lower().split()) else "other"
    kind = "none" if source is None else "named" if speaker else "unnamed"
    kind = "pronoun" if source is not None and source.lower() in PRONOUNS else kind
    for group in ((rule, manner, said, kind), (rule, manner), (rule,)):
        if group in CONFIDENCE:
            return CONFIDENCE[group]
    raise KeyError(rule)
