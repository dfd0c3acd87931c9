"""Abbreviations, and words that begin sentences."""

from __future__ import annotations

from timeline.language.lexicon.times import MONTH_ABBREVIATIONS, WEEKDAY_ABBREVIATIONS, WEEKEND_ABBREVIATIONS
from timeline.language.lexicon.words import capitalized, words

_FREQUENT = words("Mr Mrs Ms Dr Sen Sens Rep Reps Gov Gen St Lt Col Sgt Prof Rev Capt Maj No")
WITH_STOP = _FREQUENT | words("Jr Sr Ph.D Ed.D Esq")
"""Their stop is part of the word."""
BEFORE_NAME = _FREQUENT | words(
    """Govs Cpl Cmdr Adm Brig Pvt Fr Hon Pres Ste Mt Ft Supt Insp Det Amb Atty Sr. vs v Nos Fig pp Messrs Mme Mlle Mgr
    Msgr Pfc Spc Sec Asst Dept"""
)
"""Never end a sentence: a name or a number follows."""
MAY_END = capitalized(MONTH_ABBREVIATIONS | WEEKDAY_ABBREVIATIONS | WEEKEND_ABBREVIATIONS) | words(
    """Inc Corp Ltd Co Cos Bros Jr Sr etc al Ave Blvd Rd Ala Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind Kan Ky La Md
    Mass Mich Minn Miss Mo Mont Neb Nev Okla Ore Pa Tenn Tex Va Vt Wash Wis Wyo approx est Ph.D M.D"""
)
"""End a sentence only when a word of `SENTENCE_STARTERS` follows."""
SENTENCE_STARTERS = words(
    """The A An This That These Those He She It We They You I His Her Its Our Their My Your There Here In On At By For
    From With Without Within After Before During Since Until Under Over Among Between Despite As If When While Where
    Who What Why How Although Though Because But And Or So Yet Nor Not No Now Then Also However Meanwhile Instead
    Moreover Still Some Many Most Several Both All One Two Three Another Other Others Such Only Even According Asked
    Last Earlier Later Once Early Late Today Yesterday Both Each Every Few More Nearly About Around Following To Of
    Critics Officials Police Authorities Experts Analysts Supporters Opponents Investigators Witnesses"""
)
"""Words that in capitals are far more often a sentence's first than part of a name."""
