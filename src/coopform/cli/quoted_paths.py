"""Paths with spaces, which a shell takes apart without quotes."""

from collections.abc import Sequence
from itertools import combinations
from pathlib import Path


def refuse_unquoted(names: Sequence[str], command: str) -> None:
    """Refuse the words of one path that exists, typed as several arguments of which some do not exist.

    Raises:
        PathWithoutQuotes: there are such words.
    """
    exist = [Path(name).exists() for name in names]
    if all(exist):
        return
    for start, end in combinations(range(len(names) + 1), 2):
        path = " ".join(names[start:end])
        if not all(exist[start:end]) and end - start > 1 and Path(path).exists():
            from coopform.cli.failures import PathWithoutQuotes

            raise PathWithoutQuotes(path, command)
