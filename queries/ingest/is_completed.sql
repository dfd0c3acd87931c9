-- query: is_completed
-- reads: log
--
-- A row if the version $version of the extractor $extractor completed that text before.
select 1
from log
where
    type = 'extraction_completed'
    and article = $article
    and revision = $revision
    and extractor = $extractor
    and extractor_version = $version
limit 1
