-- index: happening_reports
-- grain: one row per occurrence, of those that timelines tell, of an article that was linked
--
-- What is compared of a reported occurrence to find those that tell of one happening.
create table happening_reports (
    number    integer not null, -- of the article
    event_id  uuid not null,
    happening uuid not null,    -- which it was found to be last
    report    varchar not null  -- its words, numbers, times and marks, see `timeline.stories.reports.packed`
)
