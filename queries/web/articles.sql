-- query:      articles
-- grain:      one row per article
--
-- Articles, the latest first: those behind $day and $key, so many, $most, and one to show that there are more.
select published, coalesce(publisher, '') as publisher, title, article, revision, length(text) as characters
from articles(p_as_of := cast($as_of as varchar), p_reported_until := cast($reported_until as varchar))
where
    matches(publisher, cast($publisher as varchar))
    and is_about(concat_ws(' ', title, text), cast($about as varchar[]), null, null)
    and in_range(published, published + interval 1 day, cast($since as date), cast($until as date))
    and (
        $day is null
        or published < cast($day as date)
        or (published = cast($day as date) and article > cast($key as varchar))
    )
order by published desc, article
limit $most + 1
