-- view:       candidates
-- grain:      one row per name of somebody who speaks or is spoken about
-- parameter:  as_of varchar = null        what the log held at that moment; a day means its end, UTC
-- parameter:  reported_until varchar = null only what had been printed by that moment
-- parameter:  after bigint = null         only names that could be those of events behind this position
--
-- Names to be linked: where they stand, and whose they are now.
with touched as (
    select distinct key
    from mentions(p_as_of := $as_of, p_reported_until := $reported_until)
    where position > coalesce($after, 0) and (part = 'about' or resolved)
)

select
    name,
    any_value(key)                                      as key,
    list(distinct mention.article order by mention.article) as articles,
    min(mention.position)                               as position,     -- where it stood first
    cast(min(mention.reported_at) as date)              as first_day,    -- of print
    cast(max(mention.reported_at) as date)              as last_day,
    bool_or(part = 'by')                                as speaks,
    any_value(known.person)                             as person,       -- linked to now
    coalesce(bool_or(known.decided), false)             as decided       -- by somebody
from mentions(p_as_of := $as_of, p_reported_until := $reported_until) as mention
left join (
    select name, person, decided
    from names(p_as_of := $as_of, p_reported_until := $reported_until)
    where article is null
) as known using (name)
where
    (part = 'about' or resolved)
    and key in (select key from touched)
group by name
order by key, name
