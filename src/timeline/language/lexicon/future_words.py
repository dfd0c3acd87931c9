"""Words by which a clause shows that something lies ahead."""

from __future__ import annotations

from timeline.language.lexicon.words import words

_ARRANGED = words("expected scheduled due set slated")
ARRANGED = _ARRANGED | words("planned likely to")
"""Behind a form of be they say that the subject lies ahead."""
AHEAD = ARRANGED | words("planning supposed going payable effective preparing poised hoping aiming")
"""Behind a form of be they say that what a time in the clause dates lies ahead."""
PLANNED = _ARRANGED | words("planning preparing poised likely")
"""Behind a form of be they say that something is planned; ``to`` and ``going to`` do so too."""
HAD_BEEN_ARRANGED = _ARRANGED | words("planned hoped")
"""Behind ``had been``: what was to happen is told from later."""
AHEAD_IN_ED = words("scheduled planned extended expected")
"""Words in -ed that speak of what lies ahead."""
PROMISING = words("plan plans intend intends aim aims vow vows vowed promised promises pledged hope hopes agreed")
"""Before an infinitive: what is only meant to happen."""
AGREED = words(
    """agree agrees agreed agreement decided decision deal offer proposal proposed intention pledged promised vowed
    slated preparations talks"""
)
"""What was agreed on lies ahead, though the agreement is past."""
