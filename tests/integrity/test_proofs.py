"""Heads that are kept elsewhere, and what they prove."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import duckdb
import pytest
from attrs import evolve

import timeline
from building import article, extracted, said
from timeline import _resources, sql_files
from timeline.errors import IntegrityError, QueryError
from timeline.integrity import proofs
from timeline.integrity.proofs import Head, Proof
from timeline.log.append import append_articles
from timeline.log.merkle import EMPTY, inner

CHECK = Path(__file__).parent.parent.parent / "docs" / "check_proof.py"


def as_json(proof: Proof) -> str:
    """A proof as `timeline prove` prints it."""
    return json.dumps({"first": proof.first, "leaf": proof.leaf, "path": proof.path, "head": proof.head.text})


@pytest.fixture(scope="module")
def grown(tmp_path_factory):
    """A log of several commits, and the head after each."""
    log = timeline.open(tmp_path_factory.mktemp("grown") / "log.duckdb")
    heads = []
    for at in range(9):
        append_articles(log.event_log, [extracted(article(f"a{at}"), *[said("Putin")] * (at % 4))])
        with duckdb.connect(str(log.path), read_only=True) as connection:
            heads.append(proofs.head(connection))
    return log, heads


@pytest.fixture(scope="module")
def connection(grown):
    """The grown log, open for reading."""
    with duckdb.connect(str(grown[0].path), read_only=True) as connection:
        yield connection


def test_every_event_is_proved_under_the_head(connection, grown):
    """
    Each position has a proof that holds, and that does not hold for another place or leaf.
    """
    for position in range(1, grown[1][-1].size + 1):
        proof = proofs.inclusion(connection, position)
        assert proofs.includes(proof)
        assert not proofs.includes(evolve(proof, first=(proof.first + 1) % proof.head.size))
        assert not proofs.includes(evolve(proof, leaf="00" * 32))
        assert not proofs.includes(evolve(proof, path=(*proof.path, "00" * 32)))


def test_every_earlier_size_is_proved_to_be_contained(connection):
    """
    From whatever size on, the newest head is proved only to have added.
    """
    newest = proofs.head(connection)
    for size in range(newest.size + 1):
        earlier = proofs.head(connection, size)
        proof = proofs.consistency(connection, earlier)
        assert proofs.extends(proof, earlier)
        assert not proofs.extends(evolve(proof, path=(*proof.path, "00" * 32)), earlier)
        if size:
            assert not proofs.extends(proof, evolve(earlier, root="11" * 32))
            assert not proofs.extends(evolve(proof, head=evolve(newest, root="11" * 32)), earlier)


LEFT, RIGHT, MORE, LAST = (bytes([number]) * 32 for number in range(1, 5))


def named(root: bytes, size: int) -> Head:
    """A head of some log."""
    return Head("timeline/x", size, root.hex())


@pytest.mark.parametrize(
    ("first", "leaf", "path", "root", "size"),
    [
        (0, None, [RIGHT], inner(LEFT, RIGHT), 2),  # of no leaf
        (1, LEFT, [], LEFT, 1),  # behind the last leaf
        (-1, LEFT, [], LEFT, 1),  # before the first
        (0, LEFT, [RIGHT], inner(RIGHT, LEFT), 1),  # a path longer than the tree is high
        (0, LEFT, [], LEFT, 2),  # a path that ends below the root
    ],
)
def test_proof_of_no_leaf_of_the_tree_does_not_hold(first, leaf, path, root, size):
    """
    Hashes that lead to the root do not do: the path has to be that of a leaf in a tree of that size.
    """
    proof = Proof(first, leaf and leaf.hex(), tuple(step.hex() for step in path), named(root, size))
    assert not proofs.includes(proof)


@pytest.mark.parametrize(
    ("first", "earlier", "path", "later"),
    [
        (3, named(LEFT, 3), [LEFT, RIGHT], named(inner(LEFT, RIGHT), 2)),  # the log has become smaller
        (4, named(LEFT, 1), [RIGHT], named(inner(LEFT, RIGHT), 2)),  # a proof from another size
        (3, named(LEFT, 3), [], named(LEFT, 4)),  # no path
        (3, named(LEFT, 3), [LEFT], named(LEFT, 4)),  # a path that ends below the root
        (  # one that goes on above it
            3,
            named(inner(LAST, inner(MORE, LEFT)), 3),
            [LEFT, RIGHT, MORE, LAST],
            named(inner(LAST, inner(MORE, inner(LEFT, RIGHT))), 4),
        ),
    ],
)
def test_proof_from_no_earlier_head_does_not_hold(first, earlier, path, later):
    """
    Hashes that lead to both roots do not do: the path has to be the one between trees of these sizes.
    """
    assert not proofs.extends(Proof(first, None, tuple(step.hex() for step in path), later), earlier)


def test_head_of_an_empty_log_is_extended_by_every_log(connection):
    """
    A head that was kept before anything was appended accuses no log.
    """
    kept = Head("timeline/empty", 0, EMPTY)
    proofs.compare(connection, kept)
    assert ((), True) == ((proof := proofs.consistency(connection, kept)).path, proofs.extends(proof, kept))


def test_kept_head_says_what_differs(connection):
    """
    Another root is a log that was rewritten, another origin is another log.
    """
    for column in ("root", "origin"):
        with pytest.raises(IntegrityError, match=rf"^at 4 events the log's {column} is "):
            proofs.compare(connection, evolve(proofs.head(connection, 4), **{column: "33" * 32}))


@pytest.mark.parametrize("table", ["log", "heads"])
def test_log_without_events_or_heads_has_the_head_of_an_empty_one(tmp_path, table):
    """
    Where either is gone nothing is left to be told; `verify` says that something is wrong.
    """
    log = timeline.open(tmp_path / "log.duckdb")
    append_articles(log.event_log, [extracted(article("x"))])
    with duckdb.connect(str(log.path)) as connection:
        connection.execute("drop trigger log_refuse_delete on log")
        connection.execute(f"delete from {table}")
    assert Head("timeline/empty", 0, EMPTY) == log.head()
    assert not log.verify().ok


def test_head_is_a_checkpoint_and_reads_back(grown):
    """
    A head is three lines, and what others add behind them does no harm.
    """
    head = grown[1][-1]
    assert head == Head.of_text(head.text) == Head.of_text(head.text + "\n— witness abc=\n")
    assert 3 == head.text.count("\n")
    with pytest.raises(QueryError, match="timeline head"):
        Head.of_text("not a head")


def test_cut_log_is_found_by_a_kept_head(tmp_path, grown):
    """
    A log cut at a commit passes every check inside of the file and is found by a head that was kept.
    """
    log = timeline.open(tmp_path / "cut.duckdb")
    for at in range(3):
        append_articles(log.event_log, [extracted(article(f"a{at}"))])
    with duckdb.connect(str(log.path)) as connection:
        kept = proofs.head(connection)
        connection.execute("drop trigger log_refuse_delete on log")
        connection.execute("delete from log where position > 4")
        connection.execute("delete from heads where tree_size > 4")
        connection.execute("delete from streams where first_position > 4")
        connection.execute("delete from revisions where position > 4")
        connection.execute("delete from batches where first > 4")
        connection.execute(sql_files.find("log", "refuse_delete").sql)
    assert log.verify().ok
    assert "the log was cut" in log.verify(kept=kept).problems[0].args[0]
    other = evolve(grown[1][0], size=2)
    assert "another log" in log.verify(kept=other).problems[0].args[0]


def test_rewritten_log_cannot_be_proved_to_extend(tmp_path):
    """
    No proof is made from a head that the log never had.
    """
    log = timeline.open(tmp_path / "log.duckdb")
    append_articles(log.event_log, [extracted(article("x")), extracted(article("y"))])
    with duckdb.connect(str(log.path), read_only=True) as connection:
        now = proofs.head(connection)
        with pytest.raises(IntegrityError, match="rewritten"):
            proofs.consistency(connection, evolve(now, size=1, root="22" * 32))


def test_stock_duckdb_gives_the_root(connection, grown):
    """
    One SQL file computes the root, and it is that of the last head.
    """
    sql = (_resources.queries() / "checks" / "root.sql").read_text("utf-8")
    assert [(grown[1][-1].root, grown[1][-1].root)] == connection.execute(sql).fetchall()


@pytest.mark.parametrize("broken", [False, True])
def test_stand_alone_script_checks_both_proofs(connection, grown, tmp_path, broken):
    """
    The script in the docs, which imports nothing of ours, agrees with us.
    """
    earlier = grown[1][2]
    newest = grown[1][-1]
    for proof, kept in ((proofs.inclusion(connection, 7), newest), (proofs.consistency(connection, earlier), earlier)):
        given_path = proof.path[:-1] if broken else proof.path
        (tmp_path / "proof.json").write_text(as_json(evolve(proof, path=given_path)))
        (tmp_path / "head.txt").write_text(kept.text)
        done = checked(tmp_path / "proof.json", tmp_path / "head.txt")
        assert (4 if broken else 0) == done.returncode, done


def test_event_is_proved_under_the_head_that_was_kept(connection, grown, tmp_path):
    """
    A proof holds under another head than the one that is given with it for nobody; without one, its head is told.
    """
    proof, earlier = proofs.inclusion(connection, 7), grown[1][2]
    (tmp_path / "proof.json").write_text(as_json(proof))
    (tmp_path / "head.txt").write_text(earlier.text)
    assert 4 == checked(tmp_path / "proof.json", tmp_path / "head.txt").returncode
    alone = checked(tmp_path / "proof.json")
    assert (0, True) == (alone.returncode, alone.stdout.endswith(proof.head.text))


@pytest.mark.parametrize("given", [b"{", b"", b"[" * 100_000, b"\xff\xfe", None])
def test_check_of_what_cannot_be_read_is_a_sentence(tmp_path, given):
    """
    A file that is missing, cut, nested without end or no text is no proof.
    """
    if given is not None:
        (tmp_path / "proof.json").write_bytes(given)
    done = checked(tmp_path / "proof.json")
    assert (1, 1) == (done.returncode, done.stderr.count("\n"))


@pytest.mark.parametrize(
    "change",
    [
        "update heads set root = 'zz'", "update heads set tree_size = -tree_size", "update heads set tree_size = 2",
        "update log set position = 3 where position > 3", "update log set leaf = 'zz'",
    ],
)  # fmt: skip
def test_nothing_is_proved_of_what_is_no_tree(tmp_path, grown, change):
    """
    A log in which roots and leaves are no hashes, or positions are not those of the heads, has no proof, in a sentence.
    """
    log = timeline.open(shutil.copy(grown[0].path, tmp_path / "log.duckdb"))
    event = list(log.log())[-1].event_id
    with duckdb.connect(str(log.path)) as changed:
        changed.execute("drop trigger log_refuse_update on log")
        changed.execute(change)
    with pytest.raises(IntegrityError, match="timeline verify"):
        log.prove(event)


BODY = f"origin\n3\n{'A' * 43}=\n"


@pytest.mark.parametrize(
    "text",
    [
        "", "origin\n", *(BODY.replace("3", size) for size in ("0", "+3", "-3", "03", "3_0", "\u0663")),
        BODY.replace("A=", "="), BODY.replace("origin", ""),
    ],
)  # fmt: skip
def test_what_is_no_head_is_refused(tmp_path, text):
    """
    A head has an origin, a size above 0 without sign or leading zeros, and a root of 32 bytes; the check agrees.
    """
    with pytest.raises(QueryError, match="not a head"):
        Head.of_text(text)
    (tmp_path / "head.txt").write_text(text, "utf-8")
    (tmp_path / "proof.json").write_text(json.dumps({"first": 0, "leaf": None, "path": [], "head": BODY}))
    done = checked(tmp_path / "proof.json", tmp_path / "head.txt")
    assert (1, "not a head") == (done.returncode, done.stderr[:10])


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"leaf": ""}, "not a hash"),
        ({"leaf": "00"}, "not a hash"),
        ({"path": [""]}, "not a hash"),
        ({"head": BODY.replace("A" * 43 + "=", "")}, "not a head"),
        ({"leaf": None}, "give the earlier head"),
        ({"path": None}, "not a proof"),
        ({"first": "0"}, "not a proof"),
    ],
)
def test_check_says_what_is_wrong_with_a_proof(tmp_path, changes, says):
    """
    Empty leaves and roots prove nothing, and what is no proof is said in a sentence.
    """
    given = {"first": 0, "leaf": "00" * 32, "path": [], "head": BODY, **changes}
    (tmp_path / "proof.json").write_text(json.dumps(given))
    done = checked(tmp_path / "proof.json")
    assert 1 == done.returncode
    assert says in done.stderr
    assert "Traceback" not in done.stderr


def checked(*paths):
    """The check of a proof, as its reader runs it."""
    words = [sys.executable, "-S", str(CHECK), *map(str, paths)]
    return subprocess.run(words, capture_output=True, text=True, check=False)
