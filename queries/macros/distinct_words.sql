-- macro:     distinct_words(of_text)
--
-- The words of a text, each once, in lower case and without marks.
list_distinct(string_split(trim(normalized_words(of_text)), ' '))
