-- macro:     is_part(words, clause)
--
-- A figure is stated as a part of others: "four other survivors", "two of the survivors".
regexp_matches(words, '\b(?:another|additional|further|more|others?|remaining)\b', 'i')
or regexp_matches(
    words || substr(clause, strpos(clause, words) + length(words)),
    '^\S+(?: hundred| thousand| million| billion)? of (?:the|them|these|those|us|his|her|its|our|their)\b', 'i'
)
