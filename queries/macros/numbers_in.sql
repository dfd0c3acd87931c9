-- macro:     numbers_in(of_text)
--
-- The numbers in a text, in digits and in words, as they stand there in lower case.
regexp_extract_all(
    lower(of_text),
    '\d+(?:[.,:]\d+)*|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty|dozens?|hundreds?|thousands?|[mb]illions?)\b'
)
