-- macro:     core_quote(quote_text, quote_manner)
--
-- The words of a statement that articles repeat: its longest quotation of four words or more where it is quoted in part,
-- else all its words.
coalesce(
    case when quote_manner = 'mixed' then
        list_sort(
            [
                {'length': length(normalized_words(quoted)), 'words': normalized_words(quoted)}
                for quoted in regexp_extract_all(quote_text, '["“]([^"“”]+)["”]', 1)
                if length(normalized_words(quoted)) - length(replace(normalized_words(quoted), ' ', '')) > 4
            ],
            'desc'
        )[1].words
    end,
    normalized_words(quote_text)
)
