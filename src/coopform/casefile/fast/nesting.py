"""Lines under one another: mappings as dictionaries, lists, texts; an empty text where nothing stands."""

from typing import Any

from coopform.casefile.fast.lines import NO_HYPHEN, OutlineLine
from coopform.casefile.fast.unsure import Unsure

# Stands to the left of every line: all that is open ends there.
_END: OutlineLine = (NO_HYPHEN, -1, "", "")


def nested(lines: list[OutlineLine]) -> dict[str, Any]:
    """Return the mapping that lines are, each of its values a text, a list or a mapping.

    Raises:
        Unsure: a line stands under none, or a key stands twice.
    """
    walk = _Walk([*lines, _END])
    root = walk.mapping(0, {})
    if walk.at < len(lines):
        raise Unsure
    return root


class _Walk:
    """The way down the lines; `at` is the next one."""

    def __init__(self, lines: list[OutlineLine]) -> None:
        self.lines = lines
        self.at = 0

    def mapping(self, column: int, pairs: dict[str, Any]) -> dict[str, Any]:
        """Add the keys that stand at a column, as far as they follow one another, to `pairs`, and return these."""
        lines = self.lines
        while True:
            hyphen, start, label, words = lines[self.at]
            if start != column or hyphen != NO_HYPHEN:
                return pairs
            self.at += 1
            if label in pairs:
                raise Unsure
            pairs[label] = words or self._below(column)

    def _below(self, column: int) -> Any:
        """Return what stands under a label at a column."""
        hyphen, start, _, _ = self.lines[self.at]
        if hyphen >= column:
            return self._items(hyphen)
        if hyphen == NO_HYPHEN and start > column:
            return self.mapping(start, {})
        return ""

    def _items(self, column: int) -> list[Any]:
        items: list[Any] = []
        while True:
            hyphen, start, label, words = self.lines[self.at]
            if hyphen != column:
                return items
            self.at += 1
            # The other keys of an item stand below its first one, at the same column.
            items.append(self.mapping(start, {label: words or self._below(start)}) if label else words)
