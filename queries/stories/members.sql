-- query: members
-- reads: story_articles, story_members
--
-- The articles of the stories $stories, but for those that are known; of large stories nothing but who they are.
with touched as (
    select number, story, count(*) over (partition by story) as size
    from story_members
    where story in (select unnest($stories))
)

select
    number,
    article,
    day,
    story,
    length,
    if(size <= $most, terms, ''::blob)                  as terms,
    if(size <= $most, counts, ''::blob)                 as counts,
    if(size <= $most, near, ''::blob)                   as near,
    if(size <= $most, likeness, ''::blob)               as likeness
from touched
inner join story_articles using (number)
where number not in (select unnest($known))
