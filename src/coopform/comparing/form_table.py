"""Forms of agreement side by side: what is known of each, on which page it was seen, and the cases that chose it."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from typing import NamedTuple

from coopform.comparing import glossary
from coopform.model import vocabulary
from coopform.model.case import Case
from coopform.model.terms import shown_term
from coopform.model.vocabulary import Fact, Outil
from coopform.text.i18n import Translator, mark

# What pages say of a form, in the order in which it is shown, each key with its label as a message.
FACT_LABELS = {
    "definition": mark("What it is"),
    "usage": mark("What it is for"),
    "signataires": mark("Who can sign"),
    "decision": mark("Who decides"),
    "portee": mark("How far it binds"),
    "personne_morale": mark("Legal personality"),
    "duree": mark("Duration and withdrawal"),
    "reference": mark("References, to be checked"),
}
FAMILY, CASES = "famille", "cases"
LABELS = {FAMILY: mark("Family"), **FACT_LABELS, CASES: mark("Cases that chose it")}
# The headings of what is under the tables, and what is to be said of all of it.
ON_ALL = mark("Whatever the form")
SEEN = mark("Where it was seen")
SECOND_HAND = mark(
    "Second-hand: each fact was seen on the page of its number, not in the official text. Check it before you rely on "
    "it. A dash: no page seen says it."
)


class FormRow(NamedTuple):
    """One question: for each form the facts that answer it, none where no page does.

    A family and the title of a case are facts without a page.
    """

    key: str
    cells: tuple[tuple[Fact, ...], ...]

    @property
    def label(self) -> str:
        """The question, as a message."""
        return LABELS[self.key]

    def labelled(self, translate: Translator) -> "FormRow":
        """Return the row as people read it: with the labels of families."""
        if self.key != FAMILY:
            return self
        shown = (tuple(fact._replace(text=shown_term(fact.text, translate)) for fact in cell) for cell in self.cells)
        return self._replace(cells=tuple(shown))


class FormTable(NamedTuple):
    """Forms side by side; `famille` is empty when they are of several families."""

    famille: str
    outils: tuple[Outil, ...]
    rows: tuple[FormRow, ...]


class FormsCompared(NamedTuple):
    """Tables of forms.

    Attributes:
        tables: one for each family, or one of the forms that were asked for.
        on_all: the facts that hold for all forms.
        pages: the addresses of the pages where facts were seen, in the order of their numbers.
        cases: by `cle` of a form, the cases that chose it.
    """

    tables: tuple[FormTable, ...]
    on_all: tuple[Fact, ...]
    pages: tuple[str, ...]
    cases: Mapping[str, tuple[Case, ...]]

    @property
    def is_of_all(self) -> bool:
        """Whether no form was asked for: there is a table for each family."""
        return bool(self.tables[0].famille)

    def numbers(self, fact: Fact) -> list[int]:
        """Return the numbers of the pages of a fact, from 1."""
        return sorted(self.pages.index(page) + 1 for page in fact.pages)


def compare_forms(cases: Sequence[Case], outils: Sequence[Outil] = ()) -> FormsCompared:
    """Put forms of agreement side by side.

    Args:
        cases: those of the collection.
        outils: the forms, in the order of the columns. By default all, each family in a table of its own.
    """
    known = vocabulary.load()
    users = {form.known.cle: form.cases for form in glossary.forms(cases) if form.known}
    if outils:
        tables = [_table("", tuple(dict.fromkeys(outils)), users)]
    else:
        tables = [_table(famille, tuple(found), users) for famille, found in _by_family(known.outils)]
    facts = [fact for table in tables for row in table.rows for cell in row.cells for fact in cell]
    pages = dict.fromkeys(page for fact in (*facts, *known.facts_on_all) for page in fact.pages)
    return FormsCompared(tuple(tables), known.facts_on_all, tuple(pages), users)


def _by_family(outils: Iterable[Outil]) -> list[tuple[str, list[Outil]]]:
    """Return the families in the order of the vocabulary, each with its forms."""
    return [(famille, list(found)) for famille, found in groupby(outils, key=lambda outil: outil.famille)]


def facts_of(outil: Outil, key: str) -> tuple[Fact, ...]:
    """Return what is known of a form under a key of `FACT_LABELS`, its definition and its reference among it."""
    found = vocabulary.load().facts[outil.cle].get(key, ())
    if key == "definition":
        return (Fact(outil.definition, (outil.source,)),)
    if key == "reference" and outil.reference:
        return (Fact(outil.reference, (outil.source,)), *found)
    return found


def _table(famille: str, outils: tuple[Outil, ...], users: Mapping[str, tuple[Case, ...]]) -> FormTable:
    keys = [key for key in LABELS if key != FAMILY or not famille]
    rows = (FormRow(key, tuple(_cell(outil, key, users) for outil in outils)) for key in keys)
    return FormTable(famille, outils, tuple(rows))


def _cell(outil: Outil, key: str, users: Mapping[str, tuple[Case, ...]]) -> tuple[Fact, ...]:
    if key == FAMILY:
        return (Fact(outil.famille, ()),)
    if key == CASES:
        return tuple(Fact(case.short_title, ()) for case in users.get(outil.cle, ()))
    return facts_of(outil, key)
