-- statement: create
--
-- Stays empty: a trigger's body has to be a data change.
create table guard (
    refused varchar
)
