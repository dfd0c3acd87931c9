"""Stretches of text that somebody may repeat without end to make extraction slow."""

from __future__ import annotations

MARKS = (
    ".", ". ", "…", "!", "! ", "?! ", ", ", ",", ";", "; ", ": ", ":", "-", "--", "– ", " — ", "—", "(", ")", "() ",
    "( ", ") ", "[", "] ", '"', '" ', "'", "' ", "“", "” ", "“” ", "‘", "’", "’ ", "«", "» ", "``", "'' ", "\t", " ",
    "\n", "\n\n", " \n", "* ", "# ", "/", "\\", "_", "@", "%", "$", "&", "|", "~", "<", "<p>", "\xa0", "\u200b",
    "\u202e", "\x00", "🎉", "🎉 ", "é", "á", "中", "ß ", "İ ",
)  # fmt: skip
LETTERS = (
    "a", "A", "a ", "A ", "I ", "a.", "A.", "A. ", "U.S. ", "aB ", "a-", "a'", "A-a ", "Aa", "ed ", "ing ", "’s ",
)  # fmt: skip
DIGITS = (
    "1", "1 ", "0", "1.", "1. ", "1,", "1, ", "1-", "1/", "1:", "1% ", "$1 ", "12:30 ", "2010", "2010 ", "2010, ",
    "2010-", "2010–", "1990s ", "3/4/2024 ", "2024-01-01 ", "2024-01-01T12:00:00Z ", "5 ", "'90s ", "1st ",
    "21st century ", "Q1 ", "one ", "twenty-", "one hundred ", "first ", "1,111,", "111,", "million one ",
    "million twenty one ", "one, ",
)  # fmt: skip
WORDS = (
    "the ", "of ", "and ", "that ", "who ", "which ", "to ", "in ", "not ", "was ", "because ", "while ",
    "according to ", "river ", "River ", "River, ", "and river, ", "the old river ", "word\n", "Word\n",
    "Ministry of ", "of the Ministry ", "the claim ", "imply ", "however, ", "really ", "that according to ",
    "the other ", "with ",
)  # fmt: skip
NAMES = (
    "Ana Ruiz ", "Ana Ruiz, ", "Ana Ruiz and ", "Mr ", "Mr. ", "Mr Ruiz ", "President ", "President Ruiz ",
    "Dr. Ana Ruiz, ", "al-Ruiz ", "O’Ruiz ", "Ruiz’s ", "Paris ", "Paris, ", "in Paris ", "London, Paris and ",
    "Ana B. Ruiz ", "The Ministry ", "River of ", "and River ", "River, who said, ", "river, who ", "in Paris, ",
)  # fmt: skip
TIMES = (
    "Monday ", "Monday, ", "on Monday ", "last week ", "last ", "next year ", "between 2010 and 2011 ",
    "from 2010 to 2011 ", "May ", "May 5 ", "5 May ", "5 May, ", "May 5, 2024 ", "May and June ",
    "Monday and Tuesday ", "Monday, Tuesday and ", "the day after ", "two days before ", "the first week of ",
    "the third Monday of January ", "yesterday ", "now ", "soon ", "every day ", "two or three ", "two years ",
    "two years ago ", "about two ", "more than ", "at noon ", "5 pm ", "Christmas ", "the 20th century ",
    "the 18th, 19th and ", "week 3 of 2024 ", "since 2010 ", "until ", "had been ", "will ", "in 2010, ", "days ",
    "early ", "the early ", "late May ", "a few ", "the past ", "the previous ", "the same ", "May 5-6, ",
    "2010-11, ", "summer ", "the summer of ", "10, ", "the 12th ", "1, 2 and ", "quarter ", "year ", "ago ", "later ",
    "the night of ", "early late ", "last this ",
)  # fmt: skip
SPEECH = (
    "said ", "said, ", "said: ", "he said ", "he said, ", "he said. ", "He said. ", "did not say ", "said Ana Ruiz ",
    "said that ", "told ", "told him ", "who said ", "which said ", "saying ", "adding that ", "asked ",
    "he said that he said ", "“Yes,” he said. ", "“Yes. ", "“Yes” ", '"Yes," she said, ', '"Yes" ', "'Yes' ",
    "“Yes\n\n", "“Yes,” ", "“yes” said ", "‘Yes,’ ", "“Yes,” said Ana Ruiz, ", "Ana Ruiz said ", "Ana Ruiz: ",
    "Ana Ruiz: Yes.\n\n", "Q. ", "according to Ana Ruiz, ", "believes ", "he was told ", "had said ", "was said to ",
    "said he ", "and said ", "but he said ", "that he said ", "said on Monday ", "said (", "(said) ", "— said ",
    "said — ", "reported ", "the report said ", "warned of ", "Ana Ruiz, who ", "would say ", "say ", "says ",
    "saying that ", "“Yes”, he said; ", "it said.\n\n", "“a ", "” said “", "he said “yes ", "saying, ", "claim ",
    "in Paris, reportedly said ", "who said, the a, ",
)  # fmt: skip
REPETITIONS = MARKS + LETTERS + DIGITS + WORDS + NAMES + TIMES + SPEECH
