-- query: similar_samples
-- reads: samples
--
-- The texts printed from $first to $last that have some of $shingles, and which: a row each.
select position, printed, size, shingle
from (
    select position, printed, len(shingles) as size, unnest(shingles) as shingle
    from samples
    where printed between $first and $last
)
where shingle in (select cast(unnest($shingles) as uinteger))
