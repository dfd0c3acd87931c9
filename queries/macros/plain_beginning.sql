-- macro:     plain_beginning(quote_text, quote_manner)
--
-- The first word of what `core_quote` gives, where that is all words of a statement; '' where it is quoted in part.
case
    when quote_manner = 'mixed' then ''
    else regexp_extract(lower(replace(quote_text, '’', '''')), '[\p{L}\p{N}'']+')
end
