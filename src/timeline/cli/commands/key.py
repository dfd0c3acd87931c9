"""`timeline key`: create a pair of keys for signing heads."""

from __future__ import annotations

import os

import click

from timeline.cli.exit_status import say
from timeline.cli.lazy import signing
from timeline.cli.options import examples


@click.command(
    epilog=examples(
        "timeline key desk.key --name desk.example > desk.pub",
        "timeline head --sign desk.key > head.txt",
        "timeline verify --head head.txt --key desk.pub",
    )
)
@click.argument("file")
@click.option("--name", default="timeline", show_default=True, help="Name of the signer, part of every signature.")
def command(*, file: str, name: str) -> None:
    """
    Write a signing key to FILE, which only you can read, and print the public key that verifies its signatures.

    This needs the extra `sign`: pip install 'news-timeline[sign]'.
    """
    private, public = signing.new_keys(name)
    try:
        descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except OSError as error:
        raise click.UsageError(f"{file} cannot be created ({error.strerror}): name a new file.") from error
    try:
        with os.fdopen(descriptor, "w", encoding="utf-8") as target:
            target.write(private + "\n")
            target.flush()
            os.fsync(descriptor)
        say(public)
    except OSError:
        os.unlink(file)  # noqa: PTH108 - half a pair is of no use, and would be in the way of the next try
        raise
