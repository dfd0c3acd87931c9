"""
Sign heads with Ed25519, and check such signatures, in the form of C2SP signed notes (c2sp.org/signed-note).

Keys are texts as Go's ``note`` package writes them: ``PRIVATE+KEY+<name>+<id>+<base64>`` and ``<name>+<id>+<base64>``.
"""

from __future__ import annotations

import base64
import re
from hashlib import sha256
from typing import Any

from timeline import extras
from timeline.errors import IntegrityError, QueryError

ED25519 = b"\x01"
SECRET = "PRIVATE+KEY+"  # noqa: S105 - how a signing key begins
KEY = re.compile(r"(?P<name>[^\s+]+)\+(?P<id>[0-9a-f]{8})\+(?P<key>[A-Za-z0-9+/=]+)")


def new_keys(name: str) -> tuple[str, str]:
    """
    A signing key, to be kept secret, and the key that checks its signatures, to be given away.

    Raises:
        QueryError: The name has blanks or a plus sign.
        MissingExtra: `cryptography` is not installed.
    """
    if not re.fullmatch(r"[^\s+]+", name):
        raise QueryError(f"{name!r} is not a valid name for a key: leave out blanks and plus signs.")
    private = _library().Ed25519PrivateKey.generate()
    public = private.public_key().public_bytes_raw()
    return f"{SECRET}{_written(name, public, private.private_bytes_raw())}", _written(name, public, public)


def sign(text: str, key: str) -> str:
    """
    The text as a note with a signature, by a signing key.

    Raises:
        QueryError: It is none.
    """
    if not key.startswith(SECRET):
        raise QueryError("this is not a signing key: create one with `timeline key FILE`.")
    name, given_id, seed = _read(key.removeprefix(SECRET))
    private = _library().Ed25519PrivateKey.from_private_bytes(seed)
    if given_id != _id(name, private.public_key().public_bytes_raw()):
        raise QueryError("this signing key is damaged: its id does not match its key.")
    signature = base64.b64encode(given_id + private.sign(text.encode())).decode()
    return f"{text}\n— {name} {signature}\n"


def check(note: str, key: str) -> None:
    """
    The note is signed by the owner of a key.

    Raises:
        QueryError: That is no key.
        IntegrityError: It is not, or was changed since.
    """
    name, given_id, public = _read(key)
    body, _, signatures = note.rpartition("\n\n")
    for line in signatures.split("\n"):
        mark, _, rest = line.partition(" ")
        signer, _, written = rest.partition(" ")
        if (mark, signer) != ("—", name):
            continue
        try:
            signature = base64.b64decode(written, validate=True)
            if signature[:4] == given_id == _id(name, public):
                _library().Ed25519PublicKey.from_public_bytes(public).verify(signature[4:], f"{body}\n".encode())
                return
        except (ValueError, _invalid()) as error:
            raise IntegrityError(
                f"the signature of {name} does not match the head: one of them was changed."
            ) from error
    raise IntegrityError(f"the head is not signed by {name}, whose key was given.", column="head")


def _read(key: str) -> tuple[str, bytes, bytes]:
    """Name, id and bytes of a key."""
    found = KEY.fullmatch(key.strip())
    try:
        whole = base64.b64decode(found["key"], validate=True) if found else b""
    except ValueError:
        whole = b""
    if found is None or whole[:1] != ED25519 or len(whole) != 33:
        raise QueryError("this is not an Ed25519 key: give what `timeline key` printed, or the file it wrote.")
    return found["name"], bytes.fromhex(found["id"]), whole[1:]


def _written(name: str, public: bytes, key: bytes) -> str:
    return f"{name}+{_id(name, public).hex()}+{base64.b64encode(ED25519 + key).decode()}"


def _id(name: str, public: bytes) -> bytes:
    return sha256(f"{name}\n".encode() + ED25519 + public).digest()[:4]


def _library() -> Any:
    return extras.need("cryptography.hazmat.primitives.asymmetric.ed25519", extra="sign", task="signing")


def _invalid() -> Any:
    return extras.need("cryptography.exceptions", extra="sign", task="signing").InvalidSignature
