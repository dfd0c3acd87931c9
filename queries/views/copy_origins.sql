-- view:       copy_origins
-- grain:      one row per article that is a copy
-- parameter:  as_of varchar = null        what the log held at that moment; a day means its end, UTC
-- parameter:  reported_until varchar = null only what had been printed by that moment
--
-- Which article stands for a copy where sources are counted: two articles are copies of one where these are the same. An
-- article that is not here stands for itself.
select
    article,                                                             -- key
    arg_max(of, position) as origin                                      -- key of the earliest article that it is a copy of
from (
    select article, of, max(position) as position
    from copy_links(p_as_of := $as_of, p_reported_until := $reported_until)
    where article not in (select article from article_history where revision = 1 and reported_at > moment($reported_until))
    group by article, of
    having arg_max(kind, position) = 'copy'
)
group by article
