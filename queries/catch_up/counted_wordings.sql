-- query: counted_wordings
-- reads: stored.repetition_history, stored.article_history
--
-- Of $wordings those that articles added behind position $after cannot change: their outlets have all that are counted.
with outlets as (
    select distinct publisher from stored.article_history where position > $after and publisher is not null
)

select wording
from (
    select wording
    from stored.repetition_history
    where wording in (select unnest($wordings)) and publisher in (from outlets)
    group by wording, publisher
    having count(distinct article) >= 8
)
group by wording
having count(*) = (select count(*) from outlets)
