-- macro: is_precision(word)
--
-- Does that word say how finely a time is stated? None does for a time that is not known.
coalesce(word in (
    'second', 'minute', 'hour', 'part-of-day', 'day', 'weekend', 'week', 'month', 'quarter', 'season', 'half-year',
    'year', 'decade', 'century', 'vague', 'by'
), true)
