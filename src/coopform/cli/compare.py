"""`coopform compare`."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from coopform.cli import options
from coopform.cli.errors import Contradiction, NotEnoughCases, WrongChoice
from coopform.cli.session import DONE, Session, read_cases, report_broken, session_of
from coopform.i18n import Translator, mark
from coopform.text import visible

if TYPE_CHECKING:
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
        typer.Option(
            "--format",
            metavar=mark("FORMAT"),
            help=mark("table, markdown, html, csv or json; what the name of --output says when not given."),
            autocompletion=lambda: [*FORMATS],
        ),
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option(
            "--output",
            "-o",
            metavar=mark("FILE"),
            help=mark("Write to this file instead of the screen."),
            readable=False,
        ),
    ] = None,
    force: options.Force = False,
    cases: options.Cases = None,
) -> int:
    """Put cases side by side, row by row, then say how each is organised and what several share."""
    from coopform import comparison
    from coopform.finding import find_case

    session = session_of(ctx)
    chosen = options.choose(fmt, FORMATS, "--format") if fmt else _format_of(output)
    if fmt and output and _ENDINGS.get(output.suffix.lower(), chosen) != chosen:
        raise Contradiction(f"--format {chosen}", f"--output {output}")
    rows = options.find_rows(row)
    if every and names:
        raise Contradiction("--all", " ".join(names))
    collection = read_cases(session, cases, names or ())
    asked = collection.cases if every else [find_case(name, collection) for name in names or []]
    compared = comparison.compare(asked, rows)
    if len(compared.cases) < 2:
        if every:
            report_broken(session, collection)
        raise NotEnoughCases(len(compared.cases), every)
    _give(session, collection, compared, chosen, output, force)
    return report_broken(session, collection) if every else DONE


def _format_of(output: Path | None) -> str:
    if output is None:
        return "table"
    if output.suffix.lower() not in _ENDINGS:
        raise WrongChoice("--output", output.name, tuple(f"*{ending}" for ending in _ENDINGS))
    return _ENDINGS[output.suffix.lower()]


def _give(
    session: Session,
    collection: "Collection",
    compared: "Comparison",
    fmt: str,
    output: Path | None,
    force: bool,
) -> None:
    if output is not None:
        from coopform.outputs import write_file

        write_file(output, _text(compared, fmt, collection), force=force)
        session.say(session.translate("Written: {path}", path=visible(str(output))))
    elif fmt == "table":
        from coopform.terminal import comparison, console

        console.show(comparison.view(compared, Translator(collection.recueil.langue), console.width()))
    elif fmt == "json":
        from coopform import asdata

        session.give_json(asdata.comparison_data(compared, Translator(collection.recueil.langue)))
    else:
        session.give(_text(compared, fmt, collection))


def _text(compared: "Comparison", fmt: str, collection: "Collection") -> str:
    import json

    from coopform import asdata, csvtext, documents

    translate = Translator(collection.recueil.langue)
    if fmt == "json":
        return json.dumps(asdata.comparison_data(compared, translate), ensure_ascii=False, indent=2) + "\n"
    if fmt == "csv":
        return csvtext.lines(asdata.comparison_table(compared, translate), translate.language)
    if fmt == "table":
        from coopform.terminal import comparison, console

        return console.as_text(comparison.view(compared, translate, None))
    return documents.comparison_of(compared, fmt, collection.recueil)
