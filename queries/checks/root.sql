-- check:   root
-- example: duckdb news.duckdb < root.sql
--
-- The RFC 6962 root over all leaves with nothing but DuckDB, beside the one of the last commit: they must be the same,
-- and the one you kept elsewhere. A node without a sibling moves up as it is, which is how the standard's tree is split.
with recursive tree(place, hash, width) as (
    select position - 1, leaf, count(*) over ()
    from log
    union all
    select
        place // 2,
        case
            when count(*) = 2
                then sha256('\x01'::blob || unhex(min_by(hash, place)) || unhex(max_by(hash, place)))
            else any_value(hash)
        end,
        (any_value(width) + 1) // 2
    from tree
    where width > 1
    group by place // 2
)

select hash as root, (select arg_max(root, tree_size) from heads) as last_head
from tree
where width = 1
