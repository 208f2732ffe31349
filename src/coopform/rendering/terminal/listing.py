"""The list of cases as a table that fits the terminal."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest

from coopform.comparing.synthesis import partner_types
from coopform.model.case import Case
from coopform.rendering.terminal.styled_line import StyledLine
from coopform.rendering.terminal.textgrid import GAP, column_widths, text_width, wrap
from coopform.text.characters import NARROW_NBSP, NBSP
from coopform.text.i18n import Translator
from coopform.text.typography import shown

# From this width on partners are listed in full; below, by type and number.
_WIDE = 130
# The narrowest width for five columns of French words.
_TABLE = 76
# An ID up to this length is not broken.
_LONGEST_ID = 24
# Shown for a form of agreement that is missing.
_NONE = "–"

# ID, short title, form of agreement, partners, rows filled.
ListRow = tuple[str, str, str, str, str]


def row(case: Case, translate: Translator, width: int | None) -> ListRow:
    """Return the row of a case in the list, for a terminal of that width (None: any)."""
    wide = width is None or width >= _WIDE or width < _TABLE
    texts = (case.short_title, " + ".join(case.outil) or _NONE, _partners(case, wide=wide))
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
    headings = (t("ID"), t("Title"), t("Form of agreement"), t("Partners"), t("Rows"))
    fits = max(len(identifier) for identifier, *_ in rows) <= _LONGEST_ID
    widths = column_widths([headings, *rows], [fits, False, False, False, True], width)
    for cells in _side_by_side(headings, widths, at_bottom=True):
        yield ((GAP.join(cells), "bold"),)
    yield (("─" * (sum(widths) + len(GAP) * (len(widths) - 1)), ""),)
    for one in rows:
        # In a pipe no text is wider than its column.
        for identifier, *rest in [_filled(one, widths)] if width is None else _side_by_side(one, widths):
            yield (identifier, "bold"), (GAP.join(("", *rest)), "")


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


def _partners(case: Case, *, wide: bool) -> str:
    texts = [partner.texte.rstrip(".") for partner in case.partenaires]
    if wide:
        return " + ".join(texts)
    types = partner_types(case)
    return " + ".join(texts if len(types) < len(texts) else types)
