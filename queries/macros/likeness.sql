-- macro:     likeness(one_text, other_text)
--
-- How alike two texts are: the words they share, of the words they have; 0 to 1.
2.0 * len(list_intersect(distinct_words(one_text), distinct_words(other_text))) / greatest(
    len(distinct_words(one_text)) + len(distinct_words(other_text)), 1
)
