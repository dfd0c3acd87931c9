-- macro:     held(held_from, held_to, held_as_of)
--
-- Did a row hold at that moment? Without one: does it hold now?
case
    when held_as_of is null then held_to is null
    else held_from <= moment(held_as_of) and (held_to is null or held_to > moment(held_as_of))
end
