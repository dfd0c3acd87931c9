-- macro:     normalized_words(of_text)
--
-- The words of a text in lower case, marks left out, a blank around each: what makes two quotations the same.
' ' || trim(regexp_replace(lower(replace(of_text, '’', '''')), '[^\p{L}\p{N}'']+', ' ', 'g')) || ' '
