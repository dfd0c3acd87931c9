"""Test what is made of tables: CSV, TSV, Parquet, XLSX, SQLite and DuckDB, and of records with other names."""

from __future__ import annotations

import gzip
import sqlite3
from datetime import date, datetime

import duckdb
import openpyxl
import pytest

import timeline
from timeline import readers
from timeline.errors import InputError
from timeline.model.article import Article

HEAD = ("guid", "Headline", "publication_date", "body", "author", "link", "publisher")
FERRY = (
    "a-1",
    "Ferry adrift",
    "2024-08-13",
    "The ferry lost power on Monday.",
    "Ann Lee; Bo Ray",
    "https://cape.example/1",
    "Cape",
)
RAIN = ("a-2", "Rain", "2024-08-14", 'It "rained",\nthen stopped.', "", "", "Cape")

EXPECTED = [
    Article(
        key="a-1", title="Ferry adrift", published=date(2024, 8, 13), text="The ferry lost power on Monday.",
        authors=("Ann Lee", "Bo Ray"), url="https://cape.example/1", source="Cape",
    ),
    Article(key="a-2", title="Rain", published=date(2024, 8, 14), text='It "rained",\nthen stopped.', source="Cape"),
]  # fmt: skip


def read(path, **options):
    return list(readers.read_articles([str(path)], **options))


def refused(path, **options):
    (error,) = read(path, **options)
    assert isinstance(error, InputError), error
    return str(error)


def separated(delimiter, *rows):
    quoted = (
        ('"' + cell.replace('"', '""') + '"' if set(cell) & set('"\n' + delimiter) else cell for cell in row)
        for row in rows
    )
    return "".join(delimiter.join(row) + "\r\n" for row in quoted).encode()


def write_csv(path):
    path.write_bytes(separated(",", HEAD, FERRY, RAIN))


def write_gz(path):
    path.write_bytes(gzip.compress(separated(",", HEAD, FERRY, RAIN)))


def write_semicolons(path):
    path.write_bytes(separated(";", HEAD, FERRY, RAIN))


def write_tsv(path):
    path.write_bytes(separated("\t", HEAD, FERRY, RAIN))


def write_utf_16(path):
    path.write_bytes(separated(",", HEAD, FERRY, RAIN).decode().encode("utf-16"))


def write_xlsx(path):
    book = openpyxl.Workbook()
    book.active.append(HEAD)
    for row in (FERRY, RAIN):
        book.active.append([*row[:2], datetime.fromisoformat(row[2]), *row[3:]])
    book.save(path)


def write_parquet(path):
    chosen = "* replace (publication_date::date as publication_date, string_split(author, '; ') as author)"
    rows = "(values ($1, $2, $3, $4, $5, $6, $7), ($8, $9, $10, $11, $12, $13, $14))"
    query = f"copy (select {chosen} from {rows} as t({', '.join(HEAD)})) to '{path}' (format parquet)"
    duckdb.execute(query, [*FERRY, *RAIN])


def write_sqlite(path):
    with sqlite3.connect(path) as connection:
        connection.execute(f"create table news({', '.join(HEAD)})")
        connection.executemany("insert into news values (?, ?, ?, ?, ?, ?, ?)", (FERRY, RAIN))
    connection.close()


def write_duckdb(path):
    with duckdb.connect(path) as connection:
        connection.execute(f"create table news({' text, '.join(HEAD)} text)")
        connection.execute("alter table news alter publication_date type date")
        connection.executemany("insert into news values (?, ?, ?, ?, ?, ?, ?)", (FERRY, RAIN))


FORMS = {
    "news.csv": write_csv,
    "news.csv.gz": write_gz,
    "semicolons.csv": write_semicolons,
    "news.tsv": write_tsv,
    "utf16.csv": write_utf_16,
    "news.xlsx": write_xlsx,
    "news.parquet": write_parquet,
    "news.sqlite": write_sqlite,
    "news.duckdb": write_duckdb,
}


@pytest.mark.parametrize(("name", "write"), FORMS.items(), ids=FORMS)
def test_tables_are_read_by_the_usual_names(name, write, tmp_path):
    """
    The columns of an article are found by the names that they usually have, in every form of table.
    """
    write(tmp_path / name)
    assert EXPECTED == read(tmp_path / name)


@pytest.mark.parametrize("name", ["news.parquet", "news.sqlite", "news.duckdb", "news.xlsx"])
def test_tables_are_known_by_their_beginning(name, tmp_path):
    """
    A table without a suffix is read as what it begins as; a workbook is not told from other archives.
    """
    FORMS[name](tmp_path / name)
    bare = (tmp_path / name).rename(tmp_path / "download")
    if name.endswith("xlsx"):
        assert EXPECTED == read(bare, reader="xlsx")
    else:
        assert EXPECTED == read(bare)


def test_the_caller_says_which_column_is_meant(tmp_path):
    """
    What the caller says comes before the usual names; the other columns are found as ever.
    """
    path = tmp_path / "news.csv"
    path.write_text("id,date,printed,body,lead\n1,2020-01-01,2024-08-13,Long.,Short.\n")
    (article,) = read(path, columns={"published": "printed", "text": "lead"})
    assert ("1", date(2024, 8, 13), "Short.") == (article.key, article.published, article.text)


def test_a_column_that_is_missing_is_named_with_those_that_are_there(tmp_path):
    """
    The message names the column that was asked for and those that there are.
    """
    path = tmp_path / "news.csv"
    path.write_text("id,date,body\n1,2024-08-13,Rain.\n")
    assert f"{path}: has no column 'lead': it has 'id', 'date', 'body'." == refused(path, columns={"text": "lead"})
    path.write_text("id,date,words\n1,2024-08-13,Rain.\n")
    assert f"{path}: has no column of texts: it has 'id', 'date', 'words'; give --map text=COLUMN." == refused(path)


def test_a_bad_row_is_named_and_does_not_stop_the_rest(tmp_path):
    """
    Rows without text or date are errors in their place; empty rows are none.
    """
    path = tmp_path / "news.csv"
    path.write_text('id,date,body\n1,someday,Rain.\n2,2024-08-13,"Two\nlines."\n3,2024-08-13,\n,,\n4,2024-08-14,Sun.\n')
    first, second, third, fourth = read(path)
    assert str(first).startswith(f"{path}, line 2: publication date 'someday' is not a valid date")
    assert ("2", "Two\nlines.") == (second.key, second.text)
    assert f"{path}, line 5: has no text." == str(third)
    assert "4" == fourth.key


def test_an_open_quotation_mark_costs_one_row(tmp_path):
    """
    A quotation mark that is never closed takes in the rest of the file: reading goes on behind its line.
    """
    path = tmp_path / "news.csv"
    path.write_text('id,date,body\n1,2024-08-13,"Rain\n2,2024-08-13,Sun.\n3,2024-08-13,"Snow, then sun."\n')
    first, *rest = read(path)
    assert str(first).startswith(f"{path}, line 2: is not a row of this table")
    assert ["2", "3"] == [article.key for article in rest]


def test_rows_of_other_tables_are_numbered(tmp_path):
    """
    A row of a workbook has the number that a spreadsheet shows.
    """
    book = openpyxl.Workbook()
    for row in (("id", "date", "body"), ("1", "2024-08-13", "Rain."), ("2", None, "Sun.")):
        book.active.append(row)
    book.save(tmp_path / "news.xlsx")
    (_, error) = read(tmp_path / "news.xlsx")
    assert f"{tmp_path}/news.xlsx, row 3: states no publication date: add one or give --date." == str(error)


def test_a_table_is_named_behind_its_file(tmp_path):
    """
    Where there are several tables or sheets, FILE::TABLE says which; without that, the message lists them.
    """
    path = tmp_path / "news.db"
    write_sqlite(path)
    with sqlite3.connect(path) as connection:
        connection.execute("create table notes(x)")
    connection.close()
    assert f"{path}: has 2 tables, not one (news, notes): name it, as in FILE::TABLE." == refused(path)
    assert EXPECTED == read(f"{path}::news")
    assert f"{path}: has no table old: it has news, notes." == refused(f"{path}::old")
    write_xlsx(tmp_path / "news.xlsx")
    assert EXPECTED == read(f"{tmp_path}/news.xlsx::Sheet")
    assert "has no sheet 'Old': it has Sheet." in refused(f"{tmp_path}/news.xlsx::Old")


def test_databases_in_a_folder_are_not_read_unnamed(tmp_path):
    """
    The log may stand beside the articles that are appended to it.
    """
    write_duckdb(tmp_path / "timeline.duckdb")
    write_csv(tmp_path / "news.csv")
    assert EXPECTED == read(tmp_path)


def test_nothing_of_a_strangers_database_is_executed(tmp_path):
    """
    Views are not read, and computed columns reach no file.
    """
    secret = tmp_path / "secret.txt"
    secret.write_text("a secret")
    with duckdb.connect(tmp_path / "views.duckdb") as connection:
        connection.execute(
            f"create view news as select '2024-08-13' as date, content as body from read_text('{secret}')"
        )
    assert "has 0 tables" in refused(tmp_path / "views.duckdb")
    with sqlite3.connect(tmp_path / "endless.db") as connection:
        connection.execute("create table notes(id, date, body)")
        connection.execute(
            "create view news as with recursive n(x) as (select 1 union all select x + 1 from n) select x from n"
        )
    connection.close()
    assert "has no table news: it has notes." in refused(f"{tmp_path / 'endless.db'}::news")


BROKEN = {
    "a.parquet": (b"PAR1 no more", "cannot be read"),
    "a.db": (b"SQLite format 3\0 no more", "cannot be read"),
    "b.db": (b"12345678DUCK no more", "cannot be read"),
    "c.db": (b"rain", "is neither an SQLite nor a DuckDB database."),
    "a.xlsx": (b"PK no more", "is not a complete archive"),
    "a.csv": (b"", "is empty."),
    "b.csv": (b"\n\n", "is empty."),
}


@pytest.mark.parametrize(("name", "given"), BROKEN.items(), ids=BROKEN)
def test_broken_tables_are_refused(name, given, tmp_path):
    """
    What is no table of its form is an error that says so.
    """
    content, sentence = given
    (tmp_path / name).write_bytes(content)
    assert sentence in refused(tmp_path / name)


def test_records_may_use_other_names(tmp_path):
    """
    Lines of JSON are read by the usual names and those that the caller gives, too.
    """
    path = tmp_path / "news.jsonl"
    path.write_text('{"guid": 7, "headline": "Rain", "date": "2024-08-13", "content": "It rained.", "by": "Ann Lee"}\n')
    (article,) = read(path)
    expected = ("7", "Rain", date(2024, 8, 13), "It rained.", ("Ann Lee",))
    assert expected == (article.key, article.title, article.published, article.text, article.authors)
    (article,) = read(path, columns={"text": "headline"})
    assert "Rain" == article.text


def test_a_long_row_is_refused(tmp_path):
    """
    A row over the limit is named, and the next one is read.
    """
    path = tmp_path / "news.tsv"
    path.write_text(f"id\tdate\tbody\n1\t2024-08-13\t{'rain ' * 30}\n2\t2024-08-13\tSun.\n")
    error, article = read(path, max_bytes=100)
    assert f"{path}, line 2: is longer than 100 bytes" in str(error)
    assert "2" == article.key


@pytest.mark.parametrize("suffix", [".jsonl", ".parquet"])
def test_exported_events_are_no_articles(tmp_path, suffix):
    """
    What `timeline export events` wrote is refused in one sentence that says what takes it in, whatever date is given.
    """
    log = timeline.open(tmp_path / "news.duckdb")
    log.append(Article(key="a", text="Rain fell on Monday.", published="2024-08-13"))
    log.export_events(tmp_path / f"events{suffix}")
    told = refused(tmp_path / f"events{suffix}", published=date(2024, 8, 13))
    assert f"{tmp_path}/events{suffix}: holds the events of a log: `timeline import` takes them in" in told
