-- statement: create
--
-- The writer's register of where in the log the events of a stream, or about an article, stand. Follows from the log; new
-- in format 2. A subject is a number, which is found eight times sooner than its words; what shares one by chance, or on
-- purpose, is told apart by the events.
create table batches (
    subject ubigint not null, -- md5_number_lower of the stream, or of article/<key>
    first   bigint not null,  -- position of the first event of those that were recorded at one time
    last    bigint not null   -- of the last one
)
