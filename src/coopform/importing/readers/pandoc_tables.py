"""The tables of pandoc's Markdown that CommonMark does not know: grid, simple and multiline tables."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock

_GRID_RULE = re.compile(r"\+(?:[-=:]+\+)+\s*")
_RULE_PART = re.compile(r"[-=:]+")
_COLUMNS = re.compile(r" *-{2,}(?: +-{2,})+ *")
_FULL_RULE = re.compile(r" {0,3}-{3,} *")
# Lines of the headings of a multiline table.
_MOST_HEADINGS = 10


@dataclass(slots=True)
class _Cell:
    """A cell: its lines, and how many columns and rows it covers."""

    lines: list[str] = field(default_factory=list)
    across: int = 1
    down: int = 1
    is_heading: bool = False


_Rows = list[list[_Cell]]


def use(markdown: MarkdownIt) -> None:
    """Add these tables to a parser."""
    markdown.block.ruler.before("table", "pandoc_table", _table)


def _table(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Parse a table that begins at a line: a rule of the parser, whose signature it has."""
    if silent or start + 1 >= end:
        return False
    lines = _Lines(state, start, end)
    found = _grid(lines) or _simple(lines) or _multiline(lines)
    if found is None:
        return False
    rows, count = found
    _write(state, rows, start)
    state.line = start + count
    return True


class _Lines:
    """The lines of a document from one on, without the indentation of the list or quotation that they are in."""

    def __init__(self, state: StateBlock, start: int, end: int) -> None:
        self._state = state
        self._start = start
        self._most = end - start

    def get(self, index: int) -> str:
        if index >= self._most:
            return ""
        return self._state.getLines(self._start + index, self._start + index + 1, self._state.blkIndent, False)

    def rest(self, index: int) -> Iterator[tuple[int, str]]:
        return ((at, self.get(at)) for at in range(index, self._most))

    def has_rule(self, index: int) -> bool:
        """Return whether a full rule follows; a text is searched in vain only once."""
        without = self._state.env.setdefault("without rules", set())
        text = (self._state.src, self._start + self._most)
        if text not in without and not any(_FULL_RULE.fullmatch(line) for _, line in self.rest(index)):
            without.add(text)
        return text not in without


# Grid tables.


def _grid(lines: _Lines) -> tuple[_Rows, int] | None:
    if not _GRID_RULE.fullmatch(lines.get(0)) or not lines.get(1).startswith(("|", "+")):
        return None
    drawn = []
    for _, line in lines.rest(0):
        if not line.startswith(("|", "+")):
            break
        drawn.append(line.rstrip())
    borders = sorted({at for line in drawn if line[0] == "+" for at, sign in enumerate(line) if sign == "+"})
    return _grid_rows(drawn, borders), len(drawn)


def _grid_rows(drawn: list[str], borders: list[int]) -> _Rows:
    """Return the cells between the borders: a rule under a column ends its cell, a missing bar joins two."""
    spans = list(pairwise(borders))
    rows: _Rows = []
    above: list[_Cell | None] = [None] * len(spans)  # by column, the open cell
    for line in drawn:
        parts = [line[left + 1 : right] for left, right in spans]
        ended = [bool(_RULE_PART.fullmatch(part.strip())) and line[0] in "+|" for part in parts]
        if any(ended):
            if "=" in line:
                for cell in (cell for row in rows for cell in row):
                    cell.is_heading = True
            above = [None if over else cell for cell, over in zip(above, ended, strict=True)]
            rows.append([])
            for cell in {id(cell): cell for cell in above if cell}.values():
                cell.down += 1
            if all(ended):
                continue
        _add_line(line, spans, above, ended, rows)
    return [row for row in rows if row]


def _add_line(
    line: str, spans: list[tuple[int, int]], above: list[_Cell | None], ended: list[bool], rows: _Rows
) -> None:
    """Add the parts of a line between its bars to the cells they are in."""
    column = 0
    while column < len(spans):
        if ended[column]:
            column += 1
            continue
        last = column
        while last + 1 < len(spans) and line[spans[last][1] : spans[last][1] + 1] not in ("|", "+"):
            last += 1
        cell = above[column]
        if cell is None:
            cell = _Cell(across=last - column + 1)
            (rows or [[]])[-1].append(cell)
            above[column : last + 1] = [cell] * (last - column + 1)
        # A line may be longer than the rules.
        end = spans[last][1] if last + 1 < len(spans) else len(line)
        cell.lines.append(line[spans[column][0] + 1 : end].rstrip().removesuffix("|"))
        column = last + 1


# Tables of columns without bars.


def _simple(lines: _Lines) -> tuple[_Rows, int] | None:
    """Return a table with one line for each row, under a line of headings or without one."""
    head, under = lines.get(0), lines.get(1)
    if _COLUMNS.fullmatch(head) and under.strip():
        columns, begin = _columns(head), 1
    elif head.strip() and _COLUMNS.fullmatch(under) and lines.get(2).strip():
        columns, begin = _columns(under), 2
    else:
        return None
    rows: _Rows = [_row([head], columns, is_heading=True)] if begin == 2 else []
    count = begin
    for at, line in lines.rest(begin):
        count = at
        if not line.strip() or _COLUMNS.fullmatch(line):
            count += bool(line.strip())
            break
        rows.append(_row([line], columns))
        count = at + 1
    return rows, count


def _multiline(lines: _Lines) -> tuple[_Rows, int] | None:
    """Return a table between two rules, whose rows have several lines and blank lines between them."""
    if not _FULL_RULE.fullmatch(lines.get(0)):
        return None
    heads = [lines.get(at) for at in range(1, _MOST_HEADINGS + 1)]
    under = next((at for at, line in enumerate(heads) if _COLUMNS.fullmatch(line)), None)
    if under is None or not all(line.strip() for line in heads[:under]) or not lines.has_rule(under + 2):
        return None
    columns = _columns(heads[under])
    rows: _Rows = [_row(heads[:under], columns, is_heading=True)] if under else []
    row: list[str] = []
    for at, line in lines.rest(under + 2):
        is_end = bool(_FULL_RULE.fullmatch(line))
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


def _row(typed: list[str], columns: list[int], *, is_heading: bool = False) -> list[_Cell]:
    lines = [_parts(line, columns) for line in typed]
    return [_Cell([parts[index] for parts in lines], is_heading=is_heading) for index in range(len(columns))]


def _parts(line: str, columns: list[int]) -> list[str]:
    """Return the parts of a line in its columns; a word that begins too far to the left is not cut."""
    starts = [0]
    for column in columns[1:]:
        start = min(column, len(line))
        while starts[-1] < start < len(line) and not line[start - 1].isspace():
            start -= 1
        starts.append(start)
    return [line[start:end].strip() for start, end in zip(starts, [*starts[1:], len(line)], strict=True)]


def _write(state: StateBlock, rows: _Rows, start: int) -> None:
    """Write a table as the tokens of the parser; what is in a cell is Markdown again."""
    state.push("table_open", "table", 1).map = [start, start + 1]
    for row in rows:
        state.push("tr_open", "tr", 1)
        for cell in row:
            tag = "th" if cell.is_heading else "td"
            token = state.push(f"{tag}_open", tag, 1)
            token.attrs = {"colspan": str(cell.across), "rowspan": str(cell.down)}
            before = len(state.tokens)
            state.md.block.parse(_cell_text(cell.lines), state.md, state.env, state.tokens)
            for inside in state.tokens[before:]:
                # The lines of a cell are counted from its own beginning.
                inside.map = [line + start for line in inside.map] if inside.map else None
            state.push(f"{tag}_close", tag, -1)
        state.push("tr_close", "tr", -1)
    state.push("table_close", "table", -1)


def _cell_text(lines: list[str]) -> str:
    """Return the lines of a cell without the spaces before all of them."""
    filled = [line for line in lines if line.strip()]
    indent = min((len(line) - len(line.lstrip()) for line in filled), default=0)
    return "\n".join(line[indent:].rstrip() for line in lines)
