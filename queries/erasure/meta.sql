-- erasure:   meta
-- grain:     one row per note
--
-- The notes in a log, but for those that are made with a new file, its projections and its indexes.
select *
from old.meta
where key not in ('product', 'format', 'tables', 'queries') and not starts_with(key, $index)
