-- query: known_copies
-- reads: copy_links
--
-- What articles are to earlier ones, as is known: those of $keys and of what they are copies of, or all.
with known as (
    select article, of, kind, shared
    from copy_links
    qualify row_number() over (partition by article, of order by position desc) = 1
),

named as (
    select unnest($keys) as key
    union
    select of from known where article in (select unnest($keys))
)

select article, of, kind, shared
from known
where kind <> 'none' and ($keys is null or article in (select key from named) or of in (select key from named))
