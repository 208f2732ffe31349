"""`coopform list`."""

from typing import TYPE_CHECKING, Annotated

import typer

from coopform.cli import completion, hints, options
from coopform.cli.cases import read_cases, report_broken
from coopform.cli.session import Session, session_of
from coopform.i18n import Translator, mark
from coopform.text import slug, visible

if TYPE_CHECKING:
    from coopform.case import Case
    from coopform.collection import Collection
    from coopform.searching import Query

FORMATS = ("table", "json", "csv", "ids")
SORTS = ("id", "titre", "outil", "rubriques")

Words = list[str] | None


def list_cases(
    ctx: typer.Context,
    words: Annotated[
        Words,
        typer.Argument(
            metavar=mark("WORDS…"),
            help=mark("Words to find, in any row; several words in quotes are looked for as one phrase."),
        ),
    ] = None,
    outil: Annotated[
        Words, options.completed_option(mark("FORM"), mark("Form of agreement, or its family."), completion.outils)
    ] = None,
    partenaire: Annotated[
        Words, options.completed_option(mark("TYPE"), mark("Type of partner: PNR, CC, EPCI…"), completion.partners)
    ] = None,
    theme: Annotated[Words, options.completed_option(mark("THEME"), mark("Theme."), completion.themes)] = None,
    departement: Annotated[
        Words, options.completed_option(mark("CODE"), mark("Code of a département."), completion.departements)
    ] = None,
    statut: Annotated[Words, options.completed_option(mark("STATUS"), mark("Status."), completion.statuts)] = None,
    mot: Annotated[
        Words,
        options.completed_option(
            mark("WORD"), mark("Recurring word: comité technique, chef de projet…"), completion.mots
        ),
    ] = None,
    sort: Annotated[
        str, options.choice_option("--sort", mark("KEY"), mark("Order: id, titre, outil or rubriques."), SORTS)
    ] = "id",
    fmt: Annotated[
        str, options.choice_option("--format", mark("FORMAT"), mark("table, json, csv or ids."), FORMATS)
    ] = "table",
    cases: options.Cases = None,
) -> int:
    """List the cases, all of them or those that hold some words or match some filters."""
    from coopform import searching

    session = session_of(ctx)
    sort = options.choose(sort, SORTS, "--sort")
    fmt = options.choose(fmt, FORMATS, "--format")
    collection = read_cases(session, cases)
    query = searching.Query(
        words or (), outil or (), partenaire or (), theme or (), departement or (), statut or (), mot or ()
    )
    found = _sorted(searching.search(collection.cases, query), sort)
    _give(session, fmt, found, Translator(collection.recueil.langue))
    if not found:
        _say_why(session, query, collection)
    return report_broken(session, collection)


def _sorted(found: "list[Case]", key: str) -> "list[Case]":
    keys = {
        "id": lambda case: case.id,
        "titre": lambda case: slug(case.titre),
        "outil": lambda case: slug(case.outil[0]),
        "rubriques": lambda case: -case.rubriques_remplies,
    }
    return sorted(found, key=keys[key])


def _give(session: Session, fmt: str, found: "list[Case]", translate: Translator) -> None:
    from coopform import asdata, csvtext

    if fmt == "json":
        session.give(session.as_json([asdata.summary(case) for case in found]))
    elif fmt == "csv":
        session.give(csvtext.lines(asdata.summary_table(found, translate), translate.language))
    elif fmt == "ids":
        for case in found:
            session.give(case.id)
    elif found:
        from coopform.terminal import listing, screen

        width = screen.width()
        screen.show_lines(listing.lines([listing.row(case, translate, width) for case in found], translate, width))


def _say_why(session: Session, query: "Query", collection: "Collection") -> None:
    """Say why the list is empty: no case matches, or the folder holds none."""
    t = session.translate
    if collection.cases:
        session.say(t("No case matches."))
        for hint in hints.hints(query, collection, t):
            session.say(hint)
    elif not collection.files:
        session.say(t("There is no case in “{path}”.", path=visible(str(collection.folder))))
