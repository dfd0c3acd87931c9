-- macro:     likeness(told, told_again)
--
-- How alike two texts are: the words they share, of the words they have; 0 to 1.
2.0 * len(list_intersect(words(told), words(told_again))) / greatest(len(words(told)) + len(words(told_again)), 1)
