-- macro:     held(held_from, held_to, held_reported, held_as_of, held_until)
--
-- Did a row hold at the one moment, by what had been printed at the other? Without the first: does it hold now?
-- Without the second: whenever it was printed. What was never printed, as a decision of somebody, holds for both.
case
    when held_as_of is null then held_to is null
    else held_from <= moment(held_as_of) and (held_to is null or held_to > moment(held_as_of))
end
and (held_until is null or held_reported is null or held_reported <= moment(held_until))
