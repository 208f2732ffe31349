"""The list of cases as a table that fits the terminal."""

from collections.abc import Sequence

from rich import box
from rich.table import Table

from coopform import comparison
from coopform.case import Case
from coopform.i18n import Translator
from coopform.terminal.console import words

# From this width on partners stand in full; below, by type and number.
_WIDE = 130


def view(cases: Sequence[Case], translate: Translator, width: int | None) -> Table:
    """Return a table of the cases: ID, short title, form of agreement, partners, rows filled."""
    t = translate
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, header_style="bold", show_edge=False, padding=(0, 1, 0, 0))
    table.add_column(t("ID"), style="bold", overflow="fold", no_wrap=width is None or width >= 80)
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
