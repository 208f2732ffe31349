"""`coopform render`."""

from pathlib import Path
from typing import Annotated

import typer

from coopform.cli import options
from coopform.cli.cases import look, read_cases, report_broken
from coopform.cli.failures import Contradiction, NothingToRender, WrongChoice
from coopform.cli.memory import collect_cycles
from coopform.cli.session import DONE, session_of
from coopform.cli.written_files import first_page, sum_up, tell
from coopform.model.handout_kinds import FORMATS, KINDS, PACK
from coopform.text.i18n import mark

HANDOUTS = Path("handouts")
PRINTED = {"pdf", "docx"}
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
            KINDS,
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
    from coopform.collection.lookup import find_cases
    from coopform.handouts import produce
    from coopform.outputs.folder import OutputFolder
    from coopform.rendering.formats import makers

    session = session_of(ctx)
    asked = tuple(options.choose(value, KINDS, "--document") for value in document or ("sheet", "index"))
    wanted = produce.Wanted(
        documents=asked,
        formats=_formats(document or [], fmt),
        is_whole=not names,
        paper=options.choose(paper, PAPERS, "--paper"),
        with_us=with_us,
        people=options.count(people, "--people", most=MOST_PEOPLE),
    )
    engine = options.choose(pdf_engine, ENGINES, "--pdf-engine")
    collection = read_cases(session, cases, names or ())
    chosen = find_cases(names, collection) if names else list(collection.cases)
    if not chosen and not collection.files:
        raise NothingToRender(collection.folder)
    if PACK in asked:
        _refuse_beside_pack(asked, fmt)
        from coopform.cli.render_pack import make_pack

        code = make_pack(session, collection, chosen, wanted, engine, output, force=force)
        return code or (report_broken(session, collection) if wanted.is_whole else DONE)
    if PRINTED & set(wanted.formats):
        collect_cycles()
    files = produce.make(
        chosen, collection.recueil, wanted, makers(("html", *wanted.formats), look(session, collection), engine)
    )
    # A broken case is not a case that is gone: what was printed of it yesterday stays.
    keep = {file.id for file in collection.broken}
    prune = produce.prunable(wanted, keep) if wanted.is_whole and collection.is_whole else None
    report = OutputFolder(output).write(files, force=force, prune=prune)
    code = tell(session, output, report)
    sum_up(session, collection.folder, output, [report], first_page(output, report))
    broken = report_broken(session, collection) if wanted.is_whole else DONE
    return code or broken


def _refuse_beside_pack(documents: tuple[str, ...], formats: list[str] | None) -> None:
    """Refuse what a pack, which is every document in the formats of its use, leaves no room for."""
    others = [name for name in documents if name != PACK]
    if others or formats:
        raise Contradiction(f"--document {PACK}", f"--document {others[0]}" if others else "--format")


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
