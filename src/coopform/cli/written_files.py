"""Write the documents of a run, and report what became of each file."""

import os
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from pathlib import Path
from typing import TYPE_CHECKING

from coopform.cli.progress import Progress
from coopform.cli.session import DONE, MISUSE, Session
from coopform.text.characters import shown_name

if TYPE_CHECKING:
    from coopform.collection.collection import Collection
    from coopform.handouts.render_run import Wanted
    from coopform.model.case import Case
    from coopform.outputs.folder import Report
    from coopform.rendering.formats import Maker


def write_documents(
    session: Session,
    folder: Path,
    cases: "Sequence[Case]",
    collection: "Collection",
    wanted: "Wanted",
    writers: "Mapping[str, Maker]",
    *,
    force: bool,
    progress: Progress,
    keep: AbstractSet[str] = frozenset(),
) -> "Report":
    """Write the documents of a run; one on all cases also removes the sheets of cases that are gone.

    Cases whose sheet takes more than one sheet of paper are named. The documents on the cases of the IDs to keep are
    not removed.
    """
    from coopform.handouts.due_files import due_files, prunable
    from coopform.handouts.sheet import long_sheet
    from coopform.outputs.folder import OutputFolder

    long_sheets: list[tuple[str, int]] = []
    with OutputFolder(folder).open(force=force) as run:
        for file in due_files(cases, collection.recueil, wanted):
            progress.step(file.name)
            run.write(file.name, writers[file.fmt](file.document))
            if found := long_sheet(file):
                long_sheets.append(found)
        if wanted.is_whole and collection.is_whole:
            run.prune(prunable(wanted, keep))
    progress.clear()
    for identifier, count in dict.fromkeys(long_sheets):
        session.say(session.translate("{id}: this sheet takes {count} sheets of paper", id=identifier, count=count))
    return run.report


def tell(session: Session, folder: Path, report: "Report") -> int:
    """Say what became of each file of a folder; return the exit code."""
    t = session.translate

    def shown(name: str) -> str:
        return shown_name(folder / name)

    for label, names in ((t("written"), report.written), (t("removed"), report.removed)):
        for name in names:
            session.give(f"{label:<10} {shown(name)}")
    for name, kept in report.backups.items():
        session.say(t("{path} was replaced: the old file is {kept}", path=shown(name), kept=shown_name(kept)))
    for name in report.edited:
        session.say(t("kept: {path} was edited. To replace it: --force", path=shown(name)))
    for name in report.outdated:
        session.say(
            t("kept: {path} was edited, but its case is missing here. Move it to another folder", path=shown(name))
        )
    for name in report.foreign:
        session.say(t("kept: {path} was not made by coopform. To replace it: --force", path=shown(name)))
    return MISUSE if report.foreign else DONE


def sum_up(session: Session, cases: Path, folder: Path, reports: Sequence["Report"], page: Path | None) -> None:
    """Say how many files were written, unchanged, removed and kept in a folder, and which to open first."""
    from coopform import resources

    t = session.translate

    written = sum(len(report.written) for report in reports)
    unchanged = sum(len(report.unchanged) for report in reports)
    removed = sum(len(report.removed) for report in reports)
    kept = sum(len([*report.edited, *report.outdated, *report.foreign]) for report in reports)
    details = [
        *([t.plural("{count} unchanged", "{count} unchanged", unchanged)] if unchanged else []),
        *([t.plural("{count} removed", "{count} removed", removed)] if removed else []),
        *([t.plural("{count} kept", "{count} kept", kept)] if kept else []),
    ]
    place, origin = shown_name(folder) + os.sep, shown_name(cases) + os.sep
    if cases == resources.cases_dir():
        said = t.plural(
            "Rendered {count} file to {folder}", "Rendered {count} files to {folder}", written, folder=place
        )
    else:
        said = t.plural(
            "Rendered {count} file from {cases} to {folder}",
            "Rendered {count} files from {cases} to {folder}",
            written,
            cases=origin,
            folder=place,
        )
    session.say(said + (f" ({', '.join(details)})" if details else ""))
    if page:
        session.say(t("To see them, open {path}", path=shown_name(page)))


def first_page(folder: Path, report: "Report") -> Path | None:
    """Return the page to open first: the index, else the page when there is only one."""
    names = [*report.written, *report.unchanged]
    pages = [name for name in names if name.endswith(".html")]
    index = next((name for name in names if name.startswith("index.")), None)
    found = index or (pages[0] if len(pages) == 1 else None)
    return folder / found if found else None
