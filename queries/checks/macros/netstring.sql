-- macro: netstring(x)
--
-- A value as the leaf hash reads it: bytes, colon, text, comma; NULL is apart from the empty text.
case when x is null then '-,' else concat(strlen(cast(x as varchar)), ':', cast(x as varchar), ',') end
