-- statement: create
--
-- One row per commit: the RFC 6962 root over all leaves so far.
create table heads (
    tree_size   bigint not null,    -- events in the log after the commit
    root        varchar not null,   -- hexadecimal
    frontier    varchar not null,   -- roots of the perfect subtrees, largest first: what appending needs
    recorded_at timestamp not null  -- of the last event
)
