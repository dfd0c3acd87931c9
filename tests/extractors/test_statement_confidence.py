"""How sure a statement is: the figure of the narrowest group that was measured."""

from __future__ import annotations

import pytest

from timeline.extractors.statements.confidence import confidence

NAMED = ("Ana Ruiz", "Ana Ruiz")
UNNAMED = ("officials", None)
PRONOUN = ("She", "Ana Ruiz")
NOBODY = (None, None)


@pytest.mark.parametrize(
    ("expected", "rule", "manner", "cue", "source"),
    [
        (900, "content-cue", "indirect", "has Said", NAMED),
        (830, "content-cue", "indirect", "said", UNNAMED),
        (750, "content-cue", "indirect", "said", PRONOUN),
        (710, "content-cue", "indirect", "claimed", NAMED),
        (570, "content-cue", "indirect", "claimed", UNNAMED),
        (780, "content-cue", "indirect", "claimed", PRONOUN),
        (130, "bare-quotation", "direct", None, NOBODY),
        (400, "bare-quotation", "direct", None, NAMED),
        (350, "bare-quotation", "direct", None, PRONOUN),
        (320, "bare-quotation", "direct", "said", NAMED),
        (360, "bare-quotation", "mixed", None, NOBODY),
    ],
)
def test_cue_and_source_choose_the_group(expected, rule, manner, cue, source):
    """
    To say or tell is one kind of cue, a pronoun, a name and other words are kinds of sources, and none is one of each.
    """
    assert expected == confidence(rule, manner, cue, *source)


def test_a_rule_that_was_not_measured_has_no_figure():
    """
    A new rule without a row in the table is refused.
    """
    with pytest.raises(KeyError, match="guess"):
        confidence("guess", "direct", "said", *NAMED)
