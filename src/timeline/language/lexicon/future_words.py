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
_TIMETABLED = words("begin start open reopen close end expire lapse resume conclude premiere debut adjourn reconvene")
TIMETABLED = {f"{verb}s" for verb in _TIMETABLED} | words("returns faces hosts travels appears")
"""In the present they say what a timetable says: what a time beside them dates lies ahead."""
TIMETABLED_PLURAL = _TIMETABLED | words("return host face")
"""The same behind a plural."""
TIMETABLED_PHRASES = (
    r"runs? out", r"takes? (?:place|effect|office)", r"gets? (?:under ?way|going)", r"falls? (?:on|due)",
    r"goes (?:to|on|into|before|live|up|down)", r"go (?:to the polls|on (?:sale|trial|show|strike)|into effect|live)",
    r"comes? (?:into (?:force|effect)|up for)", r"heads? to", r"(?:is|are) up", r"(?:tip|kick)s? off", r"turns? \d+",
    r"(?:hit|arrive)s? (?:in )?(?:theat(?:er|re)s|cinemas|shelves)",
)  # fmt: skip
"""The same in more words, as sources of regular expressions."""
TERM_SETTING = words(
    """postponed adjourned suspended delayed extended remanded deferred halted banned ordered gave given granted
    sentenced agreed closed cancelled canceled barred blocked shut stopped reserved put pushed booked has have
    scheduled paused"""
)
"""Before ``until`` they say how long something is to last."""
