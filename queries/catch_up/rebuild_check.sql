-- query: rebuild_check
-- reads: kept, the table of a projection; rebuilt, the rows that follow from the whole log
--
-- How many rows a table has, lacks, and has too many.
select
    (select count(*) from kept) as found,
    (select count(*) from (from rebuilt except all from kept)) as missing,
    (select count(*) from (from kept except all from rebuilt)) as spurious
