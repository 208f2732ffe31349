"""`coopform list`."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from operator import attrgetter, itemgetter
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from coopform.cli import completion, option_values, options
from coopform.cli.cases import choose_folder, report_broken
from coopform.cli.session import Session, session_of
from coopform.text.folding import slug
from coopform.text.i18n import Translator, mark

if TYPE_CHECKING:
    from coopform.collection.collection import CaseFile
    from coopform.finding.search import Query
    from coopform.model.case import Case

_ORDERS: "dict[str, Callable[[Case], Any]]" = {
    "id": lambda case: case.id,
    "titre": lambda case: slug(case.titre),
    "outil": lambda case: (not case.outil, slug(" ".join(case.outil))),
    "rubriques": lambda case: -case.rubriques_remplies,
}


FORMATS = ("table", "json", "csv", "ids")
SORTS = tuple(_ORDERS)

_Words = list[str] | None


def command(
    ctx: typer.Context,
    words: Annotated[
        _Words,
        typer.Argument(
            metavar=mark("WORDS…"),
            help=mark("Words to find, in any row; several words in quotes are searched for as a phrase."),
        ),
    ] = None,
    outil: Annotated[
        _Words,
        options.completed_option(
            "--outil",
            mark("FORM"),
            mark("Only the cases with this form of agreement, or of this family."),
            completion.outils,
        ),
    ] = None,
    partenaire: Annotated[
        _Words,
        options.completed_option(
            "--partenaire",
            mark("TYPE"),
            mark("Only the cases with this type of partner: PNR, CC, EPCI…"),
            completion.partners,
        ),
    ] = None,
    theme: Annotated[
        _Words,
        options.completed_option("--theme", mark("THEME"), mark("Only the cases with this theme."), completion.themes),
    ] = None,
    departement: Annotated[
        _Words,
        options.completed_option(
            "--departement",
            mark("CODE"),
            mark("Only the cases of this département: 07, 2A, 974."),
            completion.departements,
        ),
    ] = None,
    statut: Annotated[
        _Words,
        options.completed_option(
            "--statut", mark("STATUS"), mark("Only the cases of this status: en projet, en cours…"), completion.statuts
        ),
    ] = None,
    mot: Annotated[
        _Words,
        options.completed_option(
            "--mot",
            mark("WORD"),
            mark("Only the cases with this recurring word: comité technique, chef de projet…"),
            completion.mots,
        ),
    ] = None,
    sort: Annotated[
        str, options.choice_option("--sort", mark("KEY"), mark("Sort by id, titre, outil or rubriques."), SORTS)
    ] = "id",
    fmt: Annotated[str, options.format_option(mark("table, json, csv or ids."), FORMATS)] = "table",
    cases: options.Cases = None,
) -> int:
    """List the cases: all of them, or those that contain some words or match some filters."""
    from coopform.collection.collection import case_files, open_folder
    from coopform.finding import search

    session = session_of(ctx)
    sort = option_values.choose(sort, SORTS, "--sort")
    if fmt not in FORMATS:
        from coopform.cli.made_elsewhere import refuse_made_elsewhere

        refuse_made_elsewhere("list", fmt, None, (), FORMATS)
    fmt = option_values.choose_format(fmt, FORMATS)
    query = search.Query(
        words or (), outil or (), partenaire or (), theme or (), departement or (), statut or (), mot or ()
    )
    collection = open_folder(choose_folder(session, cases))
    entry_of, give = _view(session, fmt, Translator(collection.recueil.langue))
    seen = _Seen(query)
    # Only the entry of a case is kept in memory: a folder may have ten thousand cases.
    good = seen.good(case_files(collection.folder, advice=False))
    found = [(_ORDERS[sort](case), entry_of(case)) for case in search.matching(good, query)]
    give([entry for _, entry in sorted(found, key=itemgetter(0))])
    if not found:
        _say_why(session, query, seen, collection.folder)
    if any(query[1:]) and query.words:
        _say_quotes(session, query, collection.folder)
    if seen.without_type:
        from coopform.cli.list_hints import without_type

        session.say(without_type(seen.without_type, session.translate))
    return report_broken(session, replace(collection, files=tuple(seen.broken)))


def _view(
    session: Session, fmt: str, translate: Translator
) -> "tuple[Callable[[Case], Any], Callable[[list[Any]], None]]":
    """Return how a case is reduced to its entry of the list, and how all entries are printed."""
    if fmt == "ids":
        return attrgetter("id"), lambda ids: session.give("\n".join(ids)) if ids else None
    if fmt == "table":
        from coopform.rendering.terminal import listing, show_lines
        from coopform.rendering.terminal.width import terminal_width

        width = terminal_width()
        return (
            lambda case: listing.row(case, translate, width),
            lambda rows: show_lines.show(listing.lines(rows, translate, width)) if rows else None,
        )
    from coopform.exporting import csv_text, plain_data

    if fmt == "csv":
        headings = plain_data.SUMMARY_HEADINGS
        return (
            lambda case: plain_data.summary_line(case, translate),
            lambda rows: session.give(csv_text.lines([headings, *rows], translate.language)),
        )
    return plain_data.summary, lambda entries: session.give(session.as_json(entries))


class _Seen:
    """What was met while the cases of a folder were read.

    Attributes:
        has_cases: whether there is any.
        broken: the files that are none.
        filled: the keys of the filters that any case fills in.
        without_type: with a filter on partners, those that have no type, each with the ID of its case.
    """

    def __init__(self, query: "Query") -> None:
        from coopform.finding.search import KEYS

        self.has_cases = False
        self.broken: list[CaseFile] = []
        self.filled: set[str] = set()
        self.without_type: list[tuple[str, str]] = []
        self._keys = [key for name, key in KEYS.items() if getattr(query, name)]

    def good(self, files: "Iterable[CaseFile]") -> "Iterator[Case]":
        """Yield the cases of files, and keep the broken files."""
        for file in files:
            if file.case is None:
                self.broken.append(file)
            else:
                self.has_cases = True
                self.filled.update(key for key in self._keys if getattr(file.case, key))
                if "partenaires" in self._keys:
                    untyped = (partner.texte for partner in file.case.partenaires if not partner.type)
                    self.without_type += [(text, file.case.id) for text in untyped]
                yield file.case


def _say_quotes(session: Session, query: "Query", folder: Path) -> None:
    """Say how to type the value of a filter whose words after the first were taken for words to look for."""
    from coopform.cli import list_hints
    from coopform.collection.collection import case_files

    again = (file.case for file in case_files(folder, advice=False) if file.case)
    if hint := list_hints.missing_quotes(query, again, session.translate):
        session.say(hint)


def _say_why(session: Session, query: "Query", seen: _Seen, folder: Path) -> None:
    """Say why the list is empty: no case matches, or the folder holds none."""
    from coopform.cli import list_hints
    from coopform.collection.collection import case_files

    t = session.translate
    if seen.has_cases:
        session.say(t("No case matches. To see them all: {command}", command=session.typed("list")))
        # Read again only for filters on words of the cases.
        again = (file.case for file in case_files(folder, advice=False) if file.case)
        for hint in list_hints.hints(query, seen.filled, again, t):
            session.say(hint)
    elif not seen.broken:
        from coopform.cli.failure_words.hints import no_case

        session.say(no_case(folder, t))
