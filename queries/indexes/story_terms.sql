-- index: story_terms
-- grain: one row per article and heavy term of it
--
-- By which terms an article is found.
create table story_terms (
    term   uinteger not null,
    day    integer not null, -- when the article was printed, in days since the year 1
    number integer not null  -- of the article
)
