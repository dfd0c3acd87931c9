-- index: story_frequencies
-- grain: one row per term and batch of articles; now and then the rows of a term become one
--
-- In how many articles a term stands.
create table story_frequencies (
    term     uinteger not null,
    articles integer not null
)
