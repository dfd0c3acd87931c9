-- erasure:   log
-- grain:     one row per event with $first <= position <= $last, as it is to stand in the new file
--
-- Every column as it was, without the payloads and salts of the positions $gone.
select
    * replace (
        case when not list_contains($gone, position) then data end as data,
        case when not list_contains($gone, position) then salt end as salt
    )
from old.log
where position between $first and $last
order by position
