"""Advice on a case that can be read: rubrics to fill in, words outside the vocabulary, an unsigned reading."""

from collections.abc import Iterator
from itertools import islice

from coopform.casefile.positions import Places
from coopform.model import grid, vocabulary
from coopform.model.case import Case
from coopform.model.limits import MAX_FAULTS, MAX_WORD
from coopform.problems.problem import Problem


def advise(case: Case, places: Places) -> Iterator[Problem]:
    """Yield the warnings on a case, each at the place of the value that it is about."""
    yield from _empty_rubrics(case, places)
    if not case.outil:
        yield places.problem("missing-outil", ("outil",))
    # Looking for the nearest term takes a while: a list of thousands is not gone through.
    yield from islice(_unknown_outils(case, places), MAX_FAULTS)
    yield from islice(_unknown_types(case, places), MAX_FAULTS)
    yield from _commas(case, places)
    yield from _reading(case, places)


def _empty_rubrics(case: Case, places: Places) -> Iterator[Problem]:
    for rubric in grid.GRID:
        if not case.is_filled(rubric.key):
            yield places.problem("empty-rubric", (rubric.key,), key=rubric.key)


def _unknown_outils(case: Case, places: Places) -> Iterator[Problem]:
    words = vocabulary.load()
    for index, name in enumerate(case.outil):
        if words.outil(name) is None:
            yield _unknown("unknown-outil", name, words.nearest_outil(name[:MAX_WORD]), places, ("outil", index))


def _unknown_types(case: Case, places: Places) -> Iterator[Problem]:
    words = vocabulary.load()
    for row, partner in enumerate(case.partenaires):
        for index, name in enumerate(partner.type):
            if words.partner_type(name) is None:
                path = ("partenaires", row, "type", index)
                yield _unknown("unknown-type", name, words.nearest_type(name[:MAX_WORD]), places, path)


def _unknown(code: str, value: str, right: str | None, places: Places, path: tuple[str | int, ...]) -> Problem:
    if right is None:
        return places.problem(code, path, value=value)
    return places.problem(f"{code}-near", path, value=value, right=right)


def _commas(case: Case, places: Places) -> Iterator[Problem]:
    for index, theme in enumerate(case.themes):
        if ", " in theme:
            yield places.problem("comma-in-item", ("themes", index), value=theme)


def _reading(case: Case, places: Places) -> Iterator[Problem]:
    if case.lecture is None:
        return
    if None in case.signature:
        yield places.problem("unsigned-reading", ("lecture",))
    terms = vocabulary.load().lecture
    for key, value in (("configuration", case.lecture.configuration), ("integration", case.lecture.integration)):
        if value and value not in terms[key]:
            path = ("lecture", key)
            yield places.problem("unknown-term", path, value=value, key=key, terms=", ".join(terms[key]))
