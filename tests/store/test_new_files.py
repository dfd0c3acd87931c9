"""Files that are made follow no link, and are for nobody who may not read what they are made from."""

from __future__ import annotations

import os
import stat

import pytest

import timeline
from commands import run
from timeline.errors import LogError
from timeline.store import connections

ARTICLE = timeline.Article(key="pier", text="Ann Lee said on Monday that the pier was closed.", published="2024-03-06")


@pytest.fixture
def log(tmp_path):
    """A log that only its owner may read."""
    log = timeline.open(tmp_path / "news.duckdb")
    log.append([ARTICLE])
    log.path.chmod(0o600)
    return log


def permissions(path):
    """Of a file."""
    return oct(stat.S_IMODE(path.stat().st_mode))


def lured(folder, name):
    """A link of that name to a file of somebody's."""
    victim = folder / "victim"
    victim.write_text("mine")
    (folder / name).symlink_to(victim)
    return victim


def test_a_backup_follows_no_link(log, tmp_path):
    """
    A link that waits where the copy is written until it is complete is removed, and what it leads to stays.
    """
    victim = lured(tmp_path, "copy.duckdb.unfinished")
    log.backup(tmp_path / "copy.duckdb")

    assert ("mine", False) == (victim.read_text(), (tmp_path / "copy.duckdb").is_symlink())


@pytest.mark.parametrize("name", ["out.csv", "out.md"])
def test_an_output_file_follows_no_link(log, tmp_path, capsys, name):
    """
    Nor does the file of an answer, whose name until then can be guessed.
    """
    victim = lured(tmp_path, f".{name}.{os.getpid()}.part")
    run(capsys, "quotes", "--db", log.path, "-o", tmp_path / name)

    assert ("mine", False) == (victim.read_text(), (tmp_path / name).is_symlink())


@pytest.mark.parametrize("name", ["tmp_out.jsonl", ".out.jsonl.{}.part"], ids=["another program's", "ours"])
def test_an_export_follows_no_link(log, tmp_path, name):
    """
    Nor does an export, whether there is a file of its name already or not.
    """
    victim = lured(tmp_path, name.format(os.getpid()))
    for _ in range(2):
        log.export_events(tmp_path / "out.jsonl")

    assert ("mine", False) == (victim.read_text(), (tmp_path / "out.jsonl").is_symlink())
    assert len(log.log().dicts()) == len((tmp_path / "out.jsonl").read_text("utf-8").splitlines())


def test_an_export_appears_when_it_is_complete(log, tmp_path, monkeypatch):
    """
    One that fails leaves what had its name, and nothing beside it.
    """
    (tmp_path / "out.jsonl").write_text("before")
    monkeypatch.setattr("timeline.admin.export_import.IN_ORDER", "select error('disk')")
    with pytest.raises(LogError, match="cannot be written"):
        log.export_events(tmp_path / "out.jsonl")

    assert "before" == (tmp_path / "out.jsonl").read_text()
    assert [] == [path for path in tmp_path.iterdir() if path.name.endswith(".part")]


def test_a_pipe_is_no_file_to_export_to(log, tmp_path):
    """
    It would keep the log from writers as long as nobody reads from it.
    """
    os.mkfifo(tmp_path / "out.jsonl")

    with pytest.raises(LogError, match="is no file but a folder, a pipe or a device"):
        log.export_events(tmp_path / "out.jsonl")


def test_a_copy_is_as_private_as_the_log(log, tmp_path):
    """
    Nobody can read a backup who cannot read the log.
    """
    log.backup(tmp_path / "copy.duckdb")

    assert "0o600" == permissions(tmp_path / "copy.duckdb")


@pytest.mark.parametrize("name", ["out.csv", "out.md", "out.jsonl"])
def test_a_file_that_is_written_anew_stays_private(log, tmp_path, capsys, name):
    """
    What replaces a file is for those whom that was for.
    """
    for words in (("quotes", "-o"), ("export",))[: 1 + name.endswith("jsonl")]:
        (tmp_path / name).touch(0o600)
        (tmp_path / name).chmod(0o600)
        run(capsys, words[0], "--db", log.path, *words[1:], tmp_path / name)

        assert (words[0], "0o600") == (words[0], permissions(tmp_path / name))


def test_what_an_erasure_writes_is_as_private_as_the_log(log, monkeypatch):
    """
    The new file too, before it takes the old one's place.
    """
    seen = []
    monkeypatch.setattr(
        "timeline.admin.erasure._check",
        lambda unfinished, _path: seen.append(permissions(unfinished)),
    )
    log.erase("pier", reason="order")

    assert ["0o600"] == seen


def test_a_journal_is_as_private_as_the_log(log, monkeypatch):
    """
    It holds what is being appended, until the file has taken it in.
    """
    seen = []
    check = connections._check_place

    def watched(path, written):
        if (journal := connections.journal_of(path)).exists():
            seen.append(permissions(journal))
        check(path, written)

    monkeypatch.setattr(connections, "_check_place", watched)
    log.append([timeline.Article(key="boat", text="Bo Ray said on Monday that it rained.", published="2024-03-07")])

    assert {"0o600"} == set(seen)
