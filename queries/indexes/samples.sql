-- index: samples
-- grain: one row per text that was looked at
--
-- Some of a text's shingles: numbers of runs of words, by which texts that share many are found.
create table samples (
    position bigint not null,    -- of the event that brought the text
    printed  date not null,      -- the day on which its article was printed first
    shingles uinteger[] not null -- in order; none of a text that is too short to be compared
)
