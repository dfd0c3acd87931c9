-- macro:     normalized_words(of_text)
--
-- The words of a text in lower case, marks left out, a blank around each: what makes two quotations the same. A single blank
-- between words is passed over: replacing it by itself takes as long as all the rest.
regexp_replace(' ' || lower(replace(of_text, '’', '''')) || ' ', ' *[^\p{L}\p{N}'' ][^\p{L}\p{N}'']*| {2,}', ' ', 'g')
