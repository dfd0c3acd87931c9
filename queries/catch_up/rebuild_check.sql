-- query: rebuild_check
-- reads: stored, the table of a projection; rebuilt, the rows that follow from the whole log
--
-- How many rows a table has, lacks, and has too many.
select
    (select count(*) from stored) as found,
    (select count(*) from (from rebuilt except all from stored)) as missing,
    (select count(*) from (from stored except all from rebuilt)) as spurious
