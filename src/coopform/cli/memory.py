"""The collector of reference cycles, which `main` turns off because most commands do not need it."""

import gc


def collect_cycles() -> None:
    """Turn the garbage collector on, for commands whose libraries leave reference cycles for each document."""
    gc.enable()
