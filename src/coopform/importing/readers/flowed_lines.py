"""Join the lines that a program of e-mails broke for their length, and marked by a space at their end (RFC 3676)."""

from collections.abc import Iterable

# Above a signature; it ends with a space, and goes on no more.
_DIVIDER = "--"


def joined(lines: Iterable[str], *, deletes_space: bool) -> list[str]:
    """Return the lines of a text in the format « flowed » as they were typed.

    Args:
        lines: as they were sent.
        deletes_space: whether the space at the end was added, and is not one between words.
    """
    found: list[list[str]] = []
    goes_on, above = False, 0
    for line in lines:
        words = line.lstrip(">")
        depth = len(line) - len(words)
        # A space was put before words that might be taken for a mark.
        words = words.removeprefix(" ")
        is_divider = words.rstrip() == _DIVIDER
        if not (goes_on and depth == above) or is_divider:
            found.append([f"{'>' * depth} " if depth else "", words])
        else:
            found[-1].append(words)
        goes_on, above = words.endswith(" ") and not is_divider, depth
        if goes_on and deletes_space:
            found[-1][-1] = words[:-1]
    return ["".join(parts) for parts in found]
