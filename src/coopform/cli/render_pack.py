"""`coopform render --document pack`: three folders, a page on what to print, and an archive of it all."""

from collections.abc import Sequence
from pathlib import Path

from coopform.cli.cases import look
from coopform.cli.memory import collect_cycles
from coopform.cli.session import DONE, Session
from coopform.cli.written_files import sum_up, tell
from coopform.collection.collection import Collection
from coopform.handouts import pack
from coopform.handouts.produce import due_files, prunable
from coopform.handouts.run import Wanted
from coopform.model import handout_kinds
from coopform.model.case import Case
from coopform.outputs.folder import OutputFolder, Report
from coopform.rendering.formats import has_docx, makers


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
    recueil = collection.recueil
    docx = has_docx()
    formats = ["html", "pdf", "docx" if docx else "markdown"]
    writers = makers(formats, look(session, collection), engine)
    if not docx:
        session.say(session.translate('The copies to edit are Markdown. For Word: pip install "coopform[docx]"'))
    session.say(session.translate("Printing to PDF takes some seconds a document."))
    keep = {file.id for file in collection.broken}
    code = DONE
    reports: list[Report] = []
    made: dict[str, list[str]] = {}
    for key, part in pack.folders(wanted, docx=docx):
        folder = output / handout_kinds.PACK_FOLDERS[key][recueil.langue]
        with OutputFolder(folder).open(force=force) as run:
            for file in due_files(cases, recueil, part):
                run.write(file.name, writers[file.fmt](file.document))
            if wanted.is_whole and collection.is_whole:
                run.prune(prunable(part, keep))
        reports.append(run.report)
        code = tell(session, folder, run.report) or code
        made[key] = _present(run.report)
    page = pack.page(cases, recueil, wanted.people, wanted.paper, made)
    top = {handout_kinds.file_name(page.name, fmt): writers[fmt](page) for fmt in ("html", "pdf")}
    names = [
        f"{handout_kinds.PACK_FOLDERS[key][recueil.langue]}/{name}" for key, files in made.items() for name in files
    ]
    top[f"{handout_kinds.PACK_ARCHIVE[recueil.langue]}.zip"] = pack.archive(output, names, top)
    with OutputFolder(output).open(force=force) as run:
        for name, data in top.items():
            run.write(name, data)
    reports.append(run.report)
    code = tell(session, output, run.report) or code
    sum_up(session, collection.folder, output, reports, output / f"{page.name}.html")
    return code


def _present(report: Report) -> list[str]:
    """Return the files of coopform in a folder after a run; files of others are left out."""
    return sorted([*report.written, *report.unchanged, *report.edited])
