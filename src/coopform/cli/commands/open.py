"""`coopform open`."""

import typer

from coopform.cli import options
from coopform.cli.cases import read_cases
from coopform.cli.look import look
from coopform.cli.made_elsewhere import refuse_made_elsewhere
from coopform.cli.output_names import refuse_among_cases, refuse_file
from coopform.cli.session import session_of
from coopform.cli.written_files import tell
from coopform.text.characters import shown_name


def command(
    ctx: typer.Context,
    name: options.Identifier,
    output: options.HandoutsFolder = options.HANDOUTS,
    cases: options.Cases = None,
) -> int:
    """Render the sheet of a case and open it in the browser.

    A sheet that somebody edited is opened as it is.
    """
    from coopform.cli import open_elsewhere
    from coopform.collection.lookup import find_case
    from coopform.handouts.sheet import sheet
    from coopform.model.handout_kinds import file_name
    from coopform.outputs.folder import OutputFolder
    from coopform.rendering.formats import as_bytes

    session = session_of(ctx)
    refuse_made_elsewhere("open", None, output, [name], ("html",))
    refuse_file(output)
    collection = read_cases(session, cases, [name])
    case = find_case(name, collection)
    refuse_among_cases(output, collection.folder)
    document = sheet(case, collection.recueil)
    page = output / file_name(document.name, "html")
    with OutputFolder(output).open() as run:
        run.write(page.name, as_bytes(document, "html", look(session, collection)))
    code = tell(session, output, run.report)
    open_elsewhere.browse(page)
    session.say(session.translate("Opened: {path}", path=shown_name(page)))
    return code
