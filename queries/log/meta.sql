-- statement: create
--
-- What this file is, what its derived tables were built from, and how far names were looked at to link them.
create table meta (
    key   varchar not null,
    value varchar not null
)
