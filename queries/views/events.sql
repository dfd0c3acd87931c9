-- view:       events
-- grain:      one row per event
-- parameter:  as_of varchar = null        up to this moment; a day means its end, UTC
-- parameter:  reported_until varchar = null only what had been printed by that moment
-- parameter:  since date = null           first day it may have happened
-- parameter:  until date = null           last day it may have happened
-- parameter:  after bigint = 0            only events behind this position
-- parameter:  up_to bigint = null         only events up to this position
-- parameter:  type varchar = null         only events of this type
-- parameter:  article varchar = null      only events of this article
--
-- What was recorded, in order, without salt and hashes.
select * exclude (salt, commitment, leaf)
from log
where
    position > $after
    and ($up_to is null or position <= $up_to)
    and ($type is null or type = $type)
    and ($article is null or article = $article)
    and in_range(occurred_from, occurred_to, $since, $until)
    and ($as_of is null or recorded_at <= moment($as_of))
    and ($reported_until is null or reported_at is null or reported_at <= moment($reported_until))
order by position
