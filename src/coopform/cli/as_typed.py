"""Words and paths in a command that a message proposes."""

from coopform.text.characters import shown_name


def as_typed(words: object) -> str:
    """Return words or a path as they are typed in a command: between straight quotes if they have a space."""
    shown = shown_name(words)
    return f'"{shown}"' if " " in shown else shown
