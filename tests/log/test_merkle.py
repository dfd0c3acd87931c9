"""The hash tree."""

from __future__ import annotations

from hashlib import sha256

from hypothesis import given
from hypothesis import strategies as st

from timeline.log.merkle import EMPTY, Frontier


def tree_hash(leaves):
    """RFC 6962, section 2.1, word for word: split at the largest power of two below n."""
    if not leaves:
        return sha256(b"").digest()
    if len(leaves) == 1:
        return leaves[0]
    at = 1
    while at * 2 < len(leaves):
        at *= 2
    return sha256(b"\x01" + tree_hash(leaves[:at]) + tree_hash(leaves[at:])).digest()


@given(st.lists(st.binary(min_size=32, max_size=32), max_size=70), st.integers(0, 70))
def test_incremental_root_is_that_of_the_standard(leaves, cut):
    """
    Appending leaf by leaf, interrupted and taken up from text anywhere, gives the RFC's root.
    """
    frontier = Frontier()
    for leaf in leaves[:cut]:
        frontier.append(leaf)
    frontier = Frontier.of_text(frontier.size, frontier.text)
    for leaf in leaves[cut:]:
        frontier.append(leaf)
    assert tree_hash(leaves).hex() == frontier.root


@given(st.lists(st.binary(min_size=32, max_size=32), max_size=70), st.integers(0, 70))
def test_many_leaves_at_once_grow_the_same_tree(leaves, cut):
    """
    Leaves added in two stretches, wherever they part, give the frontier that one by one gives.
    """
    one, many = Frontier(), Frontier()
    for leaf in leaves:
        one.append(leaf)
    many.extend(b"".join(leaves[:cut]))
    many.extend(b"".join(leaves[cut:]))
    assert (one.size, one.text, one.root) == (many.size, many.text, many.root)


def test_known_roots():
    """
    The roots of Certificate Transparency's reference tree come out.
    """
    inputs = ["", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"]
    roots = {
        1: "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
        2: "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
        3: "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
        8: "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
    }
    frontier, found = Frontier(), {}
    assert EMPTY == frontier.root
    for text in inputs:
        frontier.append(sha256(b"\x00" + bytes.fromhex(text)).digest())
        found[frontier.size] = frontier.root
    assert roots == {size: found[size] for size in roots}
