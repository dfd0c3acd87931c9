-- erasure:   revisions
-- grain:     one row per text, as the register of the new file has it
--
-- Of an erased text it keeps that there was one: its fingerprint would tell those who guess the text that they are right.
select
    known.article,
    known.revision,
    case when log.data is not null then known.fingerprint end as fingerprint,
    case when log.data is not null then known.seen else log.recorded_at end as seen,
    known.position
from old.revisions as known
inner join log on known.position = log.position
