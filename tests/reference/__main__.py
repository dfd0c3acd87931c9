"""Hold a log beside the reference for many steps: ``python -m reference [STEPS]`` in the folder of the tests."""

from __future__ import annotations

import sys
import time

from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import run_state_machine_as_test

from reference.machine import Beside

HISTORIES, STEPS = 20, 50


def main(wanted: int) -> None:
    """Run histories of up to `STEPS` steps, found by chance, until all steps are done; a difference ends it."""
    done: list[int] = []

    class Counted(Beside):
        """Verified as a whole every tenth step and at the end."""

        whole_checks = 10

        def teardown(self) -> None:
            done.append(getattr(self, "steps", 0))
            super().teardown()

    since = time.monotonic()
    while sum(done) < wanted:
        run_state_machine_as_test(
            Counted,
            settings=settings(
                max_examples=HISTORIES, stateful_step_count=STEPS, deadline=None, database=None,
                phases=[Phase.generate], suppress_health_check=list(HealthCheck),
            ),
        )  # fmt: skip
        seconds = time.monotonic() - since
        sys.stdout.write(f"no difference in {sum(done):,} steps of {len(done):,} histories, {seconds:,.0f} s\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000)
