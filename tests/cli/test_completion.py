"""What a shell is told when the tab key is pressed."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess

import pytest

from commands import command, process, run

ASK = """
source <(timeline completion bash)
complete -p timeline
{asked}
"""
PRESS = 'COMP_WORDS=({words}); COMP_CWORD={at}; COMPREPLY=(); _timeline_completion timeline; echo "${{COMPREPLY[*]}}"'


def completed(folder, *lines):
    """What a bash with our script offers at the end of each line; first how it knows the command."""
    folder.joinpath("timeline").write_text(f'#!/bin/sh\nexec {shlex.join(command())} "$@"\n')
    folder.joinpath("timeline").chmod(0o755)
    asked = [PRESS.format(words=line.replace("|", "''"), at=len(line.split()) - 1) for line in lines]
    words = ["bash", "--norc", "-c", ASK.format(asked="\n".join(asked))]
    environment = os.environ | {"PATH": f"{folder}{os.pathsep}{os.environ['PATH']}"}
    done = subprocess.run(words, env=environment, capture_output=True, text=True, check=True, timeout=60)
    assert "" == done.stderr
    return done.stdout.splitlines()


@pytest.mark.skipif(shutil.which("bash") is None, reason="there is no bash")
def test_bash_completes_commands_options_and_values(tmp_path):
    """
    A real bash that has read the script offers what there is.
    """
    known, *offered = completed(
        tmp_path, "timeline sho", "timeline show --sal", "timeline show --kind |", "timeline people me"
    )
    assert "complete -o nosort -F _timeline_completion timeline" == known
    assert ["show", "--salient", "happening planned state speech boilerplate", "merge"] == offered


def test_zsh_and_fish_are_told_what_commands_are_for():
    """
    They ask by the same protocol, and show the first sentence beside the name.
    """
    words = {"COMP_WORDS": "timeline sho", "COMP_CWORD": "1"}
    zsh = process(_TIMELINE_COMPLETE="zsh_complete", **words)
    assert (0, ["plain", "show", "Show what happened and what is planned, in..."]) == (zsh.status, zsh.out.splitlines())
    fish = process(_TIMELINE_COMPLETE="fish_complete", COMP_WORDS="timeline sho", COMP_CWORD="sho")
    assert fish.out.startswith("plain,show\tShow what happened") or "\nshow\n" in fish.out


@pytest.mark.parametrize(("shell", "line"), [("zsh", "#compdef timeline"), ("fish", "complete --no-files")])
def test_scripts_of_other_shells(capsys, shell, line):
    """
    They say in the shell's own words which command they complete.
    """
    ended = run(capsys, "completion", shell)
    assert (0, True) == (ended.status, ended.out.startswith(line) or f"\n{line}" in ended.out)


def test_a_shell_that_is_not_known(capsys):
    """
    It is a usage error that names those that are.
    """
    ended = run(capsys, "completion", "tcsh")
    assert (2, True) == (ended.status, "'bash', 'zsh', 'fish'" in ended.err)
