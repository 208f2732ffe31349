"""`coopform render`."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from coopform.cli import handout_options, option_values, options
from coopform.cli.cases import read_cases, report_broken
from coopform.cli.choice_help import naming
from coopform.cli.document_names import find_document
from coopform.cli.failures import NothingToRender, WrongChoice
from coopform.cli.look import look
from coopform.cli.made_elsewhere import refuse_made_elsewhere
from coopform.cli.memory import collect_cycles
from coopform.cli.output_names import refuse_among_cases, refuse_file
from coopform.cli.progress import progress
from coopform.cli.session import DONE, Session, session_of
from coopform.cli.written_files import first_page, sum_up, tell, write_documents
from coopform.model.handout_kinds import FORMATS, KINDS, RENDERED, document_label
from coopform.text.i18n import mark

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coopform.collection.collection import Collection
    from coopform.handouts.render_run import Wanted
    from coopform.model.case import Case

PRINTED = {"pdf", "docx", "pptx"}
DEFAULT_FORMATS = ("html", "markdown")


def command(
    ctx: typer.Context,
    names: options.Identifiers = None,
    document: Annotated[
        list[str] | None,
        options.choice_option(
            "--document",
            mark("DOCUMENT"),
            naming(
                mark("{names} or {last}; sheet and index by default. May be repeated."),
                {kind: document_label(kind) for kind in RENDERED},
            ),
            RENDERED,
        ),
    ] = None,
    fmt: Annotated[
        list[str] | None,
        options.format_option(
            naming(
                mark("{names} or {last}; html and markdown by default. May be repeated."),
                dict.fromkeys(FORMATS, ""),
            ),
            FORMATS,
        ),
    ] = None,
    output: options.HandoutsFolder = options.HANDOUTS,
    paper: handout_options.PaperSide = "a3",
    with_us: Annotated[
        bool,
        typer.Option("--with-us", help=mark("Add an empty last column to the synoptic table, for your own territory.")),
    ] = False,
    people: handout_options.People = "20",
    pdf_engine: handout_options.PdfEngine = "auto",
    force: options.Force = False,
    cases: options.Cases = None,
) -> int:
    """Create the handouts: a sheet per case and an index, or other documents.

    Files that somebody edited are kept. When all cases are rendered, the sheets of cases that no longer exist are
    removed, unless somebody edited them.
    """
    from coopform.collection.lookup import find_cases
    from coopform.handouts.render_run import Wanted

    session = session_of(ctx)
    asked = tuple(find_document(name, session.translate) for name in document or ("sheet", "index"))
    refuse_file(output, {fmt for kind in asked for fmt in KINDS[kind].formats})
    wanted = Wanted(
        documents=asked,
        formats=_formats(asked if document else (), fmt, names or ()),
        is_whole=not names,
        paper=option_values.choose(paper, handout_options.PAPERS, "--paper"),
        with_us=with_us,
        people=option_values.count(people, "--people", most=handout_options.MOST_PEOPLE),
    )
    engine = option_values.choose(pdf_engine, handout_options.ENGINES, "--pdf-engine")
    collection = read_cases(session, cases, names or ())
    chosen = find_cases(names, collection) if names else list(collection.cases)
    if not chosen and not collection.files:
        raise NothingToRender(collection.folder)
    refuse_among_cases(output, collection.folder)
    code = _make(session, collection, chosen, wanted, engine, output, force=force)
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
    from coopform.handouts.due_files import count_files
    from coopform.rendering.formats import makers

    if PRINTED & set(wanted.formats):
        collect_cycles()
    its_look = look(session, collection)
    writers = makers(("html", *wanted.formats), its_look, engine)
    with progress(count_files(cases, wanted)) as shown:
        # The last good sheet of a case that has an error now stays.
        keep = {broken.id for broken in collection.broken}
        report = write_documents(
            session, output, cases, collection, wanted, writers, force=force, progress=shown, keep=keep
        )
    code = tell(session, output, report)
    if "pdf" in wanted.formats:
        from coopform.cli.missing_letters import say_missing_letters

        say_missing_letters(session, cases, its_look)
    sum_up(session, collection.folder, output, [report], first_page(output, report))
    return code


def _formats(documents: "Sequence[str]", asked: list[str] | None, names: "Sequence[str]") -> tuple[str, ...]:
    """Return the formats to write: of the documents named, or of sheets when there are none.

    Raises:
        WrongChoice: there is no such format, or a document has none of those asked for.
        OtherCommand: it is one of an export, or sheets have none of those asked for, and slides do.
    """
    for value in asked or ():
        refuse_made_elsewhere("render", value, None, names, FORMATS)
    formats = tuple(option_values.choose_format(value, FORMATS, repeats=True) for value in asked or DEFAULT_FORMATS)
    for name in documents:
        made = KINDS[name].formats
        if not set(formats) & set(made):
            raise WrongChoice(f"--document {name} --format", formats[0], made)
    if not documents and not set(formats) & set(KINDS["sheet"].formats):
        refuse_made_elsewhere("render", formats[0], None, names, KINDS["sheet"].formats)
    return formats
