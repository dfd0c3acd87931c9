-- macro:     core(told, told_manner)
--
-- What of a statement comes back when it is told again: of one that is quoted in part the longest quotation, when that
-- has four words or more, else all its words.
coalesce(
    case when told_manner = 'mixed' then
        list_sort(
            [
                {'length': length(gist(quoted)), 'words': gist(quoted)}
                for quoted in regexp_extract_all(told, '["“]([^"“”]+)["”]', 1)
                if length(gist(quoted)) - length(replace(gist(quoted), ' ', '')) > 4
            ],
            'desc'
        )[1].words
    end,
    gist(told)
)
