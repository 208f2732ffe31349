"""`coopform render --document pack`: three folders, the page that says what to print, and all of it in one archive."""

from collections.abc import Sequence
from pathlib import Path

from coopform import documents, filenames, handouts, makers, pack
from coopform.case import Case
from coopform.cli.cases import look
from coopform.cli.memory import collect_cycles
from coopform.cli.session import DONE, Session
from coopform.cli.telling import sum_up, tell
from coopform.collection import Collection
from coopform.handouts import Wanted
from coopform.outputs import OutputFolder, Report


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
    """Write the pack and say what became of each file; return the exit code."""
    collect_cycles()
    recueil = collection.recueil
    docx = makers.has_docx()
    formats = ["html", "pdf", "docx" if docx else "markdown"]
    writers = makers.makers(formats, look(session, collection), engine)
    if not docx:
        session.say(session.translate('The copies to edit are Markdown. For Word: pip install "coopform[docx]"'))
    session.say(session.translate("Printing to PDF takes some seconds a document."))
    keep = {file.id for file in collection.broken}
    code = DONE
    reports: list[Report] = []
    made: dict[str, list[str]] = {}
    for key, part in pack.folders(wanted, docx=docx):
        folder = output / filenames.PACK_FOLDERS[key][recueil.langue]
        files = handouts.make(cases, recueil, part, writers)
        prune = handouts.prunable(part, keep) if wanted.is_whole and collection.is_whole else None
        reports.append(OutputFolder(folder).write(files, force=force, prune=prune))
        code = tell(session, folder, reports[-1]) or code
        made[key] = _present(reports[-1])
    page = documents.pack_page(cases, recueil, wanted.people, wanted.paper, made)
    top = {f"{page.name}.{fmt}": writers[fmt](page) for fmt in ("html", "pdf")}
    names = [f"{filenames.PACK_FOLDERS[key][recueil.langue]}/{name}" for key, files in made.items() for name in files]
    top[f"{filenames.PACK_ARCHIVE[recueil.langue]}.zip"] = pack.archive(output, names, top)
    reports.append(OutputFolder(output).write(top.items(), force=force))
    code = tell(session, output, reports[-1]) or code
    sum_up(session, collection.folder, output, reports, output / f"{page.name}.html")
    return code


def _present(report: Report) -> list[str]:
    """Return the files that stand in a folder after a run and belong to it; what was never ours is left out."""
    return sorted([*report.written, *report.unchanged, *report.edited])
