"""Texts in quotes, for the help messages of faults and for their fixes."""

import re

_LINE_BREAKS = re.compile(r"[ \t]*[\r\n]\s*")
_SHORTEST_QUOTE = 3
# The limit on a text in a help message, in characters.
_LONGEST_QUOTE = 2_000


def in_quotes(text: str) -> str:
    """Return a text on one line, in straight quotes but its own; the middle of a very long one is left out."""
    text = on_one_line(shorten_middle(text))
    if len(text) >= _SHORTEST_QUOTE and text[0] == text[-1] == '"':
        text = text[1:-1]
    return quoted(text)


def shorten_middle(text: str, start: int = 0) -> str:
    """Return the text from `start` on; the middle of a very long text is left out."""
    half = _LONGEST_QUOTE // 2
    return text[start:] if len(text) - start <= _LONGEST_QUOTE else f"{text[start : start + half]} {text[-half:]}"


def on_one_line(text: str) -> str:
    """Return a text without its line breaks, each of which is read as a space."""
    return _LINE_BREAKS.sub(" ", text.strip())


def quoted(text: str) -> str:
    """Return a text of one line as a YAML scalar in quotes."""
    if '"' in text or "\\" in text:
        doubled = text.replace("'", "''")
        return f"'{doubled}'"
    return f'"{text}"'
