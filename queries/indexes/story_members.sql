-- index: story_members
-- grain: one row per article that was linked
--
-- Which story an article was placed in last.
create table story_members (
    number integer not null, -- of the article
    story  integer not null  -- number of the earliest article of its story
)
