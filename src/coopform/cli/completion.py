"""Proposals for the shell: IDs, rows, values of filters. An error while completing proposes nothing."""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

import typer

from coopform.cli.cases import find_folder
from coopform.cli.session import session_of
from coopform.cli.typer_inside import cases_named

if TYPE_CHECKING:
    from coopform.collection.collection import Collection

Proposals = list[tuple[str, str]]


def _quietly(propose: "Callable[[Collection], Iterable[tuple[str, str]]]") -> Callable[[typer.Context], Proposals]:
    def complete(ctx: typer.Context) -> Proposals:
        try:
            return list(propose(_collection(ctx)))
        except Exception:  # a traceback would spoil the prompt
            return []

    return complete


def _collection(ctx: typer.Context) -> "Collection":
    from coopform import resources
    from coopform.collection.collection import read_collection

    # Not from the session: no callback sets its folder during completion.
    return read_collection(find_folder(cases_named(ctx)) or resources.cases_dir())


def rows(ctx: typer.Context) -> Proposals:
    """Propose the rows of the grid."""
    from coopform.model import grid

    translate = session_of(ctx).translate
    return [(row.key, translate(row.label)) for row in grid.ROWS.values()]


def codes(ctx: typer.Context) -> Proposals:
    """Propose the codes of problems."""
    from coopform.problems.groups import TITLES

    translate = session_of(ctx).translate
    return [(code, translate(title)) for code, title in TITLES.items()]


def templates(_: typer.Context) -> Proposals:
    """Propose the shipped templates."""
    from coopform.rendering.pages.template_folder import shipped

    return [(path.name, "") for path in shipped()]


def forms(_: typer.Context) -> Proposals:
    """Propose the forms of agreement."""
    from coopform.model import vocabulary

    return [(outil.nom, outil.famille) for outil in vocabulary.load().outils]


def _partners(collection: "Collection") -> Iterable[tuple[str, str]]:
    from coopform.finding import search
    from coopform.model import vocabulary

    found = sorted({word for case in collection.cases for word in search.partner_words(case)})
    for word in found:
        known = vocabulary.load().partner_type(word)
        yield word, known.nom if known else ""


def _mots(_: "Collection") -> Iterable[tuple[str, str]]:
    from coopform.model import vocabulary

    return ((mot.mot, "") for mot in vocabulary.load().mots)


def _values(name: str) -> "Callable[[Collection], Iterable[tuple[str, str]]]":
    def propose(collection: "Collection") -> Iterable[tuple[str, str]]:
        found: set[str] = set()
        for case in collection.cases:
            value = getattr(case, name)
            found.update(value if isinstance(value, tuple) else [value] if value else [])
        return ((word, "") for word in sorted(found))

    return propose


case_ids = _quietly(lambda collection: ((case.id, case.short_title) for case in collection.cases))
partners = _quietly(_partners)
mots = _quietly(_mots)
outils = _quietly(_values("outil"))
themes = _quietly(_values("themes"))
departements = _quietly(_values("departements"))
statuts = _quietly(_values("statut"))
