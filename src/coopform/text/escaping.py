"""Text as text in Markdown, CSV and CSS: nothing in it is markup, a link, a formula or an emoji."""

import re

from coopform.text.characters import visible

# What is more than a character somewhere in a line of CommonMark or GFM, and in the dialects that are
# common beside them: attributes in braces, superscripts, mathematics. It begins with all the signs, what must
# stand around each comes after: the rest of a sentence is passed over at once, six times as fast.
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
# What opens a block at the beginning of a line: list, rule, setext underline, definition, numbered list.
_BLOCK = re.compile(r"\s*(?:[+\-=:]|\d{1,9}[.)])")
_LINE_BREAKS = re.compile(r"(?<!\s)\s*\n\s*")
# What spreadsheets take for a formula; the wide signs count where Asian writing is installed.
_SIGNS = "=+\\-@＝＋－＠"
_FORMULA = re.compile(rf"'*[\t\r\n{_SIGNS}]")
# A formula where another program may begin a cell: after a separator of cells, with spaces and quotes around it.
_INNER_FORMULA = re.compile(rf"""(?<![\s",;])[\s",;]++(?='*+[{_SIGNS}])""")
_INNER_ESCAPED = re.compile(rf"""(?<![\s",;])([\s",;]++)'(?='*+[{_SIGNS}])""")
_SEPARATOR = re.compile(r"[,;\t\r\n]")


def markdown(text: str) -> str:
    """Return `text` as one line in which CommonMark and GFM see its characters and nothing else."""
    return visible_markdown(visible(text))


def visible_markdown(text: str) -> str:
    """Return what `markdown` does of a text that has no hidden characters."""
    if "\n" in text:
        text = _LINE_BREAKS.sub(" ", text)
    text = _ENTITY.sub("&amp;", text)
    text = _MARKUP.sub(r"\\\g<0>", text)
    opening = _BLOCK.match(text)
    return f"{text[: opening.end() - 1]}\\{text[opening.end() - 1 :]}" if opening else text


def csv_cell(text: str) -> str:
    """Return `text` so that a spreadsheet shows it and never computes it: a formula gets an apostrophe.

    So does one inside, after a comma, a semicolon, a tab or a line end: a spreadsheet with another separator begins a
    cell with it. So does a formula that has an apostrophe already: `from_csv_cell` takes one away.
    """
    text = _INNER_FORMULA.sub(lambda run: f"{run[0]}'" if _may_begin_cell(run) else run[0], visible(text))
    return f"'{text}" if _FORMULA.match(text) else text


def from_csv_cell(cell: str) -> str:
    """Return the text that `csv_cell` made a cell of."""
    text = cell[1:] if cell.startswith("'") and _FORMULA.match(cell) else cell
    return _INNER_ESCAPED.sub(lambda run: run[1] if _may_begin_cell(run) else run[0], text)


def _may_begin_cell(run: re.Match[str]) -> bool:
    """Return whether a cell may begin after a run of separators, spaces and quotes: text may begin there too."""
    return run.start() == 0 or _SEPARATOR.search(run[0]) is not None


def css_string(text: str) -> str:
    """Return `text` as a quoted string of a style sheet, that ends neither the string nor the element around it."""
    escaped = re.sub(r"[\\\"<>&\n\r\f]", lambda match: f"\\{ord(match[0]):x} ", visible(text))
    return f'"{escaped}"'
