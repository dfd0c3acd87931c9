-- query: texts_of_articles
-- reads: revisions
--
-- The register's rows of the articles $sought.
select article, revision, fingerprint, seen, position
from revisions
where article in (select unnest($sought))
order by article, revision
