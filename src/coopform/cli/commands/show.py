"""`coopform show`."""

from typing import Annotated

import typer

from coopform.cli import option_values, options
from coopform.cli.cases import read_cases
from coopform.cli.look import look
from coopform.cli.made_elsewhere import refuse_made_elsewhere
from coopform.cli.session import DONE, session_of
from coopform.text.i18n import Translator, mark

FORMATS = ("table", "markdown", "json", "yaml")


def command(
    ctx: typer.Context,
    name: options.Identifier,
    row: options.Rows = None,
    fmt: Annotated[str, options.format_option(mark("table, markdown, json or yaml."), FORMATS)] = "table",
    cases: options.Cases = None,
) -> int:
    """Show the sheet of a case."""
    from coopform.collection.lookup import find_case

    session = session_of(ctx)
    refuse_made_elsewhere("show", fmt, None, [name], FORMATS)
    fmt = option_values.choose_format(fmt, FORMATS)
    rows = option_values.find_rows(row)
    collection = read_cases(session, cases, [name])
    case = find_case(name, collection)
    if fmt == "json":
        from coopform.exporting import plain_data

        session.give(session.as_json(plain_data.case_data(case, rows)))
    elif fmt == "yaml":
        from coopform.casefile import writer

        session.give(writer.write_case(case, rows))
    elif fmt == "markdown":
        from coopform.handouts.sheet import sheet as sheet_of
        from coopform.rendering.pages.render import as_text

        session.give(as_text(sheet_of(case, collection.recueil, rows), "markdown", look(session, collection)))
    else:
        from coopform.rendering.terminal import console, sheet
        from coopform.rendering.terminal.width import terminal_width

        console.show(sheet.view(case, Translator(case.langue), terminal_width(), rows))
    return DONE
