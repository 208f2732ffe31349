"""`coopform list`."""

from typing import TYPE_CHECKING, Annotated

import typer

from coopform.cli import completion, hints, options
from coopform.cli.session import Session, read_cases, report_broken, session_of
from coopform.i18n import Translator, mark

if TYPE_CHECKING:
    from coopform.case import Case

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
        Words,
        typer.Option(
            metavar=mark("FORM"), help=mark("Form of agreement, or its family."), autocompletion=completion.outils
        ),
    ] = None,
    partenaire: Annotated[
        Words,
        typer.Option(
            metavar=mark("TYPE"), help=mark("Type of partner: PNR, CC, EPCI…"), autocompletion=completion.partners
        ),
    ] = None,
    theme: Annotated[
        Words, typer.Option(metavar=mark("THEME"), help=mark("Theme."), autocompletion=completion.themes)
    ] = None,
    departement: Annotated[
        Words,
        typer.Option(metavar=mark("CODE"), help=mark("Code of a département."), autocompletion=completion.departements),
    ] = None,
    statut: Annotated[
        Words, typer.Option(metavar=mark("STATUS"), help=mark("Status."), autocompletion=completion.statuts)
    ] = None,
    mot: Annotated[
        Words,
        typer.Option(
            metavar=mark("WORD"),
            help=mark("Recurring word: comité technique, chef de projet…"),
            autocompletion=completion.mots,
        ),
    ] = None,
    sort: Annotated[
        str,
        typer.Option(
            metavar=mark("KEY"), help=mark("Order: id, titre, outil or rubriques."), autocompletion=lambda: [*SORTS]
        ),
    ] = "id",
    fmt: Annotated[
        str,
        typer.Option(
            "--format", metavar=mark("FORMAT"), help=mark("table, json, csv or ids."), autocompletion=lambda: [*FORMATS]
        ),
    ] = "table",
    cases: options.Cases = None,
) -> int:
    """List the cases, all of them or those that hold some words or match some filters."""
    from coopform import searching
    from coopform.text import slug

    session = session_of(ctx)
    options.choose(sort, SORTS, "--sort")
    fmt = options.choose(fmt, FORMATS, "--format")
    collection = read_cases(session, cases)
    query = searching.Query(
        words or (), outil or (), partenaire or (), theme or (), departement or (), statut or (), mot or ()
    )
    found = searching.search(collection.cases, query)
    keys = {
        "id": lambda case: case.id,
        "titre": lambda case: slug(case.titre),
        "outil": lambda case: slug(case.outil[0]),
        "rubriques": lambda case: -case.rubriques_remplies,
    }
    found.sort(key=keys[sort.lower()])
    _give(session, fmt, found, Translator(collection.recueil.langue))
    if not found and collection.cases:
        session.say(session.translate("No case matches."))
        for hint in hints.hints(query, collection, session.translate):
            session.say(hint)
    elif not collection.files:
        session.say(session.translate("There is no case in “{path}”.", path=collection.folder))
    return report_broken(session, collection)


def _give(session: Session, fmt: str, found: "list[Case]", translate: Translator) -> None:
    from coopform import asdata, csvtext

    if fmt == "json":
        session.give_json([asdata.summary(case) for case in found])
    elif fmt == "csv":
        session.give(csvtext.lines(asdata.summary_table(found, translate), translate.language))
    elif fmt == "ids":
        for case in found:
            session.give(case.id)
    elif found:
        from coopform.terminal import console, listing

        console.show(listing.view(found, translate, console.width()))
