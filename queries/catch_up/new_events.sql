-- query: new_events
-- reads: log
--
-- The events behind position $after.
select * from main.log where position > $after
