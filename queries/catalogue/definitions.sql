-- statement: select
--
-- Everything that is defined in a file, by DuckDB's wording, in an order in which it can be removed.
with found as (
    select 1 as rank, 'view' as kind, schema_name as schema, view_name as name, sql, cast(null as varchar) as part_of
    from duckdb_views()
    where database_name = $file and not internal

    union all

    select
        2,
        replace(function_type, '_', ' '),
        schema_name,
        function_name,
        concat_ws(' ', parameters, parameter_types, macro_definition),
        null
    from duckdb_functions()
    where database_name = $file and not internal

    union all

    select 3, 'trigger', schema_name, trigger_name, sql, table_name
    from duckdb_triggers()
    where database_name = $file

    union all

    select 4, 'index', schema_name, index_name, sql, null
    from duckdb_indexes()
    where database_name = $file

    union all

    select 5, 'table', schema_name, table_name, sql, null
    from duckdb_tables()
    where database_name = $file

    union all

    select 6, 'sequence', schema_name, sequence_name, sql, null
    from duckdb_sequences()
    where database_name = $file

    union all

    select 7, 'type', schema_name, type_name, concat_ws(' ', logical_type, labels), null
    from duckdb_types()
    where database_name = $file and not internal

    union all

    select 8, 'schema', schema_name, schema_name, sql, null
    from duckdb_schemas()
    where database_name = $file and schema_name not in ('main', 'information_schema', 'pg_catalog')
)

select
    kind,
    schema,
    name,
    coalesce(sql, '') as sql,
    part_of
from found
order by rank, schema, name, sql
