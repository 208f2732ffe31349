"""`coopform render --document pack`: three folders, a page on what to print, and an archive of it all."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from coopform.cli.cases import look
from coopform.cli.memory import collect_cycles
from coopform.cli.session import DONE, Session
from coopform.cli.written_files import sum_up, tell, tell_long_sheets
from coopform.collection.collection import Collection
from coopform.handouts import pack
from coopform.handouts.documents import Document
from coopform.handouts.produce import due_files, prunable
from coopform.handouts.run import Wanted
from coopform.handouts.sheet import papers_of_long_sheet
from coopform.model import handout_kinds
from coopform.model.case import Case
from coopform.model.handout_kinds import file_name
from coopform.outputs.folder import OutputFolder, Report
from coopform.rendering.formats import Maker, has_docx, makers


def make_pack(
    session: Session,
    collection: Collection,
    cases: Sequence[Case],
    wanted: Wanted,
    engine: str,
    output: Path,
    *,
    force: bool,
) -> int:
    """Write the pack, report on each file, and return the exit code."""
    collect_cycles()
    docx = has_docx()
    writers = makers(["html", "pdf", "docx" if docx else "markdown"], look(session, collection), engine)
    if not docx:
        session.say(session.translate('The copies to edit are Markdown. For Word: pip install "coopform[docx]"'))
    session.say(session.translate("Printing to PDF takes some seconds a document."))
    code = DONE
    reports: list[Report] = []
    long: dict[str, int] = {}
    made: dict[str, list[str]] = {}
    for key, part in pack.folders(wanted, docx=docx):
        folder = output / handout_kinds.PACK_FOLDERS[key][collection.recueil.langue]
        reports.append(_make_folder(folder, cases, collection, part, writers, long, force=force))
        code = tell(session, folder, reports[-1]) or code
        made[key] = _present(reports[-1])
    tell_long_sheets(session, long)
    page = pack.page(cases, collection.recueil, wanted.people, wanted.paper, made)
    reports.append(_write_top(output, page, made, writers, force=force))
    code = tell(session, output, reports[-1]) or code
    sum_up(session, collection.folder, output, reports, output / file_name(page.name, "html"))
    return code


def _make_folder(
    folder: Path,
    cases: Sequence[Case],
    collection: Collection,
    wanted: Wanted,
    writers: Mapping[str, Maker],
    long: dict[str, int],
    *,
    force: bool,
) -> Report:
    """Write the documents of one folder of the pack; note the sheets that take more than one sheet of paper."""
    with OutputFolder(folder).open(force=force) as run:
        for file in due_files(cases, collection.recueil, wanted):
            run.write(file.name, writers[file.fmt](file.document))
            long |= papers_of_long_sheet(file)
        if wanted.is_whole and collection.is_whole:
            run.prune(prunable(wanted, {broken.id for broken in collection.broken}))
    return run.report


def _write_top(
    output: Path,
    page: Document[pack.Pack],
    made: Mapping[str, Sequence[str]],
    writers: Mapping[str, Maker],
    *,
    force: bool,
) -> Report:
    """Write the page on what to print and the archive of all files."""
    language = page.language
    top = {file_name(page.name, fmt): writers[fmt](page) for fmt in ("html", "pdf")}
    names = [f"{handout_kinds.PACK_FOLDERS[key][language]}/{name}" for key, files in made.items() for name in files]
    top[f"{handout_kinds.PACK_ARCHIVE[language]}.zip"] = pack.archive(output, names, top)
    with OutputFolder(output).open(force=force) as run:
        for name, data in top.items():
            run.write(name, data)
    return run.report


def _present(report: Report) -> list[str]:
    """Return the files of coopform in a folder after a run; files of others are left out."""
    return sorted([*report.written, *report.unchanged, *report.edited])
