-- macro: is_moment(word)
--
-- Is that a day, or a moment to the second with or without an offset, as Python writes it? Others may be well too.
try_cast(left(word, 19) as timestamp) is not null
and regexp_full_match(
    word,
    '\d{4}-\d\d-\d\d(T([01]\d|2[0-3]):[0-5]\d:[0-5]\d([+-](0[1-9]|1\d|2[0-3]):[0-5]\d|\+00:00)?)?'
)
and left(word, 4) <> '0000'
