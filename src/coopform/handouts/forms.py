"""The forms of agreement side by side, on A3: those that were asked for, or all, family by family."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from coopform.comparing.form_table import ON_ALL, SECOND_HAND, SEEN, FormsCompared, FormTable, compare_forms
from coopform.handouts.documents import Content, Document
from coopform.handouts.layout import columns
from coopform.handouts.render_run import RenderRun
from coopform.model.case import Case, Recueil
from coopform.text.i18n import Translator


@dataclass(frozen=True, slots=True)
class FormsOfAgreement(Content):
    """What the document holds.

    Attributes:
        forms: what is known of them, with the numbers of the pages.
        tables: those of `forms`, none with more columns than an A3 holds.
        headings: of what holds for all forms, and of the pages where it was seen, as messages.
        caution: what to say of all of it, as a message.
    """

    forms: FormsCompared
    tables: Sequence[FormTable]
    headings: tuple[str, str] = (ON_ALL, SEEN)
    caution: str = SECOND_HAND


def forms_of_agreement(compared: FormsCompared, cases: Sequence[Case], recueil: Recueil) -> Document[FormsOfAgreement]:
    """Return the forms of agreement side by side, with the cases of a collection that chose them."""
    translate = Translator(recueil.langue)
    tables = [part for table in compared.tables for part in _parts(table, translate)]
    return Document("forms", recueil.langue, recueil, cases, FormsOfAgreement(compared, tables))


def documents_of(run: RenderRun) -> Iterator[Document[FormsOfAgreement]]:
    """Yield all forms of agreement."""
    yield forms_of_agreement(compare_forms(run.cases), run.cases, run.recueil)


def _parts(table: FormTable, translate: Translator) -> Iterator[FormTable]:
    """Yield a table as people read it in parts, each as wide as an A3 at most."""
    labelled = [row.labelled(translate) for row in table.rows]
    for places in columns.split(len(table.outils), "a3"):
        chosen = slice(places.start, places.stop)
        rows = tuple(row._replace(cells=row.cells[chosen]) for row in labelled)
        yield table._replace(outils=table.outils[chosen], rows=rows)
