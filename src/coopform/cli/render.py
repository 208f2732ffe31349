"""`coopform render`."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from coopform.cli import options
from coopform.cli.cases import look, read_cases, report_broken
from coopform.cli.errors import NothingToRender, WrongChoice
from coopform.cli.session import DONE, MISUSE, Session, session_of
from coopform.filenames import DOCUMENTS, FORMATS, KINDS
from coopform.i18n import mark
from coopform.text import visible

if TYPE_CHECKING:
    from coopform.outputs import Report

HANDOUTS = Path("handouts")
DEFAULT_FORMATS = ("html", "markdown")
PAPERS = ("a3", "a4")
ENGINES = ("auto", "weasyprint", "browser")
# More than any hall holds: a slip of the pen.
MOST_PEOPLE = 1000


def render(
    ctx: typer.Context,
    names: options.Identifiers = None,
    document: Annotated[
        list[str] | None,
        options.choice_option(
            "--document",
            mark("DOCUMENT"),
            mark(
                "sheet, comparison, panels, synthesis, analysis, booklet, blank, slides, guide, index, or pack for all "
                "of them; sheet and index when not given. May be repeated."
            ),
            DOCUMENTS,
        ),
    ] = None,
    fmt: Annotated[
        list[str] | None,
        options.choice_option(
            "--format",
            mark("FORMAT"),
            mark("html, markdown, pdf or docx; html and markdown when not given. May be repeated."),
            FORMATS,
        ),
    ] = None,
    output: Annotated[
        Path,
        options.path_option(
            "--output", "-o", metavar=mark("FOLDER"), help=mark("Where to write; handouts/ when not given.")
        ),
    ] = HANDOUTS,
    paper: Annotated[
        str, options.choice_option("--paper", mark("PAPER"), mark("Of the comparison: a3 or a4."), PAPERS)
    ] = "a3",
    with_us: Annotated[
        bool, typer.Option("--with-us", help=mark("Give the comparison an empty last column for your own territory."))
    ] = False,
    people: Annotated[
        str, typer.Option("--people", metavar=mark("NUMBER"), help=mark("For how many the guide counts copies."))
    ] = "20",
    pdf_engine: Annotated[
        str,
        options.choice_option(
            "--pdf-engine",
            mark("ENGINE"),
            mark("What prints PDF: weasyprint, browser, or auto for the first that works."),
            ENGINES,
        ),
    ] = "auto",
    force: options.Force = False,
    cases: options.Cases = None,
) -> int:
    """Write the handouts to a folder: a sheet per case and an index, or other documents.

    Files that somebody edited are kept. A run on all cases also removes the sheets, still untouched, of cases
    that are gone.
    """
    from coopform import handouts
    from coopform.finding import find_case
    from coopform.makers import makers
    from coopform.outputs import OutputFolder

    session = session_of(ctx)
    asked = tuple(options.choose(value, DOCUMENTS, "--document") for value in document or ("sheet", "index"))
    wanted = handouts.Wanted(
        documents=asked,
        formats=_formats(document or [], fmt),
        is_whole=not names,
        paper=options.choose(paper, PAPERS, "--paper"),
        with_us=with_us,
        people=options.count(people, "--people", most=MOST_PEOPLE),
    )
    engine = options.choose(pdf_engine, ENGINES, "--pdf-engine")
    collection = read_cases(session, cases, names or ())
    chosen = [find_case(name, collection) for name in names] if names else list(collection.cases)
    if not chosen and not collection.files:
        raise NothingToRender(collection.folder)
    files = handouts.make(
        chosen, collection.recueil, wanted, makers(("html", *wanted.formats), look(collection), engine)
    )
    # A broken case is not a case that is gone: what was printed of it yesterday stays.
    keep = {file.id for file in collection.broken}
    prune = handouts.prunable(wanted, keep) if wanted.is_whole and collection.is_whole else None
    report = OutputFolder(output).write(files, force=force, prune=prune)
    code = tell(session, collection.folder, output, report)
    broken = report_broken(session, collection) if wanted.is_whole else DONE
    return code or broken


def _formats(documents: list[str], asked: list[str] | None) -> tuple[str, ...]:
    """Return the formats to write.

    Raises:
        WrongChoice: there is no such format, or a document comes in none of those asked for.
    """
    formats = tuple(options.choose(value, FORMATS, "--format") for value in asked or DEFAULT_FORMATS)
    for name in documents:
        kind = KINDS.get(name.lower())
        if kind and not set(formats) & set(kind.formats):
            raise WrongChoice(f"--document {name} --format", formats[0], kind.formats)
    return formats


def tell(session: Session, cases: Path, folder: Path, report: "Report") -> int:
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
