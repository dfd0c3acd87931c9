-- query: reports_of_happening
-- reads: happenings, happening_links, occurrences
--
-- The reports of the happening that the event $event_id tells of, each with what was said last of its being one.
with one as (
    select happening
    from happenings(p_as_of := $as_of, p_reported_until := $reported_until)
    where occurrence = $event_id
),

said as (
    select
        occurrence,
        arg_max({rule: rule, score: score, decided: decided, reason: reason, "by": "by"}, (decided, position)) as latest
    from happening_links(p_as_of := $as_of, p_reported_until := $reported_until)
    where not parted and occurrence <> happening
    group by occurrence
)

select
    occurrence,                                                          -- id of the event
    article,
    occurrences.text                                    as text,
    trigger,
    participants || places                              as names,
    if(latest.decided, null, latest.rule)               as rule,         -- null: by which it is known, or what was joined
    if(latest.decided, null, latest.score)              as score,
    latest.reason                                       as reason,
    latest."by"                                         as "by"
from happenings(p_as_of := $as_of, p_reported_until := $reported_until)
inner join occurrences(p_as_of := $as_of, p_reported_until := $reported_until) as occurrences on occurrence = event_id
left join said using (occurrence)
where happening in (from one)
order by reported_at, position
