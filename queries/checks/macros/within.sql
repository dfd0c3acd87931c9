-- macro: within(spans, size)
--
-- Every span is a pair that lies in a text of that many code points.
len(list_filter(spans, lambda span: len(span) = 2 and span[1] >= 0 and span[2] >= span[1] and span[2] <= size))
= len(spans)
