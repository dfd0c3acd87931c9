"""Copy a log while others read it."""

from __future__ import annotations

import os
import shutil
from typing import TYPE_CHECKING

from timeline.errors import IntegrityError, LogError
from timeline.integrity import proofs
from timeline.store import connections, new_files
from timeline.store.lock import INTENT, LOCK, WAIT

if TYPE_CHECKING:
    from pathlib import Path

    from timeline.integrity.proofs import Head


def backup(path: Path, target: Path, *, wait: float = WAIT) -> Head:
    """
    Copy the log to *target*, which appears when it is complete; returns the head of the copy.

    Readers go on meanwhile, a writer waits. The copy is one file: what a killed writer left in the write-ahead log is
    taken into the file first.

    Raises:
        NotFound: There is no log.
        LogError: The target is there already, or cannot be written.
        IntegrityError: The copy is not what was copied.
    """
    if target.exists():
        raise LogError(f"{target} already exists: name a new file.")
    unfinished = target.with_name(f"{target.name}.unfinished")
    try:
        with connections.at_rest(path, wait=wait) as connection:
            head = proofs.head(connection)
            with path.open("rb") as source, open(new_files.made(unfinished, like=path), "wb") as copy:  # noqa: PTH123
                shutil.copyfileobj(source, copy, 1 << 20)
                copy.flush()
                os.fsync(copy.fileno())
        with connections.reading(unfinished, wait=wait) as connection:
            copied = proofs.head(connection)
        if copied != head:
            raise IntegrityError(f"the copy's head is {copied.root}, the log's {head.root}: copy again.")
        unfinished.rename(target)
    except OSError as error:
        if isinstance(error, LogError):
            raise
        raise LogError(f"{target} cannot be written: {error.strerror}.") from error
    finally:
        unfinished.unlink(missing_ok=True)
        for lock_file in (LOCK, INTENT):
            unfinished.with_name(f"{unfinished.name}{lock_file}").unlink(missing_ok=True)
    return head
