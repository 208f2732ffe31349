"""The list of cases as a table that fits the terminal."""

from collections.abc import Sequence

from rich import box
from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from coopform import comparison
from coopform.case import Case
from coopform.i18n import Translator
from coopform.terminal.console import words

# From this width on partners stand in full; below, by type and number.
_WIDE = 130
# Five columns of French words need that much.
_TABLE = 76
# An ID up to this length stands on one line.
_LONGEST_ID = 24


def view(cases: Sequence[Case], translate: Translator, width: int | None) -> RenderableType:
    """Return the cases with ID, short title, form of agreement, partners, rows filled.

    A table where the width holds five columns, else a paragraph a case.
    """
    if width is not None and width < _TABLE:
        return Group(*(_paragraph(case, translate) for case in cases))
    return _table(cases, translate, width)


def _paragraph(case: Case, t: Translator) -> RenderableType:
    head = Text.assemble((case.id, "bold"), f"  {case.completeness}")
    body = [words(case.short_title, t), words(" + ".join(case.outil), t), words(_partners(case, wide=True), t)]
    return Group(head, Padding(Group(*body), (0, 0, 1, 2)))


def _table(cases: Sequence[Case], t: Translator, width: int | None) -> Table:
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, header_style="bold", show_edge=False, padding=(0, 1, 0, 0))
    fits = max(len(case.id) for case in cases) <= _LONGEST_ID
    table.add_column(t("ID"), style="bold", overflow="fold", no_wrap=fits)
    table.add_column(t("Title"), overflow="fold")
    table.add_column(t("Form of agreement"), overflow="fold")
    table.add_column(t("Partners"), overflow="fold")
    table.add_column(t("Rows"), justify="right", no_wrap=True)
    for case in cases:
        table.add_row(
            words(case.id, t),
            words(case.short_title, t),
            words(" + ".join(case.outil), t),
            words(_partners(case, wide=width is None or width >= _WIDE), t),
            case.completeness,
        )
    return table


def _partners(case: Case, *, wide: bool) -> str:
    texts = [partner.texte.rstrip(".") for partner in case.partenaires]
    types = comparison.partner_types(case)
    if wide or len(types) < len(texts):
        return " + ".join(texts)
    return " + ".join(types)
