"""The tables of pandoc's Markdown that CommonMark does not know, as a rule for the parser of Markdown."""

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock

from coopform.importing.readers.pandoc_columns import multiline_table, simple_table
from coopform.importing.readers.pandoc_grids import grid_table
from coopform.importing.readers.pandoc_lines import PandocLines, PandocRows


def use(markdown: MarkdownIt) -> None:
    """Add these tables to a parser."""
    markdown.block.ruler.before("table", "pandoc_table", _table)


def _table(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Parse a table that begins at a line: a rule of the parser, whose signature it has."""
    if silent or start + 1 >= end:
        return False
    lines = PandocLines(state, start, end)
    found = grid_table(lines) or simple_table(lines) or multiline_table(lines)
    if found is None:
        return False
    rows, count = found
    _write(state, rows, start)
    state.line = start + count
    return True


def _write(state: StateBlock, rows: PandocRows, start: int) -> None:
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
