"""`coopform open`."""

from pathlib import Path
from typing import Annotated

import typer

from coopform.cli import completion, options
from coopform.cli.cases import look, read_cases
from coopform.cli.commands.render import HANDOUTS
from coopform.cli.session import session_of
from coopform.cli.written_files import tell
from coopform.text.characters import shown_name
from coopform.text.i18n import mark


def open_sheet(
    ctx: typer.Context,
    name: Annotated[
        str,
        typer.Argument(
            metavar=mark("ID"),
            help=mark("The case: its ID, the beginning or a part of it, or the path of its file."),
            autocompletion=completion.case_ids,
        ),
    ],
    output: Annotated[
        Path,
        options.path_option(
            "--output", "-o", metavar=mark("FOLDER"), help=mark("Where to write; handouts/ when not given.")
        ),
    ] = HANDOUTS,
    cases: options.Cases = None,
) -> int:
    """Render the sheet of a case and open it in the browser.

    A sheet that somebody edited is opened as it is.
    """
    from coopform.cli import programs
    from coopform.collection.lookup import find_case
    from coopform.handouts.sheet import sheet
    from coopform.model.handout_kinds import file_name
    from coopform.outputs.folder import OutputFolder
    from coopform.rendering.formats import as_bytes

    session = session_of(ctx)
    collection = read_cases(session, cases, [name])
    case = find_case(name, collection)
    document = sheet(case, collection.recueil)
    page = output / file_name(document.name, "html")
    with OutputFolder(output).open() as run:
        run.write(page.name, as_bytes(document, "html", look(session, collection)))
    code = tell(session, output, run.report)
    programs.browse(page)
    session.say(session.translate("Opened: {path}", path=shown_name(page)))
    return code
