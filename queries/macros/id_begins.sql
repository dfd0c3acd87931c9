-- macro:     id_begins(id, beginning)
--
-- Does an event's id begin with these digits, in any case, with or without hyphens? Ids between the first and the last that
-- do are compared as numbers: no text is made of any.
length(replace(beginning, '-', '')) <= 32
and id between try_cast(rpad(replace(lower(beginning), '-', ''), 32, '0') as uuid)
and try_cast(rpad(replace(lower(beginning), '-', ''), 32, 'f') as uuid)
