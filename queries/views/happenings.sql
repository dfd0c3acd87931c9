-- view:       happenings
-- grain:      one row per reported occurrence that is one happening with others
-- parameter:  as_of varchar = null          what the log held at that moment; a day means its end, UTC
-- parameter:  reported_until varchar = null only what had been printed by that moment
--
-- Which reports tell of one happening: as rules found last, and as people decided, which no rule changes.
with recursive links as materialized (
    -- links are never printed, what they link is
    select * from happening_links(p_as_of := $as_of, p_reported_until := $reported_until)
    where occurrence not in (select event_id from occurrence_history where reported_at > moment($reported_until))
),

found as (
    select occurrence, arg_max(happening, position) as happening
    from links
    where not decided
    group by occurrence
    having arg_max(happening, position) <> occurrence
),

decided as (
    select occurrence, arg_max(happening, position) as happening, arg_max(parted, position) as parted
    from links
    where decided
    group by occurrence
),

-- what people joined, as far as joining goes: the happening that it was joined to may have been joined to another one
joined as (
    select occurrence, happening, 1 as hops
    from decided
    where not parted
    union all
    select joined.occurrence, further.happening, joined.hops + 1
    from joined
    inner join decided as further on joined.happening = further.occurrence and not further.parted
    where joined.hops < 8 and further.happening <> joined.occurrence
),

led as (
    select occurrence, arg_max(happening, hops) as happening
    from joined
    group by occurrence
),

parted as (
    -- from a happening, whichever report it is known by today
    select decided.occurrence, coalesce(led.happening, found.happening, decided.happening) as happening
    from decided
    left join found on decided.happening = found.occurrence
    left join led on led.occurrence = coalesce(found.happening, decided.happening)
    where decided.parted
),

members as (
    select found.occurrence, coalesce(led.happening, found.happening) as happening
    from found
    left join led on found.happening = led.occurrence
    left join parted on found.occurrence = parted.occurrence
    where
        found.occurrence not in (select occurrence from led)
        and (parted.happening is null or parted.happening <> coalesce(led.happening, found.happening))
    union all
    select led.occurrence, coalesce(found.happening, led.happening) as happening
    from led
    left join found on led.happening = found.occurrence
)

select occurrence, happening -- ids of events; the happening is known by its earliest report
from members
union all
select distinct happening, happening
from members
anti join parted on members.happening = parted.occurrence
