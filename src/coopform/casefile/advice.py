"""Warnings on a valid case: empty rubrics, terms outside the vocabulary, an unsigned reading."""

from collections.abc import Callable, Iterator
from itertools import chain, count, islice, takewhile

from coopform.casefile.positions import Path, ValueSpans
from coopform.model import grid, vocabulary
from coopform.model.case import Case
from coopform.model.limits import MAX_FAULTS, MAX_WORD
from coopform.model.value_types import TITLE_LENGTH
from coopform.problems.problem import Problem


def advise(case: Case, spans: ValueSpans) -> Iterator[Problem]:
    """Yield the warnings on a case, each with the position of its value."""
    yield from _long_title(case, spans)
    yield from _empty_rubrics(case, spans)
    if not case.outil:
        yield from islice(_missing_outil(spans), MAX_FAULTS)
    # Finding the nearest term is slow, and a file may have thousands of unknown ones.
    yield from islice(_unknown_outils(case, spans), MAX_FAULTS)
    yield from islice(_unknown_types(case, spans), MAX_FAULTS)
    yield from _commas(case, spans)
    yield from _reading(case, spans)


def _long_title(case: Case, spans: ValueSpans) -> Iterator[Problem]:
    if len(case.titre) > TITLE_LENGTH:
        yield spans.problem("long-title", ("titre",), length=str(len(case.titre)), limit=str(TITLE_LENGTH))


def _empty_rubrics(case: Case, spans: ValueSpans) -> Iterator[Problem]:
    for rubric in grid.GRID:
        if not case.is_filled(rubric.key):
            yield spans.problem("empty-rubric", (rubric.key,), key=rubric.key, rubric=rubric.label)


def _missing_outil(spans: ValueSpans) -> Iterator[Problem]:
    """Yield the warning at each placeholder (« À compléter ») typed for a form, else at the key."""
    typed = takewhile(spans.__contains__, (("outil", index) for index in count()))
    for path in chain(typed, () if ("outil", 0) in spans else [("outil",)]):
        yield spans.problem("missing-outil", path)


def _unknown_outils(case: Case, spans: ValueSpans) -> Iterator[Problem]:
    words = vocabulary.load()
    for index, name in enumerate(case.outil):
        if words.outil(name) is None:
            yield _unknown("outil", name, words.outil, words.nearest_outil, spans, ("outil", index))


def _unknown_types(case: Case, spans: ValueSpans) -> Iterator[Problem]:
    words = vocabulary.load()
    for row, partner in enumerate(case.partenaires):
        for index, name in enumerate(partner.type):
            if words.partner_type(name) is None:
                path = ("partenaires", row, "type", index)
                yield _unknown("type", name, words.partner_type, words.nearest_type, spans, path)


def _unknown(
    kind: str,
    value: str,
    known: Callable[[str], object],
    nearest: Callable[[str], str | None],
    spans: ValueSpans,
    path: Path,
) -> Problem:
    """Return the warning on an unknown term: the terms that it lists, if one of them is known, else the nearest one."""
    terms = vocabulary.split_terms(value) if len(value) <= MAX_WORD else []
    if len(terms) > 1 and any(map(known, terms)):
        listed = ", ".join(f"- {term}" for term in terms)
        return spans.problem("several-terms", path, value=value, terms=listed)
    right = nearest(value[:MAX_WORD])
    if right is None:
        return spans.problem(f"unknown-{kind}", path, value=value)
    return spans.problem(f"unknown-{kind}-near", path, value=value, right=right)


def _commas(case: Case, spans: ValueSpans) -> Iterator[Problem]:
    for index, theme in enumerate(case.themes):
        if ", " in theme:
            yield spans.problem("comma-in-item", ("themes", index), value=theme)


def _reading(case: Case, spans: ValueSpans) -> Iterator[Problem]:
    if case.lecture is None:
        return
    if None in case.signature:
        yield spans.problem("unsigned-reading", ("lecture",))
    terms = vocabulary.load().lecture
    for key, value in (("configuration", case.lecture.configuration), ("integration", case.lecture.integration)):
        if value and value not in terms[key]:
            path = ("lecture", key)
            yield spans.problem("unknown-term", path, value=value, key=key, terms=", ".join(terms[key]))
