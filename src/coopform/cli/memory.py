"""What a command does about memory: the run begins without the garbage collector, which most commands never need."""

import gc


def free_rings() -> None:
    """Free objects that hold each other: each document that is printed or opened by a library leaves many behind."""
    gc.enable()
