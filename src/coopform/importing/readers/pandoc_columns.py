"""Simple and multiline tables of pandoc's Markdown: a rule of hyphens with a gap after each column."""

import re

from coopform.importing.readers.pandoc_lines import FULL_RULE, PandocCell, PandocLines, PandocRows

_COLUMNS = re.compile(r" *-{2,}(?: +-{2,})+ *")
# Lines of the headings of a multiline table.
_MOST_HEADINGS = 10


def simple_table(lines: PandocLines) -> tuple[PandocRows, int] | None:
    """Return the rows of a simple table and how many lines it has: one for each row, headings or none above them."""
    head, under = lines.get(0), lines.get(1)
    if _COLUMNS.fullmatch(head) and under.strip():
        columns, begin = _columns(head), 1
    elif head.strip() and _COLUMNS.fullmatch(under) and lines.get(2).strip():
        columns, begin = _columns(under), 2
    else:
        return None
    rows: PandocRows = [_row([head], columns, is_heading=True)] if begin == 2 else []
    count = begin
    for at, line in lines.rest(begin):
        count = at
        if not line.strip() or _COLUMNS.fullmatch(line):
            count += bool(line.strip())
            break
        rows.append(_row([line], columns))
        count = at + 1
    return rows, count


def multiline_table(lines: PandocLines) -> tuple[PandocRows, int] | None:
    """Return the rows of a multiline table and how many lines it has: it is between rules, blank lines between rows."""
    if not FULL_RULE.fullmatch(lines.get(0)):
        return None
    heads = [lines.get(at) for at in range(1, _MOST_HEADINGS + 1)]
    under = next((at for at, line in enumerate(heads) if _COLUMNS.fullmatch(line)), None)
    if under is None or not all(line.strip() for line in heads[:under]) or not lines.has_rule(under + 2):
        return None
    columns = _columns(heads[under])
    rows: PandocRows = [_row(heads[:under], columns, is_heading=True)] if under else []
    row: list[str] = []
    for at, line in lines.rest(under + 2):
        is_end = bool(FULL_RULE.fullmatch(line))
        if line.strip() and not is_end:
            row.append(line)
        elif row:
            rows.append(_row(row, columns))
            row = []
        if is_end:
            return rows, at + 1
    return None


def _columns(rule: str) -> list[int]:
    """Return where the columns under a rule begin."""
    _, *others = re.finditer(r"-+", rule)
    return [0, *(match.start() for match in others)]


def _row(typed: list[str], columns: list[int], *, is_heading: bool = False) -> list[PandocCell]:
    lines = [_parts(line, columns) for line in typed]
    return [PandocCell([parts[index] for parts in lines], is_heading=is_heading) for index in range(len(columns))]


def _parts(line: str, columns: list[int]) -> list[str]:
    """Return the parts of a line in its columns; a word that begins too far to the left is not cut."""
    starts = [0]
    for column in columns[1:]:
        start = min(column, len(line))
        while starts[-1] < start < len(line) and not line[start - 1].isspace():
            start -= 1
        starts.append(start)
    return [line[start:end].strip() for start, end in zip(starts, [*starts[1:], len(line)], strict=True)]
