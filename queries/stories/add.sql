-- statement: add
--
-- What is known of articles, and which story they and others are in; one statement, as it is planned once.
with into_articles as (
    insert into stored.story_articles
    select
        unnest(cast($numbers as integer[])),
        unnest(cast($articles as varchar[])),
        unnest(cast($days as integer[])),
        unnest(cast($lengths as double[])),
        unnest(cast($terms as blob[])),
        unnest(cast($counts as blob[])),
        unnest(cast($near as blob[])),
        unnest(cast($likeness as blob[]))
),

into_terms as (
    insert into stored.story_terms
    select
        unnest(cast($heavy_terms as uinteger[])),
        unnest(cast($heavy_days as integer[])),
        unnest(cast($heavy_numbers as integer[]))
),

into_frequencies as (
    insert into stored.story_frequencies
    select unnest(cast($counted as uinteger[])), unnest(cast($having as integer[]))
),

into_members as (
    insert into stored.story_members
    select unnest(cast($placed as integer[])), unnest(cast($stories as integer[]))
)

select 1
