-- statement: create
--
-- The writer's register of texts: what it has seen under which key. Follows from the log.
create table revisions (
    article     varchar not null,
    revision    integer not null,
    fingerprint varchar not null,   -- of text, title, published, authors and URL
    seen        timestamp not null, -- when the text was captured, else recorded
    position    bigint not null     -- of the event that brought it
)
