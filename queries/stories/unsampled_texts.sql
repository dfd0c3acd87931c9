-- query: unsampled_texts
-- reads: samples, revisions
--
-- Where the texts stand that came after all that were looked at, the last $most of them.
select position
from revisions
where fingerprint is not null and position > (select coalesce(max(position), 0) from samples)
order by position desc
limit $most
