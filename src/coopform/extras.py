"""Check whether the libraries of the optional extras are installed."""

from dataclasses import dataclass
from importlib.util import find_spec

from coopform.failures import CoopformError


@dataclass
class ExtraMissing(CoopformError):
    """A library is not installed; the extra `name` of coopform installs it."""

    name: str


def require(library: str, extra: str) -> None:
    """Check that a library can be imported.

    Raises:
        ExtraMissing: it is not installed; `extra` installs it.
    """
    if find_spec(library) is None:
        raise ExtraMissing(extra)
