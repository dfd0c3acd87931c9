-- query: same_story
-- reads: placed
--
-- The articles of the story that the article $article reports, or that has this key, the earliest first.
with placed_articles as materialized (
    select article, story, published
    from placed(p_as_of := cast($as_of as varchar), p_reported_until := cast($reported_until as varchar))
)

select article, story
from placed_articles
where story = coalesce((select story from placed_articles where article = $article), $article)
order by published, article
