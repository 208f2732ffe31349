"""The synthesis: how each co-operation is organised, as a table under a comparison and as a page to fill in."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from coopform.model import vocabulary
from coopform.model.case import Case, Lecture, Partner
from coopform.model.placeholder import says_nothing
from coopform.model.terms import shown_term
from coopform.text.i18n import Translator, mark

INSTANCE_LABELS = {
    "politique": mark("Who steers (political)"),
    "technique": mark("Who designs it (technical)"),
    "mixte": mark("Mixed body"),
    "animation": mark("Who runs it"),
}


# The rows that name families, besides those with terms.
_WITH_FAMILIES = ("outil", "famille")


class SynthesisRow(NamedTuple):
    """One row of the synthesis.

    Attributes:
        key: its name.
        label: its heading, as a message.
        cells: for each case the words that answer it; none where nothing was said.
        is_reading: whether the words are an author's reading, which is signed, rather than what the case says.
        options: the boxes to tick on the page; none where people write.
    """

    key: str
    label: str
    cells: tuple[tuple[str, ...], ...]
    is_reading: bool = False
    options: tuple[str, ...] = ()

    def language_of(self, text: str, case: Case) -> str | None:
        """Return the language of a text of the cell of a case; none where it is a term, in that of the page."""
        if self.key == "outil":
            is_family = text.startswith("(") and text.endswith(")")
            return None if is_family else "fr" if vocabulary.load().outil(text) else case.langue
        has_own_words = not self.options and self.key not in (*_WITH_FAMILIES, "partenaires")
        return case.langue if has_own_words else None

    def labelled(self, translate: Translator) -> "SynthesisRow":
        """Return the row as people read it: with the labels of families, and of terms where it has boxes to tick."""
        if not self.options and self.key not in _WITH_FAMILIES:
            return self
        cells = tuple(tuple(_shown(text, self.key, translate) for text in cell) for cell in self.cells)
        return self._replace(cells=cells, options=tuple(shown_term(term, translate) for term in self.options))


def _shown(text: str, key: str, translate: Translator) -> str:
    """Return a term with its label; among forms of agreement, as they were typed, only a family in brackets has one."""
    if key != "outil":
        return shown_term(text, translate)
    is_in_brackets = text.startswith("(") and text.endswith(")")
    return f"({shown_term(text[1:-1], translate)})" if is_in_brackets else text


def table_rows(cases: Sequence[Case]) -> tuple[SynthesisRow, ...]:
    """Return the rows of the table under a comparison, without what none of the cases says."""
    rows = (_row(question, question.in_table, cases) for question in _QUESTIONS if question.in_table)
    return tuple(row for row in rows if any(row.cells))


def table_labels() -> list[str]:
    """Return the labels of all rows that the table may have, as messages."""
    return [question.in_table for question in _QUESTIONS if question.in_table]


def page_rows(cases: Sequence[Case], *, empty: bool = False) -> list[SynthesisRow]:
    """Return the rows of the page, the cases in columns; `empty` leaves every cell for the group to fill in."""
    rows = (_row(question, question.on_page, cases) for question in _QUESTIONS if question.on_page)
    return [row._replace(cells=((),) * len(cases)) if empty else row for row in rows]


def families(case: Case) -> tuple[str, ...]:
    """Return the families of a case's forms of agreement, each once."""
    words = vocabulary.load()
    known = (words.outil(name) for name in case.outil)
    return tuple(dict.fromkeys(outil.famille for outil in known if outil))


def other_families(case: Case) -> list[str]:
    """Return the families of a case's forms of agreement that their names do not say."""
    named = " ".join(case.outil).lower()
    return [family for family in families(case) if family.split()[0].lower() not in named]


def partner_types(case: Case) -> tuple[str, ...]:
    """Return the types of a case's partners with their numbers where known, as « 5 CC »."""
    return tuple(dict.fromkeys(word for partner in case.partenaires for word in types_of(partner)))


def types_of(partner: Partner) -> list[str]:
    """Return the types of a partner with their number where it is known."""
    words = vocabulary.load()
    found = []
    for name in partner.type:
        known = words.partner_type(name)
        word = known.sigle if known else name
        is_acronym = word.isupper()
        if known and partner.nombre and partner.nombre > 1 and not is_acronym:
            word = known.pluriel
        found.append(f"{partner.nombre} {word}" if partner.nombre else word)
    return found


def _form_and_family(case: Case) -> tuple[str, ...]:
    return (*case.outil, *(f"({family})" for family in other_families(case)))


def _scale(case: Case) -> tuple[str, ...]:
    """Return the texts of a case's scale, or its territory if there are none."""
    texts = [text for point in case.echelle for text in point.texts(case.langue)]
    if all(map(says_nothing, texts)):
        return (case.territoire,) if case.territoire else ()
    return tuple(texts)


def _lecture(case: Case) -> Lecture:
    return case.lecture or Lecture()


def _optional(word: str | None) -> tuple[str, ...]:
    return (word,) if word else ()


class _Question(NamedTuple):
    """What the synthesis asks of each case, with its heading in the table and on the page; empty: not shown there."""

    key: str
    answer: Callable[[Case], tuple[str, ...]]
    in_table: str = ""
    on_page: str = ""
    is_reading: bool = True


def _instance(key: str, on_page: str) -> _Question:
    return _Question(key, lambda case: getattr(_lecture(case).instances, key), INSTANCE_LABELS[key], on_page)


_QUESTIONS = (
    _Question("outil", lambda case: case.outil, in_table=mark("Form of agreement"), is_reading=False),
    _Question("outil", _form_and_family, on_page=mark("Form and family"), is_reading=False),
    _Question("famille", families, in_table=mark("Family"), is_reading=False),
    _Question("partenaires", partner_types, in_table=mark("Types of partners"), is_reading=False),
    _Question("configuration", lambda case: _optional(_lecture(case).configuration), on_page=mark("Configuration")),
    _Question(
        "declenchement", lambda case: _lecture(case).declenchement, mark("What triggered it"), mark("What triggered it")
    ),
    _instance("politique", mark("Political body")),
    _instance("technique", mark("Technical body")),
    _instance("mixte", INSTANCE_LABELS["mixte"]),
    _instance("animation", INSTANCE_LABELS["animation"]),
    _Question("integration", lambda case: _optional(_lecture(case).integration), on_page=mark("Degree of integration")),
    _Question("echelle", _scale, mark("Scale"), mark("Territorial scale"), is_reading=False),
)


def _row(question: _Question, label: str, cases: Sequence[Case]) -> SynthesisRow:
    cells = tuple(question.answer(case) for case in cases)
    options = vocabulary.load().lecture.get(question.key, ())
    return SynthesisRow(question.key, label, cells, question.is_reading, options)
