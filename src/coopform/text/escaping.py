"""Escape text for Markdown, CSV and CSS, so that it is not read as markup, a link or a formula."""

import re

from coopform.text.characters import visible

# Characters with a meaning inside a line of CommonMark, GFM and common extensions: attributes in braces, superscripts,
# mathematics. The pattern begins with a character class, so that most characters are skipped at once; the conditions
# on the context follow.
_MARKUP = re.compile(
    r"""
    [\\`*_\[\]{}<>~|$^\#@:=/.]
    (?: (?<=[\\`*_\[\]{}<>~|$^\#@])
      | (?<=:)(?=[\w+-]+:)            # :emoji:
      | (?<=http:) | (?<=https:) | (?<=ftp:) | (?<=mailto:) | (?<=xmpp:)
      | (?<===)                      # ==highlight==
      | (?<=//)                      # addresses without a scheme: //host, www.host, host.fr
      | (?<=www\.) | (?<=\.)(?=[^\W\d_])
    )
    """,
    re.IGNORECASE | re.VERBOSE,
)
_ENTITY = re.compile(r"&(?=#?\w+;)")
# Starts a block at the beginning of a line: list, rule, setext underline, definition, numbered list, spoiler (in a
# quotation).
_BLOCK = re.compile(r"\s*(?:[+\-=:!]|\d{1,9}[.)])")
_LINE_BREAKS = re.compile(r"(?<!\s)\s*\n\s*")
# Spreadsheets take a cell with one of these at its start for a formula, the full-width ones in Asian locales.
_FORMULA_SIGNS = "=+\\-@＝＋－＠"
_FORMULA = re.compile(rf"'*[\t\r\n{_FORMULA_SIGNS}]")
# A formula inside a cell, after another possible separator, with spaces and quotes around it.
_INNER_FORMULA = re.compile(rf"""(?<![\s",;])[\s",;]++(?='*+[{_FORMULA_SIGNS}])""")
_INNER_ESCAPED = re.compile(rf"""(?<![\s",;])([\s",;]++)'(?='*+[{_FORMULA_SIGNS}])""")
_SEPARATOR = re.compile(r"[,;\t\r\n]")


def markdown(text: str) -> str:
    """Return `text` on one line, escaped for CommonMark and GFM, with invisible characters written out."""
    return visible_markdown(visible(text))


def visible_markdown(text: str) -> str:
    """Return a text without invisible characters on one line, escaped for CommonMark and GFM."""
    if "\n" in text:
        text = _LINE_BREAKS.sub(" ", text)
    text = _ENTITY.sub("&amp;", text)
    text = _MARKUP.sub(r"\\\g<0>", text)
    opening = _BLOCK.match(text)
    return f"{text[: opening.end() - 1]}\\{text[opening.end() - 1 :]}" if opening else text


def csv_cell(text: str) -> str:
    """Return `text` with an apostrophe before each formula, so that a spreadsheet does not compute it.

    A formula after a comma, a semicolon, a tab or a line end is escaped, too: a spreadsheet may take it for a cell. A
    formula with an apostrophe gets another one, since `from_csv_cell` removes one.
    """
    text = _INNER_FORMULA.sub(lambda run: f"{run[0]}'" if _may_begin_cell(run) else run[0], visible(text))
    return f"'{text}" if _FORMULA.match(text) else text


def from_csv_cell(cell: str) -> str:
    """Return the text from which `csv_cell` made a cell."""
    text = cell[1:] if cell.startswith("'") and _FORMULA.match(cell) else cell
    return _INNER_ESCAPED.sub(lambda run: run[1] if _may_begin_cell(run) else run[0], text)


def _may_begin_cell(run: re.Match[str]) -> bool:
    """Return whether a cell may begin after a run of separators, spaces and quotes."""
    return run.start() == 0 or _SEPARATOR.search(run[0]) is not None


def css_string(text: str) -> str:
    """Return `text` as a quoted CSS string, also safe inside a `style` element."""
    escaped = re.sub(r"[\\\"<>&\n\r\f]", lambda match: f"\\{ord(match[0]):x} ", visible(text))
    return f'"{escaped}"'
