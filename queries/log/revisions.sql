-- statement: create
--
-- The writer's register of texts: what it has seen under which key. Follows from the log.
create table revisions (
    article     varchar not null,
    revision    integer not null,
    fingerprint varchar,            -- of text, title, published, authors and URL; null: erased
    seen        timestamp not null, -- when the text was captured, else recorded
    position    bigint not null     -- of the event that brought it
)
