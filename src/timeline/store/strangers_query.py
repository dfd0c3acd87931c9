"""What a stranger's SQL may say: one statement that reads, and nothing that tells where the log is."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import duckdb

from timeline.errors import QueryError
from timeline.store.definitions import STORED

if TYPE_CHECKING:
    from timeline.store.connection import Connection

HIDDEN = re.compile(
    r"\b(?:duckdb_databases|(?:pragma_)?database_list|(?:duckdb|pg)_settings|json_execute_serialized_sql)\b"
    r"|\bcurrent_setting\b(?!\s*\(\s*'(?!allowed_)\w+'\s*\))",
    re.IGNORECASE,
)
"""What shows where the file is, and what runs text that cannot be looked through for it."""

MAY_LEAD_ELSEWHERE = re.compile(rf"\b(?:query(?:_table)?|histogram(?:_values)?|{STORED})\b", re.IGNORECASE)
"""Words of a query that has to be looked at as DuckDB reads it: they may be texts, or names of columns."""

LEADS_ELSEWHERE = re.compile(
    r'"function_name":"(?P<reader>query|query_table|histogram_values)"'
    r'|"function":\{[^{}]*"function_name":"(?P<counter>histogram)"'  # as a table; the aggregate reads nothing
    rf'|"(?:catalog|schema)(?:_name)?":"(?P<file>{STORED})"',
    re.IGNORECASE,
)
"""Reading what a text names, which may be what is hidden; and what somebody defined in the log's file."""


def reading_statement(connection: Connection, query: str) -> duckdb.Statement:
    """
    The one statement of a query.

    Raises:
        QueryError: It is none, several, one that does not only read, or one that would tell of the machine.
    """
    if told := HIDDEN.search(query):
        raise QueryError(f"{told[0].rstrip('(')} is not allowed here: it tells of the machine, or hides what is asked.")
    if MAY_LEAD_ELSEWHERE.search(query):
        _refuse_what_leads_elsewhere(connection, query)
    statements = connection.database.extract_statements(query)
    if len(statements) != 1:
        raise QueryError(f"give one statement, not {len(statements) or 'none'}.")
    if statements[0].type not in (duckdb.StatementType.SELECT, duckdb.StatementType.EXPLAIN):
        kind = str(statements[0].type).rsplit(".", 1)[-1].lower()
        raise QueryError(f"only SELECT and EXPLAIN are allowed, not {kind}: the log is read-only.")
    return statements[0]


def _refuse_what_leads_elsewhere(connection: Connection, query: str) -> None:
    ((read,),) = connection.database.execute("select json_serialize_sql($query)", {"query": query}).fetchall()
    if read.startswith('{"error":true') and "not implemented" in read:
        raise QueryError(f"{MAY_LEAD_ELSEWHERE.findall(query)[0]} is only allowed in a SELECT.")
    if told := LEADS_ELSEWHERE.search(read):
        name = told["reader"] or told["counter"] or f"{told['file']}."
        raise QueryError(f"{name} is not allowed here: name the table or view itself (`timeline tables` lists them).")
