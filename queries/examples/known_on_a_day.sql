-- statement: select
--
-- What was known on a day
select
    speaker,
    quote
from statements(p_as_of := '2024-08-14')
limit 20
