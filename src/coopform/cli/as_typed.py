"""Words and paths in a command that a message proposes."""

import re

from coopform.text.characters import shown_name

# What no shell takes for anything else.
_PLAIN = re.compile(r"[\w./\\:,+=@~-]+")


def as_typed(words: object) -> str:
    """Return words or a path as they are typed in a command: between straight quotes if a shell needs them."""
    shown = shown_name(words)
    return shown if _PLAIN.fullmatch(shown) else f'"{shown}"'
