"""`coopform render`."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from coopform.cli import options
from coopform.cli.cases import read_cases, report_broken
from coopform.cli.errors import NothingToRender
from coopform.cli.session import DONE, MISUSE, Session, session_of
from coopform.filenames import DOCUMENTS, FORMATS
from coopform.i18n import mark
from coopform.text import visible

if TYPE_CHECKING:
    from coopform.outputs import Report

HANDOUTS = Path("handouts")


def render(
    ctx: typer.Context,
    names: options.Identifiers = None,
    document: Annotated[
        list[str] | None,
        options.choice_option(
            "--document",
            mark("DOCUMENT"),
            mark("sheet, comparison or index; sheet and index when not given. May be repeated."),
            DOCUMENTS,
        ),
    ] = None,
    fmt: Annotated[
        list[str] | None,
        options.choice_option(
            "--format", mark("FORMAT"), mark("html or markdown; both when not given. May be repeated."), FORMATS
        ),
    ] = None,
    output: Annotated[
        Path,
        options.path_option(
            "--output", "-o", metavar=mark("FOLDER"), help=mark("Where to write; handouts/ when not given.")
        ),
    ] = HANDOUTS,
    force: options.Force = False,
    cases: options.Cases = None,
) -> int:
    """Write the handouts to a folder: a sheet per case and an index, or other documents.

    Files that somebody edited are kept. A run on all cases also removes the sheets, still untouched, of cases
    that are gone.
    """
    from coopform import handouts
    from coopform.finding import find_case
    from coopform.outputs import OutputFolder

    session = session_of(ctx)
    wanted = handouts.Wanted(
        documents=tuple(options.choose(value, DOCUMENTS, "--document") for value in document or ("sheet", "index")),
        formats=tuple(options.choose(value, FORMATS, "--format") for value in fmt or FORMATS),
        is_whole=not names,
    )
    collection = read_cases(session, cases, names or ())
    chosen = [find_case(name, collection) for name in names] if names else list(collection.cases)
    if not chosen and not collection.files:
        raise NothingToRender(collection.folder)
    files = handouts.make(chosen, collection.recueil, wanted)
    # A broken case is not a case that is gone: what was printed of it yesterday stays.
    keep = {file.id for file in collection.broken}
    prune = handouts.prunable(wanted, keep) if wanted.is_whole and collection.is_whole else None
    report = OutputFolder(output).write(files, force=force, prune=prune)
    code = _tell(session, collection.folder, output, report)
    broken = report_broken(session, collection) if wanted.is_whole else DONE
    return code or broken


def _tell(session: Session, cases: Path, folder: Path, report: "Report") -> int:
    """Say what became of each file; return the exit code."""
    from coopform import resources

    t = session.translate

    def shown(name: str) -> str:
        return visible(str(folder / name))

    for label, names in ((t("written"), report.written), (t("removed"), report.removed)):
        for name in names:
            session.give(f"{label:<10} {shown(name)}")
    for name in report.edited:
        session.say(t("kept: {path} was edited since. To replace it: --force", path=shown(name)))
    for name in report.foreign:
        session.say(t("kept: {path} was not made by coopform. To replace it: --force", path=shown(name)))
    counts = [
        t.plural("{count} written", "{count} written", len(report.written)),
        t.plural("{count} unchanged", "{count} unchanged", len(report.unchanged)),
        t.plural("{count} removed", "{count} removed", len(report.removed)),
        t.plural("{count} kept", "{count} kept", len(report.edited) + len(report.foreign)),
    ]
    said = ", ".join(count for count in counts if not count.startswith("0"))
    if cases == resources.cases_dir():
        session.say(t("Handouts in {folder}: {counts}.", folder=shown(""), counts=said))
    else:
        origin = visible(str(cases))
        session.say(t("Cases of {cases}, handouts in {folder}: {counts}.", cases=origin, folder=shown(""), counts=said))
    page = _first_page([*report.written, *report.unchanged])
    if page:
        session.say(t("To see them, open {path}", path=shown(page)))
    return MISUSE if report.foreign else DONE


def _first_page(names: list[str]) -> str | None:
    """Return the page to open first: the index, else the only page there is."""
    pages = [name for name in names if name.endswith(".html")]
    index = next((name for name in names if name.startswith("index.")), None)
    return index or (pages[0] if len(pages) == 1 else None)
