"""Test the forms of reporting verbs."""

from __future__ import annotations

import pytest

from timeline.language.lexicon.reporting_verbs import REPORTING_VERBS, inflected


@pytest.mark.parametrize(
    ("verb", "forms"),
    [
        ("say", ("says", "said", "saying")),
        ("deny", ("denies", "denied", "denying")),
        ("portray", ("portrays", "portrayed", "portraying")),
        ("argue", ("argues", "argued", "arguing")),
        ("stress", ("stresses", "stressed", "stressing")),
        ("preach", ("preaches", "preached", "preaching")),
        ("claim", ("claims", "claimed", "claiming")),
    ],
)
def test_verbs_are_inflected_by_their_last_letters(verb: str, forms: tuple[str, str, str]) -> None:
    """
    An -s, past and -ing form each, regular but for those of a table.
    """
    assert forms == inflected(verb)


def test_some_forms_are_those_of_nouns() -> None:
    """
    Only a base or -s form can be a noun, and only of some verbs.
    """
    nouns = {
        form for form in ("claims", "claim", "claimed", "claiming", "says", "deny") if REPORTING_VERBS[form].may_be_noun
    }

    assert {"claims", "claim"} == nouns


def test_participles_are_forms_of_their_own() -> None:
    """
    A participle that is not the past form is known as one, no other is.
    """
    participles = {form for form, verb in REPORTING_VERBS.items() if verb.form == "participle"}

    assert {"written", "spoken", "sworn", "begun"} == participles


def test_a_verb_with_a_particle_alone_takes_nothing_without_it() -> None:
    """
    ``speak`` reports only with its particle, ``say`` without one.
    """
    assert REPORTING_VERBS["spoke"].phrases
    assert not REPORTING_VERBS["spoke"].frames
    assert REPORTING_VERBS["said"].frames
    assert REPORTING_VERBS["warned"].frames
    assert REPORTING_VERBS["warned"].phrases
