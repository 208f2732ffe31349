"""The list of cases as a table that fits the terminal."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest

from coopform.comparing.synthesis import types_of
from coopform.model.case import Case
from coopform.rendering.terminal.styled_line import StyledLine
from coopform.rendering.terminal.textgrid import GAP, column_widths, longest_word, text_width, wrap
from coopform.text.characters import NARROW_NBSP, NBSP
from coopform.text.i18n import Translator
from coopform.text.typography import shorten, shown

# From this width on partners are listed in full, and in paragraphs; else, and where they are long, by type and number.
_WIDE = 130
# The narrowest width for five columns of French words.
_TABLE = 76
# A longer ID has a line of its own.
_LONGEST_ID = 30
# Lines of a case: of all cases on average, and of the title when it is all that there is room for.
_MOST_LINES = 3
# How many characters are shown of a partner without a type.
_PARTNER = 24
# How many of all partners in full.
_LONGEST_PARTNERS = 120
# Shown for a form of agreement that is missing.
_NONE = "–"

# ID, short title, form of agreement, partners, rows filled.
ListRow = tuple[str, str, str, str, str]


def row(case: Case, translate: Translator, width: int | None) -> ListRow:
    """Return the row of a case in the list, for a terminal of that width (None: any)."""
    texts = (case.short_title, " + ".join(case.outil) or _NONE, _partners(case, width))
    title, outil, partners = (_cell(text, translate.language) for text in texts)
    return (case.id, title, outil, partners, case.completeness)


def lines(rows: Sequence[ListRow], translate: Translator, width: int | None) -> Iterator[StyledLine]:
    """Yield the lines of the list: a table where the width holds five columns, else one paragraph per case."""
    if width is not None and width < _TABLE:
        return (line for one in rows for line in _paragraph(one, width))
    return _table(rows, translate, width)


def _paragraph(case: ListRow, width: int) -> Iterator[StyledLine]:
    identifier, *texts, completeness = case
    yield (identifier, "bold"), (f"  {completeness}", "")
    for text in texts:
        yield from (((f"  {line}", ""),) for line in wrap(text, width - 2))
    yield ()


def _table(rows: Sequence[ListRow], t: Translator, width: int | None) -> Iterator[StyledLine]:
    """Yield the lines of a table; the partners, then the form of agreement are left out where they make it too high."""
    headings = (t("ID"), t("Title"), t("Form of agreement"), t("Partners"), t("Rows"))
    for kept in (3, 2, 1):
        is_last = kept == 1 or width is None
        table = [(identifier, *texts[:kept], completeness) for identifier, *texts, completeness in (headings, *rows)]
        widths = _widths(table, width)
        if width is not None and _taken(widths) > width and not is_last:
            continue
        laid = [*_lines_of(table, widths, width)]
        if is_last or len(laid) <= _MOST_LINES * len(rows) + 2:
            yield from laid
            return


def _widths(table: Sequence[Sequence[str]], width: int | None) -> list[int]:
    """Return the widths of columns in which no word is broken; too wide, where there is no room for that."""
    if width is not None:
        table = [("" if len(line[0]) > _LONGEST_ID else line[0], *line[1:]) for line in table]
    first, *loose, last = zip(*table, strict=True)
    least = [longest_word(first), *map(longest_word, loose), longest_word(last)]
    widths = column_widths(table, least, width)
    if width is not None and len(loose) == 1:
        # All that is left is the title: a word that is too long for it is broken.
        widths[1] = max(1, min(widths[1], width - _taken(widths) + widths[1]))
    return widths


def _taken(widths: Sequence[int]) -> int:
    return sum(widths) + len(GAP) * (len(widths) - 1)


def _lines_of(table: Sequence[Sequence[str]], widths: Sequence[int], width: int | None) -> Iterator[StyledLine]:
    headings, *rows = table
    for cells in _side_by_side(headings, widths, at_bottom=True):
        yield ((GAP.join(cells), "bold"),)
    yield (("─" * _taken(widths), ""),)
    for one in rows:
        if width is None:
            # In a pipe no text is wider than its column.
            yield _line(_filled(one, widths))
            continue
        if len(one[0]) > _LONGEST_ID:
            yield ((one[0], "bold"),)
        yield from map(_line, _side_by_side(_shortened(one, widths), widths))


def _shortened(one: Sequence[str], widths: Sequence[int]) -> list[str]:
    """Return the cells under a line with a long ID, or beside an ID; a title that is all that they show is cut."""
    identifier, *texts, completeness = one
    own_line = len(identifier) > _LONGEST_ID
    if len(texts) == 1:
        texts = [_first_lines(texts[0], widths[1], _MOST_LINES - own_line)]
    return ["" if own_line else identifier, *texts, completeness]


def _first_lines(text: str, width: int, count: int) -> str:
    """Return as much of a text as so many lines hold, with « … » where it is cut."""
    lines = wrap(text, width)
    if len(lines) <= count:
        return text
    return " ".join([*lines[: count - 1], shorten(" ".join(lines[count - 1 :]), width)])


def _line(cells: Sequence[str]) -> StyledLine:
    identifier, *rest = cells
    return (identifier, "bold"), (GAP.join(("", *rest)), "")


def _side_by_side(texts: Sequence[str], widths: Sequence[int], *, at_bottom: bool = False) -> Iterable[list[str]]:
    """Yield the lines of a row, its cells padded to the widths; the last cell is aligned right."""
    cells = [wrap(text, width) for text, width in zip(texts, widths, strict=True)]
    if at_bottom:
        height = max(map(len, cells))
        cells = [[""] * (height - len(cell)) + cell for cell in cells]
    yield from (_filled(parts, widths) for parts in zip_longest(*cells, fillvalue=""))


def _filled(texts: Sequence[str], widths: Sequence[int]) -> list[str]:
    """Return the cells of a line padded to the widths; the last one is aligned right."""
    left = [text + " " * (width - text_width(text)) for text, width in zip(texts[:-1], widths, strict=False)]
    return [*left, texts[-1].rjust(widths[-1])]


def _cell(text: str, language: str) -> str:
    """Return a text on one line; terminals have no narrow space."""
    one_line = " ".join(text.split("\n\n")).replace("\n", " ") if "\n" in text else text
    return shown(one_line, language).replace(NARROW_NBSP, NBSP)


def _partners(case: Case, width: int | None) -> str:
    """Return the partners of a case: in full where there is room, else by type and number; « … » cuts the others."""
    in_full = " + ".join(partner.texte.rstrip(".") for partner in case.partenaires)
    is_table = width is not None and _TABLE <= width < _WIDE
    if width is None or (not is_table and len(in_full) <= _LONGEST_PARTNERS):
        return in_full
    brief = (types_of(partner) or [shorten(partner.texte.rstrip("."), _PARTNER)] for partner in case.partenaires)
    return " + ".join(dict.fromkeys(text for texts in brief for text in texts))
