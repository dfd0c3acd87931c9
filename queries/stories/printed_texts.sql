-- query: printed_texts
-- reads: articles, article_history
--
-- The current texts among those at $positions, with when their articles were printed first.
with texts as (
    select position, article, title, text from articles where position in (select unnest($positions))
),

first_printed as (
    select article, min(reported_at) as printed
    from article_history
    where article in (select article from texts)
    group by article
)

select position, article, title, text, printed -- UTC
from texts
inner join first_printed using (article)
order by position
