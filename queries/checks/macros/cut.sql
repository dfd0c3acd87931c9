-- macro: cut(whole, spans, skipped)
--
-- The words at these places of a text whose beginning was left out, pieces joined as events join them.
array_to_string(
    list_transform(spans, lambda span: substring(whole, span[1] - skipped + 1, span[2] - span[1])), ' / '
)
