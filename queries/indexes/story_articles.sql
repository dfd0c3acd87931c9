-- index: story_articles
-- grain: one row per article that was linked
--
-- What an article is about, and which of those that were linked before it are like it. Numbers are of four bytes, the lowest
-- first.
create table story_articles (
    number   integer not null, -- 1..n in the order in which articles were linked
    article  varchar not null, -- key
    day      integer not null, -- when it was printed, in days since the year 1
    length   double not null,  -- of the vector of its weights
    terms    blob not null,    -- its terms, a number each
    counts   blob not null,    -- how often each stands there, a byte each
    near     blob not null,    -- numbers of those that are like it
    likeness blob not null     -- and how much each is
)
