-- statement: create
--
-- What this file is, and what its derived tables were built from.
create table meta (
    key   varchar not null,
    value varchar not null
)
