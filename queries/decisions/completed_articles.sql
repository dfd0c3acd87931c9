-- query: completed_articles
-- reads: log
--
-- Keys of the articles of which the version $version of the extractor $extractor completed a text.
select distinct article
from log
where
    type = 'extraction_completed'
    and extractor = $extractor
    and extractor_version = $version
    and data is not null
order by article
