"""A line with styles that needs no layout."""

# The texts of a line, each with its style as rich names it; empty for none.
StyledLine = tuple[tuple[str, str], ...]


def plain(line: StyledLine) -> str:
    """Return a line without its styles."""
    return "".join(text for text, _ in line)
