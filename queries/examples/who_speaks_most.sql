-- statement: select
--
-- Who speaks most
select
    speaker,
    count(*) as statements
from statements
where speaker is not null
group by speaker
order by statements desc
limit 20
