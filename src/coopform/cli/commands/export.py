"""`coopform export`."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from coopform.cli import options
from coopform.cli.cases import read_cases, report_broken
from coopform.cli.choice_help import naming
from coopform.cli.failures import FileAmongCases, NeedsFile
from coopform.cli.made_elsewhere import refuse_made_elsewhere
from coopform.cli.output_names import format_of
from coopform.cli.session import DONE, Session, session_of
from coopform.exporting.endings import ENDINGS
from coopform.text.i18n import mark

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coopform.model.case import Case, Recueil

_FORMATS = tuple(ENDINGS)


def command(
    ctx: typer.Context,
    names: options.Identifiers = None,
    fmt: Annotated[
        str | None,
        options.format_option(
            naming(
                mark("{names} or {last}; by default that of the name in --output, otherwise json."),
                dict.fromkeys(_FORMATS, ""),
            ),
            _FORMATS,
        ),
    ] = None,
    output: options.OutputFile = None,
    force: options.Force = False,
    cases: options.Cases = None,
) -> int:
    """Export the cases to one file, for a spreadsheet or another program: all of them, or those given.

    A spreadsheet has one row per case, one column per key. Each of these files can be imported again: it gives the
    same cases.
    """
    from coopform.collection.folder import is_case_name
    from coopform.collection.lookup import find_cases

    session = session_of(ctx)
    refuse_made_elsewhere("export", fmt, output, names or (), _FORMATS)
    chosen = format_of(fmt, output, _FORMATS) or "json"
    if chosen == "xlsx" and output is None:
        raise NeedsFile(ENDINGS[chosen][0])
    collection = read_cases(session, cases, names or ())
    if output and is_case_name(output.name) and output.resolve().is_relative_to(collection.folder.resolve()):
        raise FileAmongCases(output)
    asked = find_cases(names or (), collection) or collection.cases
    if not collection.files:
        from coopform.cli.failure_words.hints import no_case

        session.say(no_case(collection.folder, session.translate))
    _deliver(session, asked, collection.recueil, chosen, output, force=force)
    return DONE if names else report_broken(session, collection)


def _deliver(
    session: Session, cases: "Sequence[Case]", recueil: "Recueil", fmt: str, output: Path | None, *, force: bool
) -> None:
    from coopform.exporting import formats

    if output is not None:
        session.deliver(formats.export(cases, recueil, fmt), output, force=force)
    elif fmt == "json":
        session.give(session.as_json(formats.as_data(cases, recueil)))
    else:
        session.give(formats.export(cases, recueil, fmt).decode())
