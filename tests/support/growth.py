"""Work whose cost is linear: twice as much takes at most three times the CPU time."""

import gc
import time
from collections.abc import Callable

# Shorter times depend more on the clock and the start of a command.
_LEAST = 0.02
_TIMES = 3
_ATTEMPTS = 4


def cpu(work: Callable[[], object]) -> float:
    """Return the CPU time of some work in seconds; the collector waits, since its cost grows with all tests before."""
    gc.disable()
    try:
        begun = time.process_time()
        work()
        return time.process_time() - begun
    finally:
        gc.enable()


def assert_grows_evenly(work: Callable[[int], object], size: int, fixed: float = 0) -> None:
    """Assert that `work` of twice the size takes at most three times as long, in the best of some attempts.

    `fixed` is the time in seconds that does not depend on the size. A time that is too short to be compared is
    measured once.
    """
    most = cpu(lambda: work(2 * size)) - fixed
    least = _LEAST
    held = []
    for attempt in range(_ATTEMPTS):
        if most <= _TIMES * least:
            return
        # Where a loop is at the border of a block of memory, Python takes and returns the block at each step. Numbers
        # that are held move the border.
        held.append(list(range(1_000, 3_000)))
        cost = max(cpu(lambda: work(size)) - fixed, _LEAST)
        least = min(least, cost) if attempt else cost
        if most <= _TIMES * least:
            return
        most = min(most, cpu(lambda: work(2 * size)) - fixed)
    raise AssertionError(f"twice as much costs {most / least:.1f} times as much")
