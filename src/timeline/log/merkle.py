"""Grow the hash tree of RFC 6962 (Certificate Transparency, section 2.1) leaf by leaf."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

EMPTY = sha256(b"").hexdigest()
"""Root of the tree without leaves."""


def inner(left: bytes, right: bytes) -> bytes:
    """The node above two nodes."""
    return sha256(b"\x01" + left + right).digest()


class Frontier:
    """
    What is needed of a tree to append to it: the roots of its perfect subtrees, the largest first.

    A tree of n leaves has one such subtree for each bit of n.
    """

    def __init__(self, size: int = 0, nodes: Iterable[bytes] = ()) -> None:
        self.size = size
        self.nodes = list(nodes)

    @classmethod
    def of_text(cls, size: int, text: str) -> Frontier:
        """The inverse of `text`."""
        return cls(size, [bytes.fromhex(text[at : at + 64]) for at in range(0, len(text), 64)])

    @property
    def text(self) -> str:
        """The nodes in hexadecimal, one after the other."""
        return b"".join(self.nodes).hex()

    def append(self, leaf: bytes) -> None:
        """Add a leaf hash at the right; amortised one hash."""
        self._push(leaf, 1)

    def extend(self, leaves: bytes) -> None:
        """Add leaf hashes, 32 bytes each, in half the time that one by one takes."""
        at, count = 0, len(leaves) // 32
        while at < count:
            widest = 1 << (count - at).bit_length() - 1
            width = min(self.size & -self.size or widest, widest)  # the largest subtree that fits where the tree ends
            self._push(_subtree(leaves[32 * at : 32 * (at + width)]), width)
            at += width

    def _push(self, node: bytes, width: int) -> None:
        """Add the root of a perfect subtree; the size is a multiple of its width."""
        full = self.size // width
        while full & 1:
            node = inner(self.nodes.pop(), node)
            full >>= 1
        self.nodes.append(node)
        self.size += width

    @property
    def root(self) -> str:
        """The root in hexadecimal."""
        if not self.nodes:
            return EMPTY
        *larger, node = self.nodes
        for left in reversed(larger):
            node = inner(left, node)
        return node.hex()


def _subtree(nodes: bytes) -> bytes:
    """The root over a power of two of nodes, level by level."""
    while len(nodes) > 32:
        nodes = b"".join([sha256(b"\x01" + nodes[at : at + 64]).digest() for at in range(0, len(nodes), 64)])
    return nodes
