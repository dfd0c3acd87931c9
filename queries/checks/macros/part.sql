-- macro: part(x)
--
-- A value as event ids read it: characters, colon, text, comma.
length(cast(x as varchar)) || ':' || cast(x as varchar) || ','
