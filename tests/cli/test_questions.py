"""What the options of single commands ask for, and what they refuse."""

from __future__ import annotations

import json
import shutil

import click
import pytest

import timeline
from building import TEXT, article, extracted, happened, named, said
from commands import run
from timeline import _resources
from timeline.cli import _built_in, command_line
from timeline.cli.commands import append
from timeline.log.append import append_articles
from timeline.plugins import discover


def made(path):
    """A log of two articles with a statement each, and one happening."""
    log = timeline.open(path)
    first = article(source="Post", title="Bridge")
    second = article("b", source="Mail", published="2026-03-05")
    append_articles(
        log.event_log,
        [
            extracted(first, said("Ann Lee"), happened("the bridge was closed"), named("Monday", "2026-03-02")),
            extracted(second, said("Bo Ek")),
        ],
    )
    return path


@pytest.fixture(scope="module")
def db(tmp_path_factory):
    """A log that is only read."""
    return made(tmp_path_factory.mktemp("questions") / "log.duckdb")


@pytest.fixture
def own(db, tmp_path):
    """A log that is written to."""
    return shutil.copy(db, tmp_path / "log.duckdb")


def rows(capsys, *words):
    ended = run(capsys, *words)
    assert 0 == ended.status, ended.err
    return [json.loads(line) for line in ended.out.splitlines()]


@pytest.mark.parametrize(
    ("words", "kinds"),
    [
        (("--type", "statement_reported", "--limit", 2), ["statement_reported"] * 2),
        (("--article", "b", "--limit", 3), ["article_published", "statement_reported", "extraction_completed"]),
        (("--after", 4, "--limit", 1), ["extraction_completed"]),
    ],
)
def test_a_follower_has_wishes_too(capsys, db, words, kinds):
    """
    Type, article and place narrow what is followed; hashes are left out.
    """
    found = rows(capsys, "log", "--follow", "--db", db, *words)

    assert sorted(kinds) == sorted(row["type"] for row in found)
    assert not {"salt", "commitment", "leaf"} & found[0].keys()


@pytest.mark.parametrize(
    ("words", "status", "says"),
    [
        (("log", "--follow", "--limit", 1, "--since", "2026"), 2, "leave out days and moments"),
        (("who", "Lee", "--speaker", "Lee"), 1, "leave out --speaker"),
        (("show", "--salient", 1, "--min-confidence", 5), 2, "leave out --min-confidence"),
        (("diff", "2026-03-04", "--printed", "--reported-until", "2026-03-05"), 2, "leave out --reported-until"),
        (("compare", "statements@1", "dates@1"), 2, "are different extractors"),
        (("export", "events", "-o", "events.txt"), 2, "name a file that ends in .jsonl or .parquet"),
        (("export", "events.jsonl"), 2, "`timeline export events -o events.jsonl`"),
        (("export", "pdf"), 2, "there are annotations, csv, events,"),
        (("export", "ics", "-o", "x.pdf"), 2, "name a file that ends in .ics."),
        (("show", "-o", "x.pdf"), 2, "name a file that ends in .csv, .geojson, .htm, .html, .ics, .json,"),
        (("quotes", "-o", "x.ics"), 2, "has no known format: name a file that ends in .jsonl,"),
        (("show", "--salient", 1, "-o", "x.ics"), 2, "has no known format: name a file that ends in .jsonl,"),
        (("digest", "-o", "x.pdf"), 2, "ends in .atom, .eml, .htm, .html, .json, .markdown, .md or .txt"),
        (("digest", "--to", "desk@example.org"), 2, "--to is of an e-mail"),
        (("digest", "--format", "html", "--from", "desk@example.org"), 2, "--from is of an e-mail"),
        (("digest", "--format", "eml", "--to", "desk"), 1, "'desk' is no e-mail address"),
        (("cite", "ffff"), 5, "no event has an id"),
        (("history", "nobody"), 5, "there is no article or event 'nobody'"),
        (("prove",), 2, "give either an EVENT or a head"),
        (("verify", "--key", __file__), 2, "give that head with --head"),
        (("digest", "--format", "pdf"), 5, "no digest format 'pdf'"),
    ],
)
def test_what_cannot_be_asked(capsys, db, words, status, says):
    """
    One sentence says what to leave out or to give.
    """
    ended = run(capsys, *words, "--db", db)

    assert (status, "") == (ended.status, ended.out)
    assert says in ended.err


@pytest.mark.parametrize(
    "words",
    [
        ("who", "Lee"),
        ("show", "--min-confidence", 5),
        ("show", "--salient", 1),
        ("diff", "2020-03-04", "--reported-until", "2026-03-05"),
        ("diff", "2020-03-04", "2026-03-04", "--printed"),
        ("compare", "statements@1", "statements@2"),
    ],
)
def test_what_can_be_asked(capsys, db, words):
    """
    What is refused together is not refused alone.
    """
    assert (0, "") == run(capsys, *words, "--db", db)[::2]


def test_salient_lines_can_be_limited(capsys, db):
    """
    Days are chosen first, then lines.
    """
    assert [1, 0] == [len(rows(capsys, "show", "--salient", 9, "--limit", at, "--db", db)) for at in (1, 0)]
    assert len(rows(capsys, "show", "--salient", 9, "--db", db)) >= 1


def test_head_and_proof(capsys, db, tmp_path):
    """
    An event is proved by its id, growth by an earlier head; both at once is too much.
    """
    head = tmp_path / "head.txt"
    head.write_text(run(capsys, "head", "--db", db).out)
    event = rows(capsys, "quotes", "--db", db)[0]["event_id"]
    proofs = [json.loads(run(capsys, "prove", *words, "--db", db).out) for words in ((event,), ("--from", head))]

    assert [head.read_text()] * 2 == [proof["head"] for proof in proofs]
    assert [False, True] == [proof["leaf"] is None for proof in proofs]
    assert 2 == run(capsys, "prove", event, "--from", head, "--db", db).status
    assert run(capsys, "verify", "--head", head, "--db", db).out.startswith("intact: ")


def test_a_head_in_another_encoding(capsys, db, tmp_path):
    """
    UTF-16 and a byte order mark, as shells of Windows write what is redirected, are read; what is no text is refused.
    """
    head, text = tmp_path / "head.txt", run(capsys, "head", "--db", db).out
    for encoding in ("utf-16", "utf-8-sig"):
        head.write_text(text, encoding)
        assert run(capsys, "verify", "--head", head, "--db", db).out.startswith("intact: ")
    head.write_bytes(b"\xff\x00\x81")
    refused = run(capsys, "verify", "--head", head, "--db", db)
    assert (2, True) == (refused.status, "holds no text" in refused.err)


def test_a_head_of_another_log(capsys, db, own, tmp_path):
    """
    A head that was kept is compared.
    """
    head = tmp_path / "head.txt"
    run(capsys, "withdraw", "a", "--reason", "Wrong.", "--db", own)
    head.write_text(run(capsys, "head", "--db", own).out)

    assert 4 == run(capsys, "verify", "--head", head, "--db", db).status


def test_signatures(capsys, db, tmp_path):
    """
    A head is signed where a key is given, and its signature checked where another is.
    """
    pytest.importorskip("cryptography")
    public, others, head = (tmp_path / name for name in ("desk.pub", "other.pub", "head.txt"))
    public.write_text(run(capsys, "key", tmp_path / "desk.key", "--name", "desk").out)
    others.write_text(run(capsys, "key", tmp_path / "other.key", "--name", "desk").out)
    head.write_text(run(capsys, "head", "--sign", tmp_path / "desk.key", "--db", db).out)

    assert "\n— desk " in head.read_text()
    assert [0, 4] == [
        run(capsys, "verify", "--head", head, "--key", key, "--db", db).status for key in (public, others)
    ]


def test_what_was_erased_is_told(capsys, own):
    """
    How much it was, why, and who ordered it if that is known; decisions about its names go with it.
    """
    told = run(capsys, "erase", "b", "--reason", "7 O 123/26", "--db", own)
    assert told.out.startswith("erased 3 payloads of b, recorded by ")
    assert "decision" not in told.err
    run(capsys, "people", "split", "Ann Lee", "--into", "Anna Lee", "--article", "a", "--reason", "So.", "--db", own)
    told = run(capsys, "erase", "a", "--reason", "7 O 124/26", "--by", "the court", "--db", own)

    assert "1 decision about its names was erased too" in told.err
    assert [
        "erased: 3 payloads of b: 7 O 123/26",
        "erased: 6 payloads of a (the court): 7 O 124/26",
    ] == run(capsys, "verify", "--db", own).out.splitlines()[1:]


def test_the_catalogue_is_compared(capsys, tmp_path, monkeypatch):
    """
    What differs is listed, with status 4; written again it matches, but for what nobody can write.
    """
    shutil.copytree(_resources.catalogue(), tmp_path / "events")
    monkeypatch.setattr(_resources, "catalogue", lambda: tmp_path / "events")
    (tmp_path / "events" / "date_mentioned" / "2.schema.json").write_text("{}")
    ended = run(capsys, "catalogue", "check")

    assert (4, "") == (ended.status, ended.out)
    assert "date_mentioned@2: the schema is not that of the record" in ended.err
    assert (0, "the catalogue matches the code.\n", "") == run(capsys, "catalogue", "freeze")


def test_pins_of_some_articles(capsys, own):
    """
    Articles that are named are meant, else all.
    """
    reason = ("--reason", "It is right.", "--db", own)
    said = [run(capsys, *words, *reason).out for words in (
        ("pin", "statements@1", "a"), ("unpin", "statements", "a"), ("pin", "statements@1"), ("unpin", "statements"),
    )]  # fmt: skip

    assert [
        "statements@1 pinned in 1 article\n", "statements unpinned in 1 article\n",
        "statements@1 pinned in 2 articles\n", "statements unpinned in 2 articles\n",
    ] == said  # fmt: skip


def test_articles_are_read_again(capsys, own, monkeypatch):
    """
    Those that are named, else all; an extractor that fails is named, with status 3.
    """

    def fail(_):
        raise RuntimeError("no luck")

    one = run(capsys, "reextract", "b", "--extractor", "occurrences", "--db", own)
    monkeypatch.setattr(discover("extractors")["dates"], "extract", fail)
    rest = run(capsys, "reextract", "--db", own)

    assert (0, "re-extracted 1 article, ", "") == (one.status, one.out[:24], one.err)
    assert (3, "re-extracted 2 articles, ") == (rest.status, rest.out[:25])
    assert "dates raised RuntimeError: no luck" in rest.err


def test_kinds_of_revisions(capsys, own):
    """
    Happenings are shown where they are asked for; rows can be limited.
    """
    text = TEXT.replace("On Monday", "On Tuesday")
    changed = article(text=text, published="2026-03-06", source="Post", title="Bridge shut")
    append_articles(
        timeline.open(own).event_log,
        [extracted(changed, said("Ann Lee"), happened("the bridge was closed", "2026-03-03", text))],
    )
    words = ("revisions", "a", "--db", own)
    kinds = [row["kind"] for row in rows(capsys, *words)]

    assert ["text", "text", "paragraph"] == kinds[:3]
    assert "happening" not in kinds
    assert {"happening"} == {row["kind"] for row in rows(capsys, *words, "--kind", "happening")}
    assert [1, 0] == [len(rows(capsys, *words, "--limit", limit)) for limit in (1, 0)]


@pytest.mark.parametrize(
    ("words", "begins"),
    [
        (("-o", "d.json"), "{"),
        (("-o", "d.JSON"), "{"),
        (("-o", "d.htm"), "<"),
        (("-o", "d.txt"), "# "),
        (("-o", "d"), "# "),
        (("-o", "d.html", "--format", "json"), "{"),
        (("-o", "d.html", "--format", "md"), "# "),
    ],
)
def test_the_form_of_a_digest(capsys, db, tmp_path, monkeypatch, words, begins):  # noqa: PLR0917
    """
    What is asked for, else what the suffix says if it is known, else Markdown; it ends with one line end.
    """
    monkeypatch.chdir(tmp_path)
    assert (0, "", "") == run(capsys, "digest", *words, "--db", db)
    text = (tmp_path / words[1]).read_text()

    assert begins == text[: len(begins)]
    assert ("\n", False) == (text[-1], text.endswith("\n\n"))


def test_a_digest_repeats_nothing(capsys, own):
    """
    The second edition of a name has only what came since; without a name everything is told, and nothing noted.
    """
    before = run(capsys, "head", "--db", own).out
    assert "Ann Lee" in run(capsys, "digest", "--db", own).out
    assert before == run(capsys, "head", "--db", own).out
    first, second = (run(capsys, "digest", "--new", "morning", "--db", own).out for _ in range(2))

    assert "Ann Lee" in first
    assert "Ann Lee" not in second


@pytest.mark.parametrize(("count", "more"), [(5, False), (7, True)])
def test_many_notes_are_counted(capsys, tmp_path, count, more):
    """
    Five notes are printed, of the others only how many they are.
    """
    texts = [
        {"id": str(at), "published": "2026-03-04", "text": f"{word}."} for at in range(count) for word in ("A", "B")
    ]
    (tmp_path / "a.jsonl").write_text("".join(json.dumps(row) + "\n" for row in texts))
    ended = run(capsys, "append", "--db", tmp_path / "log.duckdb", tmp_path / "a.jsonl")

    assert (0, 5 + more) == (ended.status, len(ended.err.splitlines()))
    assert more == ("and 2 more articles were given more than once" in ended.err)


@pytest.mark.parametrize(("count", "asked"), [(1, 0), (2, 1)])
def test_processors_are_counted_for_many_articles(capsys, tmp_path, monkeypatch, count, asked):
    """
    A few articles are not worth another process.
    """
    seen = []
    monkeypatch.setattr(append, "MANY_ARTICLES", 2)
    monkeypatch.setattr("os.sched_getaffinity", lambda process: seen.append(process) or {0})
    text = "".join(json.dumps({"id": str(at), "published": "2026-03-04", "text": "A."}) + "\n" for at in range(count))
    (tmp_path / "a.jsonl").write_text(text)

    assert 0 == run(capsys, "append", "--db", tmp_path / "log.duckdb", tmp_path / "a.jsonl").status
    assert asked == len(seen)


def test_status_is_read_downwards(capsys, db):
    """
    In Markdown as in a table; elsewhere it is one object.
    """
    lines = run(capsys, "status", "--format", "md", "--db", db).out.splitlines()

    assert "| what | value |" == lines[0]
    assert "| article_published | 2 |" in lines


def topical():
    """Commands that can be asked what something is about."""
    found = {name: command_line.get_command(click.Context(command_line), name) for name in _built_in()}
    return {name: {each.name for each in found.params} for name, found in found.items()
            if "about" in {each.name for each in found.params}}  # fmt: skip


ABOUT = {"who": ["Ann Lee"], "diff": ["2020-01-01", "--kind", "statement"]}
"""What commands are given beside what it is about."""


@pytest.mark.parametrize(
    "name", [name for name in topical() if name not in ("figures", "stories")]
)  # there are none here; headlines
def test_about_this_and_that_but_not_the_other(capsys, db, name):
    """
    Wherever one word or another can be asked for, others can be asked for as well, and left out.
    """

    def told(*words):
        ended = run(capsys, name, *ABOUT.get(name, []), *words, "--format", "json", "--db", db)
        assert 0 == ended.status, ended.err
        answer = json.loads(ended.out)
        return answer if isinstance(answer, list) else answer["days"]

    everything = told()
    assert everything
    assert everything == told("--and", "bridge", "--and", "THE") == told("--not", "zeppelin", "--about", "bridge")
    assert [] == told("--about", "bridge", "--and", "bridge", "--and", "zeppelin")
    assert [] == told("--about", "bridge", "--not", "zeppelin", "--not", "Bridge")


def test_all_that_is_asked_by_topic():
    """
    The commands over a view, and digests.
    """
    assert {"articles", "diff", "digest", "matrix", "quotes", "show", "speakers", "who"} <= topical().keys()
    assert all({"and_about", "not_about"} <= names for names in topical().values())
