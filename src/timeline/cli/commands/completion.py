"""`timeline completion`: print what lets a shell complete command lines."""

from __future__ import annotations

import click
from click.shell_completion import BashComplete, FishComplete, ZshComplete

from timeline.cli.exit_status import say
from timeline.cli.options import examples

SHELLS = {"bash": BashComplete, "zsh": ZshComplete, "fish": FishComplete}


@click.command(
    epilog=examples(
        "timeline completion bash > ~/.local/share/bash-completion/completions/timeline",
        "source <(timeline completion zsh)    # in ~/.zshrc, behind compinit",
        "timeline completion fish > ~/.config/fish/completions/timeline.fish",
    )
)
@click.argument("shell", type=click.Choice(SHELLS))
@click.pass_context
def command(context: click.Context, shell: str) -> None:
    """
    Print a script that lets a shell complete commands, options and their values with the tab key.

    The shell asks the installed `timeline`, so plug-ins are completed as well. bash has to be version 4.4 or newer.
    """
    say(SHELLS[shell](context.find_root().command, {}, "timeline", "_TIMELINE_COMPLETE").source())
