-- macro:     was_known(known_from, known_to, known_reported, known_as_of, known_until)
--
-- Was a row valid at the one moment, and its text printed by the other, whether or not a later one was? Without the first:
-- is it valid now? Without the second: whenever it was printed.
case
    when known_as_of is null then known_to is null
    else known_from <= moment(known_as_of) and (known_to is null or known_to > moment(known_as_of))
end
and (known_until is null or coalesce(known_reported <= moment(known_until), true))
