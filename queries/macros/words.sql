-- macro:     words(told)
--
-- The words of a text, each once, in lower case and without marks.
list_distinct(string_split(trim(gist(told)), ' '))
