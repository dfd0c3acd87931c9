-- macro:     is_of(of_article, of_story)
--
-- Is an article one of a story, given by the keys of its articles? No story matches everything.
of_story is null or list_contains(of_story, of_article)
