"""Which words of a paragraph are bold: all of them, or those at its beginning."""

from collections.abc import Iterable

# A part of a text, and whether it is bold.
TextRun = tuple[str, bool]


def split(runs: Iterable[TextRun]) -> list[list[TextRun]]:
    """Return the lines of a paragraph, each as its runs."""
    lines: list[list[TextRun]] = [[]]
    for text, bold in runs:
        first, *others = text.split("\n")
        lines[-1].append((first, bold))
        lines += [[(other, bold)] for other in others]
    return lines


def in_one_line(lines: Iterable[list[TextRun]], left_out: str = "") -> list[TextRun]:
    """Return the lines of a heading as one, as it is one title; a line that is `left_out` is left out."""
    found: list[TextRun] = []
    for line in lines:
        if not left_out or words(line) != left_out:
            found += [(" ", False), *line] if found else line
    return found


def words(line: Iterable[TextRun]) -> str:
    """Return the text of a line."""
    return "".join(text for text, _ in line)


def is_bold(line: list[TextRun]) -> bool:
    """Return whether all words of a line are bold."""
    weights = [bold for text, bold in line if text.strip()]
    return bool(weights) and all(weights)


def lead(line: list[TextRun]) -> str:
    """Return the bold words at the beginning of a line; none if all of it is bold."""
    if is_bold(line):
        return ""
    found = ""
    for text, bold in line:
        if text.strip() and not bold:
            break
        found += text
    return found.strip()
