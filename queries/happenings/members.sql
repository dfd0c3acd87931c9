-- query: members
-- reads: happenings
--
-- The reports of the happening $happening; two at most.
select occurrence
from happenings
where happening = $happening
limit 2
