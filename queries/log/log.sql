-- statement: create
--
-- The one table that is the truth: every event, in the order it was recorded, never changed.
create table log (
    position            bigint not null,      -- 1..n without holes
    event_id            uuid not null,        -- follows from what the event is
    stream              varchar not null,     -- what the event is about: article/<key>, ...
    stream_position     integer not null,     -- 1..n within the stream
    type                varchar not null,     -- name in the catalogue
    schema_version      smallint not null,    -- version in the catalogue
    article             varchar,              -- key of the article the evidence points into
    revision            integer,              -- which of its texts
    evidence            integer[][] not null, -- half-open code-point spans into that text
    occurred_from       timestamp,            -- when it happened or was said, UTC
    occurred_to         timestamp,            -- exclusive
    precision           varchar,              -- how finely that is known
    reported_at         timestamp,            -- when it was printed, UTC
    recorded_at         timestamp not null,   -- when it was logged, UTC
    extraction          uuid,                 -- one run over one text by one version of one extractor
    extractor           varchar,
    extractor_version   smallint,
    ordinal             integer,              -- 0..n within the extraction
    rule                varchar,              -- which rule read it
    confidence          smallint,             -- per mille
    causation           uuid,                 -- the event that this one corrects or retracts
    data                varchar using compression zstd, -- canonical JSON: the hashed bytes; null: erased
    salt                varchar,
    commitment          varchar not null,     -- sha256(salt + data)
    leaf                varchar not null      -- sha256 over all of the above but data and salt
)
