"""Conditions are found and taken out one at a time."""

from __future__ import annotations

import subprocess
import sys

import mutants

SOURCE = """\
def sign(é, n):
    if TYPE_CHECKING:
        return 0
    if n > 0 and (n < 9 or é):
        return [each for each in é if each]
    return n == 1
"""


def test_every_condition_can_be_taken_out():
    """
    An operand of `and` becomes True, one of `or` False, a condition that stands alone both; type checking stays.
    """
    found = [(mutant.line, mutant.text, mutant.instead.strip()) for mutant in mutants.mutants("a.py", SOURCE)]
    assert [
        (4, "n > 0", "True"),
        (4, "n < 9", "False"),
        (4, "é", "False"),
        (5, "each", "False"),
        (5, "each", "True"),
        (6, "n == 1", "False"),
        (6, "n == 1", "True"),
    ] == found


def test_broken_module_lacks_the_condition_alone():
    """
    Bytes before and behind the condition stay as they are, and what a condition binds is still bound.
    """
    first = mutants.mutants("a.py", SOURCE)[0]
    assert SOURCE.replace("n > 0", " True").encode() == first.broken(SOURCE.encode())
    (bound,) = [each for each in mutants.mutants("b.py", "if (m := f()) and m: g(m)\n") if ":=" in each.text]
    assert b"if (((m := f()), True)[1]" in bound.broken(b"if (m := f()) and m: g(m)\n")


def test_rooms_have_conditions_and_tests():
    """
    A room is a folder or a file; its tests stand in the folder of its first name.
    """
    assert {"src/timeline/model/span.py"} == {mutant.path for mutant in mutants.of_room("model/span.py")}
    assert len(mutants.of_room("extractors/statements")) > 500
    assert ["tests/extractors"] == mutants.tests_of("extractors/statements")
    assert all(isinstance(mutant, mutants.Mutant) for mutant in mutants.of_room("language"))


def test_what_is_noticed_is_counted(tmp_path):
    """
    A test that pins a condition notices it; one that does not lets it survive, and that is printed.
    """
    test = tmp_path / "test_spans.py"
    test.write_text(
        "from timeline.model.span import Span\n"
        "def test_spans():\n"
        "    assert not Span(0, 2).covers(Span(1, 3))\n"
        "    assert not Span(0, 2).overlaps(Span(2, 3))\n"
    )
    words = [
        sys.executable,
        mutants.ROOT / "tests" / "mutants.py",
        "model/span.py",
        "--all",
        "--tests",
        test,
        "--goal",
        "0",
    ]
    done = subprocess.run([*map(str, words)], capture_output=True, text=True, check=False)
    assert 0 == done.returncode, done.stderr
    survivors = [line.split("  ")[1] for line in done.stdout.splitlines() if line.startswith("src/")]
    assert {"self.start <= other.start", "other.start < self.end"} & {*survivors} == {"self.start <= other.start"}
    assert "2 of 6 broken conditions noticed, 33%" in done.stdout
