"""
Prove, to whoever kept an earlier head, that the log still holds what it held (RFC 6962, section 2.1).

A head is printed as the body of a checkpoint (C2SP tlog-checkpoint): the log's origin, its size, its root in base64. It
is worth most where others keep it: a log cut at a commit, or replaced as a whole, passes every check inside the file.
"""

from __future__ import annotations

import base64
import re
from typing import TYPE_CHECKING

from attrs import frozen

from timeline.errors import IntegrityError, NotFound, QueryError
from timeline.log.merkle import EMPTY, Frontier, inner

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from timeline.store.connection import Connection

BATCH_LEAVES = 100_000
CHECKPOINT = re.compile(r"(?P<origin>\S[^\n]*)\n(?P<size>[1-9][0-9]{0,17})\n(?P<root>[A-Za-z0-9+/]{43}=)(?:\n|$)")
"""The size is a number without a sign or leading zeros, the root 32 bytes (C2SP tlog-checkpoint)."""

NO_HASH = "the {} at position {} is {!r:.80}, which is no hash: `timeline verify` says more."


@frozen
class Head:
    """
    What a log was at one moment.

    Attributes:
        origin: Names the log; follows from its first event.
        size: Events in it.
        root: RFC 6962 root over their leaves, in hexadecimal.
    """

    origin: str
    size: int
    root: str

    @property
    def text(self) -> str:
        """The body of a C2SP checkpoint."""
        return f"{self.origin}\n{self.size}\n{base64.b64encode(bytes.fromhex(self.root)).decode()}\n"

    @classmethod
    def of_text(cls, text: str) -> Head:
        """
        Read the body of a checkpoint; what follows its three lines (extensions, signatures) is passed over.

        Raises:
            QueryError: It is none, or that of a log without events, which every log extends.
        """
        if (found := CHECKPOINT.match(text)) is None:
            raise QueryError("this is not a head: give the three lines that `timeline head` prints, unchanged.")
        return cls(found["origin"], int(found["size"]), base64.b64decode(found["root"]).hex())


@frozen
class Proof:
    """
    Hashes that lead from a leaf, or from an earlier head, to a later one.

    Attributes:
        first: Zero-based index of the leaf for an inclusion proof; size of the earlier head for a consistency proof.
        leaf: The leaf in hexadecimal; None for a consistency proof.
        path: The nodes, in the order of RFC 6962, in hexadecimal.
        head: The later head.
    """

    first: int
    leaf: str | None
    path: tuple[str, ...]
    head: Head


def head(connection: Connection, size: int | None = None) -> Head:
    """
    The newest head, or the one the log had at a size, recomputed from its leaves.

    Raises:
        NotFound: The log never had that many events.
        IntegrityError: The newest head in the file is none.
    """
    newest = connection.execute("select tree_size, root from heads order by tree_size desc limit 1").fetchall()
    first = connection.execute("select leaf from log where position = 1").fetchall()
    if not newest or not first:
        return Head("timeline/empty", 0, EMPTY)
    origin = f"timeline/{first[0][0][:16]}"
    _bytes("root", *newest[0])
    if size is None or size == newest[0][0]:
        return Head(origin, *newest[0])
    if not 0 <= size <= newest[0][0]:
        raise NotFound(
            f"the log holds {newest[0][0]:,} events, not {size:,}: the log was cut, or the head belongs to another log."
        )
    return Head(origin, size, _subtree(connection, 0, size).hex())


def inclusion(connection: Connection, position: int) -> Proof:
    """
    The event at a one-based position is under the newest head.

    Raises:
        IntegrityError: Not in this file: no head is so new, or several events have that position.
    """
    newest = head(connection)
    leaves = connection.execute("select leaf from log where position = $at", {"at": position}).fetchall()
    if len(leaves) != 1 or not 1 <= position <= newest.size:
        raise IntegrityError(
            f"position {position} is not in a log of {newest.size:,} events once: `timeline verify` says more.",
            position=position,
            column="position",
        )
    ((leaf,),) = leaves
    _bytes("leaf", position, leaf)
    ranges = _inclusion_ranges(position - 1, 0, newest.size)
    return Proof(position - 1, leaf, _nodes(connection, ranges), newest)


def consistency(connection: Connection, earlier: Head) -> Proof:
    """
    The newest head only adds to an earlier one.

    Raises:
        IntegrityError: The earlier head is not one this log ever had.
    """
    compare(connection, earlier)
    newest = head(connection)
    ranges = _consistency_ranges(earlier.size, 0, newest.size, whole=True) if 0 < earlier.size < newest.size else []
    return Proof(earlier.size, None, _nodes(connection, ranges), newest)


def compare(connection: Connection, kept: Head) -> None:
    """
    Hold a head that was kept elsewhere against the log.

    Raises:
        IntegrityError: The log was cut, rewritten, or is another one.
    """
    try:
        now = head(connection, kept.size)
    except NotFound as error:
        raise IntegrityError(str(error), position=kept.size, column="head") from error
    if kept.size and now != kept:
        what = "root" if now.origin == kept.origin else "origin"
        raise IntegrityError(
            f"at {kept.size:,} events the log's {what} is {getattr(now, what)}, the kept head says"
            f" {getattr(kept, what)}: the log was rewritten, or the head belongs to another log.",
            position=kept.size,
            column="head",
        )


def includes(proof: Proof) -> bool:
    """An inclusion proof holds (RFC 9162, section 2.1.3.2)."""
    if proof.leaf is None or not 0 <= proof.first < proof.head.size:
        return False
    at, last, node = proof.first, proof.head.size - 1, bytes.fromhex(proof.leaf)
    for step in map(bytes.fromhex, proof.path):
        if last == 0:
            return False
        if at & 1 or at == last:
            node = inner(step, node)
            while not at & 1:
                at, last = at >> 1, last >> 1
        else:
            node = inner(node, step)
        at, last = at >> 1, last >> 1
    return last == 0 and node.hex() == proof.head.root


def extends(proof: Proof, earlier: Head) -> bool:
    """A consistency proof holds (RFC 9162, section 2.1.4.2)."""
    first, second = earlier.size, proof.head.size
    if proof.first != first or first > second:
        return False
    if first in (0, second):
        return not proof.path and (first == 0 or earlier.root == proof.head.root)
    path = [bytes.fromhex(step) for step in proof.path]
    if first & (first - 1) == 0:
        path.insert(0, bytes.fromhex(earlier.root))
    if not path:
        return False
    at, last = first - 1, second - 1
    while at & 1:
        at, last = at >> 1, last >> 1
    old = new = path[0]
    for step in path[1:]:
        if last == 0:
            return False
        if at & 1 or at == last:
            old, new = inner(step, old), inner(step, new)
            while not at & 1:
                at, last = at >> 1, last >> 1
        else:
            new = inner(new, step)
        at, last = at >> 1, last >> 1
    return last == 0 and old.hex() == earlier.root and new.hex() == proof.head.root


def _split(start: int, end: int) -> int:
    """Where RFC 6962 splits a range: behind the largest power of two of leaves that is smaller than all."""
    return start + (1 << (end - start - 1).bit_length() - 1)


def _inclusion_ranges(index: int, start: int, end: int) -> list[tuple[int, int]]:
    if end - start == 1:
        return []
    middle = _split(start, end)
    if index < middle:
        return [*_inclusion_ranges(index, start, middle), (middle, end)]
    return [*_inclusion_ranges(index, middle, end), (start, middle)]


def _consistency_ranges(size: int, start: int, end: int, *, whole: bool) -> list[tuple[int, int]]:
    if size == end:
        return [] if whole else [(start, end)]
    middle = _split(start, end)
    if size <= middle:
        return [*_consistency_ranges(size, start, middle, whole=whole), (middle, end)]
    return [*_consistency_ranges(size, middle, end, whole=False), (start, middle)]


def _nodes(connection: Connection, ranges: Sequence[tuple[int, int]]) -> tuple[str, ...]:
    return tuple(_subtree(connection, start, end).hex() for start, end in ranges)


def _subtree(connection: Connection, start: int, end: int) -> bytes:
    """The root over the leaves of the zero-based range, read in order and never held at once."""
    frontier = Frontier()
    for leaf in _leaves(connection, start, end):
        frontier.append(leaf)
    return bytes.fromhex(frontier.root)


def _leaves(connection: Connection, start: int, end: int) -> Iterator[bytes]:
    cursor = connection.cursor()
    cursor.execute(
        "select position, leaf from log where position > $start and position <= $end order by position",
        {"start": start, "end": end},
    )
    while rows := cursor.fetchmany(BATCH_LEAVES):
        yield from (_bytes("leaf", *row) for row in rows)


def _bytes(what: str, position: int, text: str) -> bytes:
    """A hash, as it stands in a column of the log."""
    try:
        return bytes.fromhex(text)
    except ValueError:
        raise IntegrityError(NO_HASH.format(what, position, text), position=position, column=what) from None
