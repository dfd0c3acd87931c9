"""Check a proof of `timeline prove` with nothing but Python: python check_proof.py proof.json [kept-head.txt]"""

import base64
import hashlib
import json
import re
import sys


def inner(left, right):
    return hashlib.sha256(b"\x01" + left + right).digest()


def digest(text):
    """Thirty-two bytes, written as sixty-four hexadecimal digits."""
    if not re.fullmatch("[0-9a-f]{64}", text):
        sys.exit(f"not a hash: {text[:80]!r}")
    return bytes.fromhex(text)


def read_head(text):
    """Origin, size and root. A log of no events is under every root: its head says nothing, and is none."""
    found = re.match(r"(\S[^\n]*)\n([1-9][0-9]{0,17})\n([A-Za-z0-9+/]{43}=)(?:\n|$)", text)
    if not found:
        sys.exit("not a head: it has three lines, an origin, a number of events above 0, and a root in base64.")
    return found[1], int(found[2]), base64.b64decode(found[3])


def climb(at, last, node, path, older=None):
    """RFC 9162, sections 2.1.3.2 and 2.1.4.2: fold the path into the later root, and the earlier one beside it."""
    for step in path:
        if last == 0:
            return None, None
        if at & 1 or at == last:
            node, older = inner(step, node), older and inner(step, older)
            while not at & 1 and at:
                at, last = at >> 1, last >> 1
        else:
            node = inner(node, step)
        at, last = at >> 1, last >> 1
    return (node, older) if last == 0 else (None, None)


def check(proof, earlier=None):
    path = [digest(step) for step in proof["path"]]
    origin, size, root = read_head(proof["head"])
    if proof["leaf"] is not None:
        node, _ = climb(proof["first"], size - 1, digest(proof["leaf"]), path)
        return earlier in (None, (origin, size, root)) and 0 <= proof["first"] < size and node == root
    if earlier is None:
        sys.exit("this proof is of growth: give the earlier head as well, as in check_proof.py proof.json head.txt")
    old_origin, old_size, old_root = earlier
    if old_origin != origin or old_size != proof["first"] or not 0 < old_size <= size:
        return False
    if old_size == size:
        return not path and old_root == root
    if old_size & (old_size - 1) == 0:
        path.insert(0, old_root)
    at, last = old_size - 1, size - 1
    while at & 1:
        at, last = at >> 1, last >> 1
    new, old = climb(at, last, path[0], path[1:], path[0]) if path else (None, None)
    return new == root and old == old_root


if __name__ == "__main__":
    if len(sys.argv) not in (2, 3):
        sys.exit(__doc__)
    try:
        given, *head = [open(name, encoding="utf-8").read() for name in sys.argv[1:]]
        proof, kept = json.loads(given), read_head(head[0]) if head else None
        good = check(proof, kept)
    except (KeyError, TypeError, AttributeError, ValueError, RecursionError) as error:
        sys.exit(f"not a proof of `timeline prove`: {error}")
    except OSError as error:
        sys.exit(str(error))
    print("the proof holds" if good else "the proof does NOT hold")
    if good and kept is None:
        print("under this head, which is worth what you know of it:", proof["head"], sep="\n", end="")
    sys.exit(0 if good else 4)
