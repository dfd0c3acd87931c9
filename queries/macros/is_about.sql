-- macro:     is_about(matched, any_of, all_of, none_of)
--
-- Does a text contain at least one of the first words or phrases, all of the second and none of the third, in any case?
-- Nothing is asked by what is null or empty.
about_any(matched, any_of)
and (
    all_of is null
    or len(list_filter(all_of, lambda topic: not coalesce(contains(lower(matched), lower(topic)), false))) = 0
)
and (none_of is null or len(none_of) = 0 or not about_any(matched, none_of))
