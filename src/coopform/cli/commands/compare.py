"""`coopform compare`."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from coopform.cli import option_values, options
from coopform.cli.cases import read_cases, report_broken
from coopform.cli.failures import Contradiction, NotEnoughCases
from coopform.cli.look import look
from coopform.cli.made_elsewhere import refuse_made_elsewhere
from coopform.cli.output_names import format_of
from coopform.cli.session import DONE, Session, session_of
from coopform.text.i18n import Translator, mark

if TYPE_CHECKING:
    from coopform.collection.collection import Collection
    from coopform.comparing.comparison import Comparison
    from coopform.model.case import Recueil

FORMATS = ("table", "markdown", "html", "csv", "json")


def command(
    ctx: typer.Context,
    names: options.Identifiers = None,
    every: Annotated[bool, typer.Option("--all", help=mark("Compare all cases."))] = False,
    row: options.Rows = None,
    fmt: Annotated[
        str | None,
        options.format_option(
            mark("table, markdown, html, csv or json; by default that of the name in --output, otherwise table."),
            FORMATS,
        ),
    ] = None,
    output: options.OutputFile = None,
    force: options.Force = False,
    cases: options.Cases = None,
) -> int:
    """Compare cases side by side, row by row, then show how each is organised and what several have in common."""
    from coopform.collection.lookup import find_cases
    from coopform.comparing import comparison

    session = session_of(ctx)
    refuse_made_elsewhere("compare", fmt, output, names or (), FORMATS)
    chosen = format_of(fmt, output, FORMATS) or "table"
    rows = option_values.find_rows(row)
    if every and names:
        raise Contradiction("--all", " ".join(names))
    collection = read_cases(session, cases, names or ())
    asked = collection.cases if every else find_cases(names or (), collection)
    compared = comparison.compare(asked, rows)
    if len(compared.cases) < 2:
        if every:
            report_broken(session, collection)
        is_every = every or (not names and len(collection.cases) < 2)
        raise NotEnoughCases(len(compared.cases), is_every, collection.folder)
    if chosen == "table" and output is None:
        _show(compared, collection.recueil)
    else:
        session.deliver(_text(session, chosen, compared, collection, output), output, force=force)
    return report_broken(session, collection) if every else DONE


def _show(compared: "Comparison", recueil: "Recueil") -> None:
    from coopform.rendering.terminal import comparison, console
    from coopform.rendering.terminal.width import terminal_width

    console.show(comparison.view(compared, Translator(recueil.langue), terminal_width()))


def _text(session: Session, fmt: str, compared: "Comparison", collection: "Collection", output: Path | None) -> str:
    from coopform.exporting import csv_text, plain_data
    from coopform.handouts.comparison import side_by_side
    from coopform.rendering.pages.render import as_text

    translate = Translator(collection.recueil.langue)
    if fmt == "json":
        return session.as_json(plain_data.comparison_data(compared, translate), output)
    if fmt == "csv":
        return csv_text.lines(plain_data.comparison_table(compared, translate), translate.language)
    if fmt == "table":
        from coopform.rendering.terminal import comparison, console

        return console.as_text(comparison.view(compared, translate, None))
    return as_text(side_by_side(compared, collection.recueil), fmt, look(session, collection))
