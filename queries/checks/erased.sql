-- check:     erased
-- grain:     one row per payload that is gone without an order, and per one that is there in spite of one
--
-- A payload goes with its salt, by a later `payload_erased` that names its position and its article; names of people,
-- and decisions on them, are of no article.
with orders as (
    select
        position                    as ordered_at,
        try(data ->> '$.article')   as ordered_article,
        unnest(try(cast(data -> '$.positions' as bigint[][]))) as stretch
    from log
    where type = 'payload_erased'
),

erased as (
    select distinct log.position
    from log
    inner join orders on log.position between stretch[1] and stretch[2] and log.position < ordered_at
    where not starts_with(stream, 'article/') or article = ordered_article
),

holes as (
    select position, data is null as lacks_data, salt is null as lacks_salt
    from log
    where data is null or salt is null
)

select
    position,
    case when lacks_data then 'data' else 'salt' end as name,
    'a payload with its salt, or a later payload_erased that names it' as expected,
    'nothing' as found
from holes
anti join erased using (position)

union all

select position, case when lacks_data then 'salt' else 'data' end, 'no payload: it was erased', 'one'
from erased
left join holes using (position)
where (lacks_data and lacks_salt) is not true
