-- query: stories
-- reads: happening_reports, story_members
--
-- The reports of the stories of the articles $numbers, and of the stories $lost, each with the happening that it was found to
-- be last. Of all stories, where $numbers is null.
with wanted as (
    select story
    from story_members
    where $numbers is null or number in (select unnest($numbers))
    union
    select unnest($lost)
)

select story, report, happening
from happening_reports
inner join story_members using (number)
where story in (from wanted)
order by story
