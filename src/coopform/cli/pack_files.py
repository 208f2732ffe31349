"""The files of `coopform pack`: three folders, the order for the prints, a first page, and an archive of it all."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from coopform.cli.look import look
from coopform.cli.memory import collect_cycles
from coopform.cli.missing_letters import say_missing_letters
from coopform.cli.progress import Progress, progress
from coopform.cli.session import DONE, Session
from coopform.cli.written_files import sum_up, tell, write_documents
from coopform.collection.collection import Collection
from coopform.collection.folder import case_id, true_name
from coopform.handouts import pack
from coopform.handouts.documents import Content, Document
from coopform.handouts.due_files import count_files
from coopform.handouts.print_order import print_order
from coopform.handouts.render_run import Wanted
from coopform.model import handout_kinds
from coopform.model.case import Case
from coopform.model.handout_kinds import KINDS, file_name
from coopform.outputs.folder import OutputFolder, Report
from coopform.rendering.formats import Maker, has_docx, has_pptx, makers
from coopform.rendering.pdf.page_sizes import page_sizes
from coopform.text.characters import visible
from coopform.text.languages import in_language

# Made of the files in the folders.
_TOP = [kind for kind in KINDS.values() if kind.is_of_files]


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
    """Write the pack of these cases, its booklet with all of the collection; say what became of each file.

    Returns:
        The exit code.
    """
    collect_cycles()
    docx, pptx = has_docx(), has_pptx()
    formats = ["html", "pdf", "docx" if docx else "markdown", *(["pptx"] if pptx else [])]
    its_look = look(session, collection)
    writers = makers(formats, its_look, engine)
    _say_what_is_lacking(session, docx=docx, pptx=pptx)
    wanted = replace(wanted, collection_cases=tuple(collection.cases))
    parts = dict(pack.folders(wanted, docx=docx, pptx=pptx))
    reports: dict[Path, Report] = {}
    made: dict[str, list[str]] = {}
    with progress(
        sum(count_files(cases, part) for part in parts.values()) + sum(len(kind.formats) for kind in _TOP)
    ) as shown:
        for key, part in parts.items():
            folder = output / in_language(handout_kinds.PACK_FOLDERS[key], collection.recueil.langue)
            report = write_documents(session, folder, cases, collection, part, writers, force=force, progress=shown)
            reports[folder], made[key] = report, _present(report)
        printed = {name: page_sizes((next(iter(reports)) / name).read_bytes()) for name in made["print"]}
        order = print_order(cases, collection.recueil, wanted, printed)
        first = pack.page(cases, collection.recueil, file_name(order.name, "pdf"), made, _missing(collection))
        reports[output] = _write_top(output, [order, first], made, writers, shown, force=force)
    code = max([tell(session, folder, report) for folder, report in reports.items()], default=DONE)
    say_missing_letters(session, collection.cases, its_look)
    sum_up(session, collection.folder, output, [*reports.values()], output / file_name(first.name, "html"))
    return code


def say_missing(session: Session, collection: Collection) -> None:
    """Say which cases of the collection are missing from the pack, as their files have an error."""
    missing = _missing(collection)
    if not missing:
        return
    t, names = session.translate, ", ".join(map(visible, missing))
    said = t.plural(
        "Careful: {count} case of the collection is missing from this kit: {names}",
        "Careful: {count} cases of the collection are missing from this kit: {names}",
        len(missing),
        names=names,
    )
    session.say("")
    session.say(said)


def _missing(collection: Collection) -> list[str]:
    """Return the IDs of the cases of a collection whose files cannot be read, or are hidden by their ending."""
    hidden = [case_id(Path(true_name(Path(problem.path)))) for problem in collection.unread]
    return sorted([*(broken.id for broken in collection.broken), *hidden])


def _say_what_is_lacking(session: Session, *, docx: bool, pptx: bool) -> None:
    t = session.translate
    if not docx:
        session.say(t('The copies to edit are Markdown. For Word: pip install "coopform[docx]"'))
    if not pptx:
        session.say(t('The slides are HTML and PDF. For PowerPoint: pip install "coopform[office]"'))
    session.say(t("Printing to PDF takes a few seconds per document."))


def _write_top(
    output: Path,
    documents: Sequence[Document[Content]],
    made: Mapping[str, Sequence[str]],
    writers: Mapping[str, Maker],
    shown: Progress,
    *,
    force: bool,
) -> Report:
    """Write the order, the first page and the archive of all files."""
    language = documents[0].language
    top: dict[str, bytes] = {}
    for document in documents:
        for fmt in KINDS[document.kind].formats:
            name = file_name(document.name, fmt)
            shown.step(name)
            top[name] = writers[fmt](document)
    names = [
        f"{in_language(handout_kinds.PACK_FOLDERS[key], language)}/{name}"
        for key, files in made.items()
        for name in files
    ]
    top[f"{in_language(handout_kinds.PACK_ARCHIVE, language)}.zip"] = pack.archive(output, names, top)
    with OutputFolder(output).open(force=force) as run:
        for name, data in top.items():
            run.write(name, data)
    return run.report


def _present(report: Report) -> list[str]:
    """Return the files of coopform in a folder after a run; files of others are left out."""
    return sorted([*report.written, *report.unchanged, *report.edited])
