"""Tell what publishers put between the paragraphs of an article: credits, invitations, menus, captions."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

LONGEST = 400
"""Characters; what is longer is a paragraph."""

LONGEST_REPEATED = 30
"""Letters; a short answer or heading may stand twice, a paragraph does not."""

MOST_OF_KICKER = 2
"""Words."""

WHOLE = re.compile(
    r"""\W*(?:
        (?:read|see|more|find[ ]out|learn|show)[ ]+(?:more|next|also|on[ ]this[ ]story|related(?:[ ]stories)?|less)
      | (?:(?:read|see)(?:[ ](?:more|next|also))?|watch|listen|related|more|recommended|don['’]t[ ]miss|also[ ]read)
        (?:\s*[:|>]|\s+[–-]\s).{0,160}
      | (?:related|recommended|trending|popular|latest|more|top)[ ](?:articles?|content|coverage|links|news|reading|
          stories|story|topics|videos?|from[ ].{1,40})
      | (?:story|article)[ ]continues[ ](?:below|after).{0,60} | article[ ]content | advertisements?(?:[ ].{0,60})?
      | (?:copy|share|save|print|comments?|e-?mail|tweet|bookmark|headline|link[ ]copied!?|loading(?:\.\.\.|…)?)
      | (?:copy[ ](?:the[ ])?link|leave[ ]a[ ]comment|(?:view|show)[ ](?:all[ ])?comments?|join[ ]the[ ]conversation)
      | share[ ](?:this|on|via|with)\b.{0,60}
      | follow[ ](?:us|me|our|@).{0,120}
      | (?:get|receive)[ ](?:daily|weekly|breaking)[ ].{1,40}
      | \[\d+/\d+\].*
      | (?:photo|image|picture|credit|file[ ](?:photo|image))(?:graph)?s?(?:\s*[:/]|\s+(?:[–-]|by|courtesy)\s).{0,160}
      | e-?mail:?[ ]?\S+@\S+ | \S+@\S+
      | by[ ][A-Z][\w.'’-]+(?:[ ][A-Z][\w.'’-]+){1,3}
    )\W*""",
    re.IGNORECASE | re.VERBOSE | re.DOTALL,
)
"""What a paragraph of furniture is as a whole."""

WITHIN = re.compile(
    r"""
        \bcontributed[ ](?:to[ ])?(?:this[ ](?:report|story|article|piece)\b|the[ ](?:report|story)\W*$)
      | \bcontributed[ ]reporting\b
      | ^\W*(?:additional[ ])?reporting[ ](?:by|from)\b | ^\W*with[ ](?:files|reporting)[ ](?:from|by)\b
      | ^\W*additional[ ]reporting\b | ^\W*(?:writing|editing|compiled)[ ]by\b
      | ;[ ](?:writing|editing)[ ]by[ ] | \bthomson[ ]reuters[ ]trust[ ]principles | \blicensing[ ]rights\b
      | \bsign(?:ing)?[ ]up[ ](?:for|to|here|now|below)\b.*\b(?:news|letters?|newsletters?|
          e-?mails?|alerts|updates|inbox|daily|free)
      | \bsign[ ]up[ ](?:for|to)[ ]our\b | \b(?:to|in|into)[ ]your[ ]inbox\b | \bour[ ]\S*[ ]?\S*[ ]?newsletters?\b
      | ^\W*subscribe[ ](?:to|now|today|here|for)\b | ^\W*(?:already[ ]a[ ])?subscribers?\b.*\blog[ ]in\b
      | \blog[ ]in[ ]or[ ](?:create|sign|register|subscribe)
      | ^\W*(?:copyright|©|\(c\))[ ] | \ball[ ]rights[ ]reserved\b
      | \bearn[ ](?:us[ ])?an?[ ](?:affiliate[ ])?commission\b
      | ^\W*get[ ]in[ ]touch[ ](?:with|by)\b | ^\W*(?:do[ ]you[ ]have|got)[ ]a[ ](?:news[ ])?(?:story|tip)\b
      | ^\W*for[ ]more[ ](?:stories|news|articles)[ ].*\b(?:page|click|visit|follow|newsletter)
      | \bread[ ]our[ ]privacy\b | \bplease[ ](?:bookmark|enable[ ]javascript)\b | \bbrowser[ ]version\b
      | ^\W*(?:this[ ]is[ ]a[ ])?(?:breaking|developing)[ ](?:new|news)?[ ]?(?:story)?\W+
          (?:more|please|check|updates?|refresh)\b
      | \bwe[ ]want[ ]to[ ]hear[ ]from[ ]you\b | \bfollow[ ](?:our[ ])?live[ ](?:updates|coverage)\b
      | ^\W*(?:explore[ ]the[ ]latest|access[ ]the[ ](?:latest|most[ ]recent))\b
      | ^\W*(?:click|tap)[ ]here\b | ^\W*download[ ](?:our|the)\b.*\bapp\b
      | \((?:AP[ ]Photo|Photo(?:graph)?[ ]by|Image[ ]credit)\b[^)]*\)\W*$
      | (?:\bREUTERS/|\bAP[ ]Photo/|/Getty[ ]Images|/AFP[ ]via|\bvia[ ]Getty[ ]Images)[\w\s./-]*\)?\W*$
    """,
    re.IGNORECASE | re.VERBOSE | re.DOTALL,
)
"""What a short paragraph has somewhere when it is furniture."""

FILED = re.compile(r"[A-Z][\w.'’-]+(?:[ ][A-Z][\w.'’-]+)*[ ]reported[ ]from[ ][A-Z][^.]{2,80}\.")
"""How an agency's note on who wrote where begins."""


def article_paragraphs(found: Iterable[str], titles: Iterable[str]) -> list[str]:
    """The paragraphs that are the article's: not the headline, nothing twice, no furniture."""
    seen = set(map(_letters, titles))
    kept: list[str] = []
    for text in found:
        letters = _letters(text)
        if letters in seen or is_furniture(text):
            continue
        if len(letters) > LONGEST_REPEATED:
            seen.add(letters)
        kept.append(text)
    while len(kept) > 1 and _is_kicker(kept[0]):
        del kept[0]
    return kept


def _is_kicker(text: str) -> bool:
    """The name of a section, which some pages print above the article."""
    return len(text.split()) <= MOST_OF_KICKER and text[-1].isalpha() and len(text) <= LONGEST_REPEATED


def _letters(text: str) -> str:
    return "".join(character for character in text.casefold() if character.isalnum())


def is_furniture(text: str) -> bool:
    """A paragraph, blanks single, is none of the article's."""
    if not any(character.isalpha() for character in text):
        return not any(character.isdigit() for character in text)
    if len(text) > LONGEST or text[0] in '"“‘«„':
        return False
    return bool(WHOLE.fullmatch(text) or WITHIN.search(text) or FILED.match(text))
