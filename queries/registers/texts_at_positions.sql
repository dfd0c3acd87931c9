-- query: texts_at_positions
-- reads: revisions
--
-- The register's rows at the positions $sought: found without reading the others.
select article, revision, fingerprint, seen, position
from revisions
where position in (select unnest($sought))
order by article, revision
