-- macro: are_words(words)
--
-- Is that a list of texts without a NULL?
words is not null and len(list_filter(words, lambda word: word is null)) = 0
