"""What a command does about memory: the run begins without the garbage collector, which most commands do not need."""

import gc


def collect_cycles() -> None:
    """Turn the garbage collector on: each document that a library prints or opens leaves reference cycles behind."""
    gc.enable()
