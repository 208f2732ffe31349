"""The tables of GitHub's Markdown, whose rows may have more cells than their headings: no word of them is dropped."""

from collections.abc import Sequence

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock, table
from markdown_it.rules_block.table import escapedSplit
from markdown_it.token import Token


def use(markdown: MarkdownIt) -> None:
    """Add these tables to a parser."""
    markdown.block.ruler.at("table", _table, {"alt": ["paragraph", "reference"]})


def _table(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Parse a table: a rule of the parser, whose signature it has."""
    before = len(state.tokens)
    if not table(state, start, end, silent):
        return False
    _keep_rest(state, state.tokens[before:])
    return True


def _keep_rest(state: StateBlock, tokens: Sequence[Token]) -> None:
    """Add the cells of a row that have no heading to its last cell, as they are typed."""
    line = 0
    cells: list[Token] = []
    for token in tokens:
        if token.type == "tr_open":
            line, cells = (token.map or [0])[0], []
        elif token.type == "inline":
            cells.append(token)
        elif token.type == "tr_close":
            typed = escapedSplit(state.src[state.bMarks[line] + state.tShift[line] : state.eMarks[line]].strip())
            rest = typed[len(cells) + (not typed[0]) :]
            words = [cell.strip() for cell in rest if cell.strip()]
            if words:
                cells[-1].content = " | ".join(filter(None, (cells[-1].content, *words)))
