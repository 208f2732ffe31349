"""`coopform render --document pack`: three folders, a page on what to print, and an archive of it all."""

from collections.abc import Sequence
from pathlib import Path

from coopform.cli.cases import look
from coopform.cli.memory import collect_cycles
from coopform.cli.session import DONE, Session
from coopform.cli.written_files import sum_up, tell
from coopform.collection.collection import Collection
from coopform.handouts import pack, produce
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
        files = produce.make(cases, recueil, part, writers)
        prune = produce.prunable(part, keep) if wanted.is_whole and collection.is_whole else None
        reports.append(OutputFolder(folder).write(files, force=force, prune=prune))
        code = tell(session, folder, reports[-1]) or code
        made[key] = _present(reports[-1])
    page = pack.page(cases, recueil, wanted.people, wanted.paper, made)
    top = {handout_kinds.file_name(page.name, fmt): writers[fmt](page) for fmt in ("html", "pdf")}
    names = [
        f"{handout_kinds.PACK_FOLDERS[key][recueil.langue]}/{name}" for key, files in made.items() for name in files
    ]
    top[f"{handout_kinds.PACK_ARCHIVE[recueil.langue]}.zip"] = pack.archive(output, names, top)
    reports.append(OutputFolder(output).write(top.items(), force=force))
    code = tell(session, output, reports[-1]) or code
    sum_up(session, collection.folder, output, reports, output / f"{page.name}.html")
    return code


def _present(report: Report) -> list[str]:
    """Return the files of coopform in a folder after a run; files of others are left out."""
    return sorted([*report.written, *report.unchanged, *report.edited])
