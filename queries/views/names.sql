-- view:       names
-- grain:      one row per name that is another person's, and article where that is so
-- parameter:  as_of varchar = null        what the log held at that moment; a day means its end, UTC
-- parameter:  reported_until varchar = null only what had been printed by that moment
--
-- Whose a name is: the last decision of somebody, else the last link by rules. A name that is not here is its own.
select
    name,
    article,                                                             -- only there; null: everywhere
    arg_max(person, {'decided': decided, 'position': position}) as person,
    bool_or(decided)                                    as decided,      -- by somebody, not by rules
    arg_max(rule, {'decided': decided, 'position': position}) as rule,   -- which rule linked it
    arg_max(confidence, {'decided': decided, 'position': position}) as confidence, -- per mille
    arg_max(event_id, {'decided': decided, 'position': position}) as event_id
from identities(p_as_of := $as_of, p_reported_until := $reported_until)
group by name, article
order by person, name, article
