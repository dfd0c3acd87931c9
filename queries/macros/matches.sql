-- macro:     matches(matched, wanted)
--
-- Does a text contain what is wanted, in any case? Nothing wanted matches everything.
wanted is null or coalesce(contains(lower(matched), lower(wanted)), false)
