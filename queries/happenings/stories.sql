-- query: stories
-- reads: happening_reports, story_articles, story_members
--
-- The reports of the stories of the articles $articles, each with the happening that it was found to be last; of stories that
-- lost an article too, or a report of one of the happenings $gone. Of all stories, where $articles is null.
with wanted as (
    select number, story
    from story_members
    inner join story_articles using (number)
    where $articles is null or article in (select unnest($articles))
),

moved as (
    select happening
    from happening_reports
    where $articles is not null and number in (select number from wanted)
    union all
    select unnest($gone)
),

lost as (
    select story
    from happening_reports
    inner join story_members using (number)
    where $articles is not null and (happening in (from moved) or event_id in (from moved))
)

select story, report, happening
from happening_reports
inner join story_members using (number)
where story in (select story from wanted union all from lost)
order by story
