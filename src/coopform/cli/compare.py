"""`coopform compare`."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from coopform.cli import options
from coopform.cli.cases import look, read_cases, report_broken
from coopform.cli.errors import Contradiction, NotEnoughCases
from coopform.cli.session import DONE, Session, session_of
from coopform.i18n import Translator, mark

if TYPE_CHECKING:
    from coopform.case import Recueil
    from coopform.collection import Collection
    from coopform.comparison import Comparison

FORMATS = ("table", "markdown", "html", "csv", "json")
_ENDINGS = {".md": "markdown", ".html": "html", ".htm": "html", ".csv": "csv", ".json": "json"}


def compare(
    ctx: typer.Context,
    names: options.Identifiers = None,
    every: Annotated[bool, typer.Option("--all", help=mark("Compare all cases."))] = False,
    row: options.Row = None,
    fmt: Annotated[
        str | None,
        options.choice_option(
            "--format",
            mark("FORMAT"),
            mark("table, markdown, html, csv or json; what the name of --output says when not given."),
            FORMATS,
        ),
    ] = None,
    output: options.OutputFile = None,
    force: options.Force = False,
    cases: options.Cases = None,
) -> int:
    """Put cases side by side, row by row, then say how each is organised and what several share."""
    from coopform import comparison
    from coopform.finding import find_cases

    session = session_of(ctx)
    chosen = options.format_of(fmt, output, _ENDINGS, FORMATS) or "table"
    rows = options.find_rows(row)
    if every and names:
        raise Contradiction("--all", " ".join(names))
    collection = read_cases(session, cases, names or ())
    asked = collection.cases if every else find_cases(names or (), collection)
    compared = comparison.compare(asked, rows)
    if len(compared.cases) < 2:
        if every:
            report_broken(session, collection)
        raise NotEnoughCases(len(compared.cases), every)
    if chosen == "table" and output is None:
        _show(compared, collection.recueil)
    else:
        session.deliver(_text(session, chosen, compared, collection, output), output, force=force)
    return report_broken(session, collection) if every else DONE


def _show(compared: "Comparison", recueil: "Recueil") -> None:
    from coopform.terminal import comparison, console, screen

    console.show(comparison.view(compared, Translator(recueil.langue), screen.width()))


def _text(session: Session, fmt: str, compared: "Comparison", collection: "Collection", output: Path | None) -> str:
    from coopform import asdata, csvtext, documents

    translate = Translator(collection.recueil.langue)
    if fmt == "json":
        return session.as_json(asdata.comparison_data(compared, translate), output)
    if fmt == "csv":
        return csvtext.lines(asdata.comparison_table(compared, translate), translate.language)
    if fmt == "table":
        from coopform.terminal import comparison, console

        return console.as_text(comparison.view(compared, translate, None))
    return documents.as_text(documents.side_by_side(compared, collection.recueil), fmt, look(session, collection))
