-- macro:     core_quote(quote_text, quote_manner)
--
-- The words of a statement that articles repeat: its longest quotation of four words or more where it is quoted in part,
-- else all its words.
coalesce(
    case when quote_manner = 'mixed' then
        list_sort(
            list_transform(
                list_filter(
                    list_transform(
                        regexp_extract_all(quote_text, '["“]([^"“”]+)["”]', 1),
                        lambda quoted: normalized_words(quoted)
                    ),
                    lambda words: length(words) - length(replace(words, ' ', '')) > 4
                ),
                lambda words: {'length': length(words), 'words': words}
            ),
            'desc'
        )[1].words
    end,
    normalized_words(quote_text)
)
