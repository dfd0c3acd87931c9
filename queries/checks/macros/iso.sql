-- macro: iso(t)
--
-- A time as payloads write it: a midnight is a day.
case
    when t = date_trunc('day', t) then cast(cast(t as date) as varchar)
    else replace(cast(t as varchar), ' ', 'T')
end
