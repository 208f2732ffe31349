"""Texts in quotes, for the help messages of faults and for their fixes."""

_SHORTEST_QUOTE = 3
# The limit on a text in a help message, in characters.
_LONGEST_QUOTE = 2_000


def in_quotes(text: str) -> str:
    """Return a text in straight quotes, without its own quotes; the middle of a very long text is left out."""
    text = shorten_middle(text).strip()
    if len(text) >= _SHORTEST_QUOTE and text[0] == text[-1] == '"':
        text = text[1:-1]
    return quoted(text)


def shorten_middle(text: str, start: int = 0) -> str:
    """Return the text from `start` on; the middle of a very long text is left out."""
    half = _LONGEST_QUOTE // 2
    return text[start:] if len(text) - start <= _LONGEST_QUOTE else f"{text[start : start + half]} {text[-half:]}"


def quoted(text: str) -> str:
    """Return a text of one line as a YAML scalar in quotes."""
    if '"' in text or "\\" in text:
        doubled = text.replace("'", "''")
        return f"'{doubled}'"
    return f'"{text}"'
