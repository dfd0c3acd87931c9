-- statement: create
--
-- The writer's register of streams. Follows from the log.
create table streams (
    stream         varchar not null,
    events         integer not null, -- position of its last event in it
    first_position bigint not null   -- of its first event in the log
)
