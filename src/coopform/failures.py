"""The base of every failure that coopform reports: catch it to handle them all."""

from typing import ClassVar


class CoopformError(Exception):
    """A request that coopform cannot carry out; each failure is a class of its own, with what its message needs.

    Attributes:
        exit_code: how `coopform` ends on this failure.
    """

    exit_code: ClassVar[int] = 2
