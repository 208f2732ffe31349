"""The facets of a collection: each filter of a search, with the values that its cases have."""

from collections import Counter
from collections.abc import Callable, Collection, Sequence
from functools import cache
from typing import NamedTuple

from coopform.finding.search import is_form, is_theme, partner_words, recurring_words
from coopform.model import vocabulary
from coopform.model.case import Case
from coopform.model.terms import shown_term
from coopform.text.folding import fold
from coopform.text.i18n import Translator, mark

# Of a facet with more values only those that most cases have are given: nobody reads a longer list.
MOST_VALUES = 150


class Value(NamedTuple):
    """A value of a facet: what the filter of `list` takes, and what people read."""

    key: str
    label: str


class Facet(NamedTuple):
    """A filter with its values.

    Attributes:
        key: its name: that of the filter of `Query`; `famille` is a value of the filter `outil`.
        label: its heading, as a message.
        values: sorted by label.
        of_cases: for each case the places of its values in `values`.
    """

    key: str
    label: str
    values: tuple[Value, ...]
    of_cases: tuple[tuple[int, ...], ...]


def facets(cases: Sequence[Case], translate: Translator) -> tuple[Facet, ...]:
    """Return the facets of cases, the labels of values translated; one that no case fills in is left out.

    A case has a value if `list` finds it by the filter with that value.
    """
    made = (_facet(kind, cases, translate) for kind in _KINDS)
    return tuple(facet for facet in made if facet.values)


class _Kind(NamedTuple):
    """How a facet is made.

    Attributes:
        key: that of the facet.
        label: that of the facet.
        terms: what a case says.
        value: the value that a term is filed under; none where it is empty.
        has: whether a term is found by a value.
        shown: what people read for a value.
    """

    key: str
    label: str
    terms: Callable[[Case], Collection[str]]
    value: Callable[[str], str] = str
    has: Callable[[str, str], bool] = lambda term, value: fold(term) == fold(value)
    shown: Callable[[str, Translator], str] = lambda value, _: value


def _facet(kind: _Kind, cases: Sequence[Case], translate: Translator) -> Facet:
    terms = [kind.terms(case) for case in cases]
    values = sorted(
        (Value(key, kind.shown(key, translate)) for key in _most_frequent(kind, terms)),
        key=lambda value: (fold(value.label), value.key),
    )

    @cache
    def places(term: str) -> tuple[int, ...]:
        return tuple(place for place, value in enumerate(values) if kind.has(term, value.key))

    of_cases = (tuple(sorted({place for term in said for place in places(term)})) for said in terms)
    return Facet(kind.key, kind.label, tuple(values), tuple(of_cases))


def _most_frequent(kind: _Kind, terms: Sequence[Collection[str]]) -> list[str]:
    """Return the values that most cases have; spellings that differ in case and accents only are one."""
    spellings: dict[str, str] = {}
    counts: Counter[str] = Counter()
    for said in terms:
        names = {fold(name): name for name in map(kind.value, sorted(said)) if name}
        for folded, name in names.items():
            spellings.setdefault(folded, name)
        counts.update(names.keys())
    return [spellings[folded] for folded, _ in counts.most_common(MOST_VALUES)]


def _form(name: str) -> str:
    known = vocabulary.load().outil(name)
    return known.nom if known else name


def _family(name: str) -> str:
    known = vocabulary.load().outil(name)
    return known.famille if known else ""


def _departement(code: str, _: Translator) -> str:
    name = vocabulary.load().departements.get(code)
    return f"{name} ({code})" if name else code


_KINDS = (
    _Kind("outil", mark("Form of agreement"), lambda case: case.outil, _form, is_form),
    _Kind("famille", mark("Family"), lambda case: case.outil, _family, is_form, shown_term),
    _Kind("partenaire", mark("Types of partners"), partner_words),
    _Kind("theme", mark("Themes"), lambda case: case.themes, has=is_theme),
    _Kind("departement", mark("Départements"), lambda case: case.departements, shown=_departement),
    _Kind("statut", mark("Status"), lambda case: (case.statut,) if case.statut else (), shown=shown_term),
    _Kind("mot", mark("Recurring words"), recurring_words),
)
