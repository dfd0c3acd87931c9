-- macro:     about_any(matched, topics)
--
-- Does a text contain at least one of the words or phrases, in any case? No topics match everything.
topics is null
or len(topics) = 0
or coalesce(list_bool_or([contains(lower(matched), lower(topic)) for topic in topics]), false)
