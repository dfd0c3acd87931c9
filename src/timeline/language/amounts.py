"""Read one number with its sign, currency, scale and unit of measurement."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Literal

from attrs import frozen

from timeline.language.lexicon.number_words import DOZEN, SCALES
from timeline.language.lexicon.quantity_words import (
    ABBREVIATED_SCALES,
    ATTACHED_SCALES,
    CODE_NAMES,
    CURRENCY_CODES,
    CURRENCY_SIGNS,
)
from timeline.language.lexicon.words import alternatives, tree
from timeline.language.measures import rate_behind, unit_behind
from timeline.language.numbers import SPELLED, number_value

Kind = Literal["count", "money", "measure", "percent", "ratio"]
"""What a unit is one of."""

_SCALES = SCALES | ABBREVIATED_SCALES | {"dozen": DOZEN}
_SIGNS = r"(?:(?:us|hk|nz|nt) ?\$|(?:au?|ca?|mx|s|r)\$|s \$|\$(?:us|a)?|[£€¥₹₽₪₩₺₴])"
_CODES = rf"(?:{tree(CURRENCY_CODES)}|rm|rs\.?)"
_MINUS = r"(?:minus[ -]|[-−])"
BEFORE = re.compile(rf"(?:(?<!\w)(?:{_SIGNS}|{_CODES}) ?{_MINUS}?|(?<![\w)%]){_MINUS}|(?<![\w.])\.)\Z")
"""Before the first digit or word of a number: what belongs to it."""
BEFORE_CHARS = 10
NAME_BEFORE = re.compile(r"(?:[\w/@#^]|\d[.,:]|\w[-–'’])\Z")
"""Before digits that are part of a name, a code, or another number."""
AMOUNT = re.compile(
    rf"(?:(?P<currency>{_SIGNS}|{_CODES}) ?)?(?P<minus>{_MINUS})?"
    rf"(?P<n>(?:\d{{1,3}}(?:,\d{{3}})+(?!\d)|\d+)(?:\.\d+)?|\.\d+|half(?=-[mb]illion|-dozen)|{SPELLED})(?P<glyph>[½¼¾])?"
    rf"(?P<scale>(?:[ -]?(?:{alternatives(_SCALES)})(?!\w))+|[kmbt](?!\w|/))?"
    r"(?P<percent> ?%|[ -]per ?cent(?!\w)|[ -]pct(?!\w)| ?pc(?!\w))?"
    r"(?P<points>[ -](?:percentage|basis|percent)[ -]points?(?!\w)|(?<=%)[ -]points?(?!\w))?"
)
FRACTION = re.compile(r"(?:(\d+)[ -])?([1-7])/([2-8])(?= (?:of|an?|inch|mile|pound|cup|ounce|acre|million|hour)\b)")
GLYPHS = {"½": Decimal("0.5"), "¼": Decimal("0.25"), "¾": Decimal("0.75")}
SIX_PLACES = Decimal("0.000001")
"""How exactly a part of a whole is written."""
COUNTED = re.compile(r" (?:[a-z-]+ ){0,4}[a-z]+s\b")
"""Behind ``2.7m``: it counts something, and is no length."""


@frozen
class Amount:
    """
    One number as it is written.

    Attributes:
        start: Where its sign, currency or first digit stands.
        end: Where its unit ends.
        value: What it amounts to, exactly.
        scale: What its digits were multiplied with.
        unit: Code of a currency, ``%``, ``point``, or the singular of a unit of measurement; None where none is there.
        kind: What that unit is one of; a count where there is none.
        is_plain: Nothing but a number: no scale, sign or unit.
    """

    start: int
    end: int
    value: Decimal
    scale: int
    unit: str | None
    kind: Kind
    is_plain: bool = False


def amount_around(text: str, lower: str, at: int) -> Amount | None:
    """The amount whose number begins at a place, its sign and currency before it; *lower* is the text in lower case."""
    before = BEFORE.search(lower, max(0, at - BEFORE_CHARS), at)
    found = None if before is None else amount_at(text, lower, before.start())
    if found is not None and found.end > at:
        return found
    return None if at and NAME_BEFORE.search(lower, max(0, at - 2), at) else amount_at(text, lower, at)


def amount_at(text: str, lower: str, at: int) -> Amount | None:
    """The amount that begins at a place."""
    if fraction := FRACTION.match(lower, at):
        whole, part, parts = fraction.groups()
        amount = Decimal(whole or 0) + (Decimal(part) / int(parts)).quantize(SIX_PLACES)
        return _with_unit(text, lower, Amount(at, fraction.end(), amount, 1, None, "count"))
    match = AMOUNT.match(lower, at)
    value = None if match is None else _digits(match)
    if match is None or value is None:
        return None
    code, start = _currency(text, match)
    end, scale = match.end(), _scale(match)
    if match["percent"] or match["points"]:
        return Amount(start, end, value * scale, scale, "point" if match["points"] else "%", "percent")
    if (match["scale"] or "") in ATTACHED_SCALES and not (code or _is_scale(lower, match)):
        end, scale = match.end("n"), 1
    found = Amount(start, end, value * scale, scale, code, "money" if code else "count", is_plain=scale == 1)
    found = _with_unit(text, lower, found)
    return None if found.is_plain and match["minus"] and "." not in match["n"] else found


def _with_unit(text: str, lower: str, number: Amount) -> Amount:
    """An amount with the unit that stands behind it, and what that is by."""
    unit, kind, end = number.unit, number.kind, number.end
    if unit is None and (found := unit_behind(text, lower, end)):
        unit, kind, end = found
    if unit is None:
        return number
    rate = rate_behind(lower, end, is_money=kind == "money")
    if rate is not None:
        unit, end = unit + rate[0], rate[1]
    return Amount(number.start, end, number.value, number.scale, unit, kind)


def _digits(match: re.Match[str]) -> Decimal | None:
    """The value of digits or words, their sign heeded, their scale not; None for words that are no number."""
    words = match["n"]
    if words == "half":
        return GLYPHS["½"]
    read = words.replace(",", "") if words[0] in ".0123456789" else number_value(words)
    if read is None:
        return None
    value = Decimal(str(read)) + GLYPHS.get(match["glyph"], Decimal(0))
    return -value if match["minus"] else value


def _scale(match: re.Match[str]) -> int:
    """What digits are multiplied with."""
    scale = 1
    for word in re.findall("[a-z]+", match["scale"] or ""):
        scale *= _SCALES.get(word) or ATTACHED_SCALES[word]
    return scale


def _is_scale(lower: str, match: re.Match[str]) -> bool:
    """A letter right behind digits multiplies them, and is no unit."""
    if match["scale"] == "k":
        return True
    return match["scale"] == "m" and COUNTED.match(lower, match.end()) is not None


def _currency(text: str, match: re.Match[str]) -> tuple[str | None, int]:
    """The code of the currency before a number, and where the amount begins; letters of one are capitals."""
    given = match["currency"]
    if given is None:
        return None, match.start()
    sign, written = given.replace(" ", ""), text[match.start() : match.start() + len(given)]
    if "$" in sign and written != written.upper():
        return CURRENCY_SIGNS["$"], match.start() + given.index("$")
    if written == written.upper() or written.startswith("Rs"):
        return CURRENCY_SIGNS.get(sign) or CODE_NAMES.get(sign, sign.upper()), match.start()
    return None, match.start("minus") if match["minus"] else match.start("n")
