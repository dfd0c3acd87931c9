-- statement: select
--
-- What DuckDB executes when the tables of a file are read or written, by its wording: generated columns, constraints,
-- indexes, triggers.
select 'table' as kind, schema_name as schema, table_name as name, sql, null as part_of
from duckdb_tables()
where database_name = $file

union all

select 'trigger', schema_name, trigger_name, sql, table_name
from duckdb_triggers()
where database_name = $file

union all

select 'index', schema_name, index_name, sql, null
from duckdb_indexes()
where database_name = $file
