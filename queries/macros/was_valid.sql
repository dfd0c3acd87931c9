-- macro:     was_valid(valid_from, valid_to, valid_reported, valid_replaced, valid_as_of, valid_until)
--
-- Was a row valid at the one moment, by what had been printed at the other? Without the first: is it valid now?
-- Without the second: is its text the last one printed? What was never printed, as a decision, is valid for all.
case
    when valid_as_of is null then valid_to is null
    else valid_from <= moment(valid_as_of) and (valid_to is null or valid_to > moment(valid_as_of))
end
and case
    when valid_until is null then valid_replaced is null
    else
        coalesce(valid_reported <= moment(valid_until), true)
        and (valid_replaced is null or valid_replaced > moment(valid_until))
end
