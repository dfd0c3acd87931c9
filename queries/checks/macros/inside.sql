-- macro: inside(spans, whole)
--
-- Every span is a pair, not empty, that lies in another span.
spans is not null
and len(
    list_filter(
        spans, lambda span: len(span) = 2 and span[1] >= whole[1] and span[2] > span[1] and span[2] <= whole[2]
    )
) = len(spans)
