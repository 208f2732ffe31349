"""The optional libraries of coopform: which are installed, and what to say when one is not."""

from dataclasses import dataclass
from importlib.util import find_spec

from coopform.failures import CoopformError


@dataclass
class ExtraMissing(CoopformError):
    """A format needs a library that is not installed: the extra `name` of coopform brings it."""

    name: str


def require(library: str, extra: str) -> None:
    """Make sure that a library can be imported.

    Raises:
        ExtraMissing: it is not installed; `extra` brings it.
    """
    if find_spec(library) is None:
        raise ExtraMissing(extra)
