-- view:       appearances
-- grain:      one row per person that a reported statement is by or about
-- parameter:  as_of varchar = null        what the log held at that moment; a day means its end, UTC
--
-- Which people speak and are spoken about, whatever their names are there.
select
    case
        when everywhere.decided and not here.decided then everywhere.person
        else coalesce(here.person, everywhere.person, mention.name)
    end                                                 as person,
    mention.*
from mentions(p_as_of := $as_of) as mention
left join names(p_as_of := $as_of) as here on mention.name = here.name and mention.article = here.article
left join names(p_as_of := $as_of) as everywhere on mention.name = everywhere.name and everywhere.article is null
