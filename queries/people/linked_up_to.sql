-- query: linked_up_to
-- reads: log, meta, heads
--
-- The position up to which names were looked at to link them: that of the newest link, or as noted under $key.
with looked as (
    select coalesce(max(cast(value as bigint)), 0) as position,
    (select coalesce(max(tree_size), 0) from heads)     as size          -- of the log
    from meta
    where key = $key
)

select greatest(
    (select position from looked),
    (
        select coalesce(max(position), 0)
        from log
        where type = 'mention_linked' and position > (select position from looked)
    )
) as position,
    (select coalesce(max(tree_size), 0) from heads)     as size          -- of the log
