"""`coopform render`."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from coopform.cli import option_values, options
from coopform.cli.cases import look, read_cases, report_broken
from coopform.cli.choice_help import naming
from coopform.cli.failures import Contradiction, NothingToRender, WrongChoice
from coopform.cli.memory import collect_cycles
from coopform.cli.session import DONE, Session, session_of
from coopform.cli.written_files import first_page, sum_up, tell, tell_long_sheets
from coopform.model.handout_kinds import FORMATS, KINDS, PACK, document_label
from coopform.text.i18n import mark

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coopform.collection.collection import Collection
    from coopform.handouts.run import Wanted
    from coopform.model.case import Case

HANDOUTS = Path("handouts")
PRINTED = {"pdf", "docx"}
DEFAULT_FORMATS = ("html", "markdown")
PAPERS = KINDS["comparison"].papers
ENGINES = ("auto", "weasyprint", "browser")
# A higher number is a typing error.
MOST_PEOPLE = 1000


def render(
    ctx: typer.Context,
    names: options.Identifiers = None,
    document: Annotated[
        list[str] | None,
        options.choice_option(
            "--document",
            mark("DOCUMENT"),
            naming(
                mark("{names}, or {last} for all of them; sheet and index when not given. May be repeated."),
                {kind: document_label(kind) for kind in KINDS},
            ),
            KINDS,
        ),
    ] = None,
    fmt: Annotated[
        list[str] | None,
        options.choice_option(
            "--format",
            mark("FORMAT"),
            naming(
                mark("{names} or {last}; html and markdown when not given. May be repeated."),
                dict.fromkeys(FORMATS, ""),
            ),
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
    from coopform.collection.lookup import find_cases
    from coopform.handouts.run import Wanted

    session = session_of(ctx)
    asked = tuple(option_values.choose(value, KINDS, "--document") for value in document or ("sheet", "index"))
    wanted = Wanted(
        documents=asked,
        formats=_formats(document or [], fmt),
        is_whole=not names,
        paper=option_values.choose(paper, PAPERS, "--paper"),
        with_us=with_us,
        people=option_values.count(people, "--people", most=MOST_PEOPLE),
    )
    engine = option_values.choose(pdf_engine, ENGINES, "--pdf-engine")
    collection = read_cases(session, cases, names or ())
    chosen = find_cases(names, collection) if names else list(collection.cases)
    if not chosen and not collection.files:
        raise NothingToRender(collection.folder)
    if PACK in asked:
        _refuse_others_with_pack(asked, fmt)
        from coopform.cli.render_pack import make_pack as make
    else:
        make = _make
    code = make(session, collection, chosen, wanted, engine, output, force=force)
    broken = report_broken(session, collection) if wanted.is_whole else DONE
    return code or broken


def _make(
    session: Session,
    collection: "Collection",
    cases: "Sequence[Case]",
    wanted: "Wanted",
    engine: str,
    output: Path,
    *,
    force: bool,
) -> int:
    """Write the documents and say what became of each file; return the exit code."""
    from coopform.handouts.produce import due_files, prunable
    from coopform.handouts.sheet import papers_of_long_sheet
    from coopform.outputs.folder import OutputFolder
    from coopform.rendering.formats import makers

    if PRINTED & set(wanted.formats):
        collect_cycles()
    writers = makers(("html", *wanted.formats), look(session, collection), engine)
    long: dict[str, int] = {}
    with OutputFolder(output).open(force=force) as run:
        for file in due_files(cases, collection.recueil, wanted):
            run.write(file.name, writers[file.fmt](file.document))
            long |= papers_of_long_sheet(file)
        if wanted.is_whole and collection.is_whole:
            run.prune(prunable(wanted, {broken.id for broken in collection.broken}))
    code = tell(session, output, run.report)
    tell_long_sheets(session, long)
    sum_up(session, collection.folder, output, [run.report], first_page(output, run.report))
    return code


def _refuse_others_with_pack(documents: tuple[str, ...], formats: list[str] | None) -> None:
    """Raise Contradiction for options that a pack, all documents in fixed formats, excludes."""
    others = [name for name in documents if name != PACK]
    if others or formats:
        raise Contradiction(f"--document {PACK}", f"--document {others[0]}" if others else "--format")


def _formats(documents: list[str], asked: list[str] | None) -> tuple[str, ...]:
    """Return the formats to write.

    Raises:
        WrongChoice: there is no such format, or a document has none of those asked for.
    """
    formats = tuple(option_values.choose(value, FORMATS, "--format") for value in asked or DEFAULT_FORMATS)
    for name in documents:
        kind = KINDS.get(name.lower())
        if kind and not set(formats) & set(kind.formats):
            raise WrongChoice(f"--document {name} --format", formats[0], kind.formats)
    return formats
