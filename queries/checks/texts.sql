-- check:     texts
-- grain:     one row per text that an event with $first <= position <= $last points into
--
-- What evidence is cut from: mostly in the same stretch of the log, else at the positions $elsewhere.
select
    article,
    revision,
    try(data ->> '$.text') as text,
    length(text)           as size,
    sha256(text)           as digest
from log
where
    (position between $first and $last or position in (select unnest($elsewhere)))
    and type in ('article_published', 'article_revised')
