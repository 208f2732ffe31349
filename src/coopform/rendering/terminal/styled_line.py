"""A line with styles, as rich names them, that needs no layout."""

# Texts one after the other, each with its style as rich names it, or none.
StyledLine = tuple[tuple[str, str], ...]


def plain(line: StyledLine) -> str:
    """Return a line without its styles."""
    return "".join(text for text, _ in line)
