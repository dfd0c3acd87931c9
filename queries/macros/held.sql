-- macro:     held(held_from, held_to, held_reported, held_replaced, held_as_of, held_until)
--
-- Did a row hold at the one moment, by what had been printed at the other? Without the first: does it hold now?
-- Without the second: is its text the last one printed? What was never printed, as a decision of somebody, holds for all.
case
    when held_as_of is null then held_to is null
    else held_from <= moment(held_as_of) and (held_to is null or held_to > moment(held_as_of))
end
and case
    when held_until is null then held_replaced is null
    else
        coalesce(held_reported <= moment(held_until), true)
        and (held_replaced is null or held_replaced > moment(held_until))
end
