-- query: new_events
-- reads: log
--
-- The events behind position $after.
select * from stored.log where position > $after
