-- macro:     about_any(matched, topics)
--
-- Does a text contain at least one of the words or phrases, in any case? No topics match everything. One pattern of
-- all topics, made once, takes half the time of asking for each.
topics is null
or len(topics) = 0
or coalesce(
    regexp_matches(
        lower(matched),
        array_to_string(list_transform(topics, lambda topic: regexp_escape(lower(topic))), '|')
    ),
    false
)
