-- query: known_words
-- reads: log, occurrences, statements
--
-- What was known at $recorded_after of articles that were read again since: the same words are nothing new.
with again as (
    select distinct article
    from log
    where recorded_at > moment($recorded_after) and article is not null
)

select article, text
from occurrences(p_as_of := $recorded_after)
semi join again using (article)

union all

select article, quote
from statements(p_as_of := $recorded_after)
semi join again using (article)
