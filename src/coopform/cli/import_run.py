"""One run of `coopform import`: which documents, which cases are already there, and what is written."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from coopform.cli.cases import find_folder
from coopform.cli.failure_words.by_class import words
from coopform.cli.failure_words.say import say_failure
from coopform.cli.session import DONE, MISUSE, Session
from coopform.collection.collection import read_collection
from coopform.collection.folder import case_id, case_paths
from coopform.importing.board import Board, BoardCase, LeftAside
from coopform.importing.documents import documents_in
from coopform.importing.failures import UnreadableDocument
from coopform.importing.import_document import CaseText, import_document
from coopform.importing.labels.collection_labels import labels_of
from coopform.outputs.atomic import FileChanged, FileExists
from coopform.outputs.backups import FileIsLink, replace_keeping_old
from coopform.outputs.folder import NotAFile, write_file
from coopform.text.folding import fold


class ImportRun:
    """A run; `code` is the exit code so far, `board` what became of the documents."""

    def __init__(self, session: Session, folder: Path, *, force: bool, dry_run: bool) -> None:
        """Read what is already in the folder where cases are written.

        Raises:
            LabelsUnusable: the `_intitules.yaml` of the folder cannot be used.
        """
        self.board = Board()
        self.code = DONE
        self._session = session
        self._folder = folder
        self._case_folders = {folder, find_folder(session.cases) or folder}
        self._force = force
        self._dry_run = dry_run
        self._labels = labels_of(folder)
        self._taken: set[str] = set()
        self._named: set[Path] = set()
        self._written: set[Path] = set()
        # The first case of this run with each folded title.
        self._made: dict[str, Path] = {}
        self._by_id = {case_id(path): path for path in case_paths(folder)}
        self._by_title = _titles(folder) if self._by_id else {}

    def documents(self, names: Iterable[str]) -> Iterator[Path]:
        """Yield the documents that are named, and the files in the folders that are named."""
        for name in dict.fromkeys(names):
            path = Path(name)
            if not path.is_dir():
                self._named.add(path)
                yield path
                continue
            try:
                found = list(documents_in(path, self._case_folders))
            except OSError as failure:
                self._refuse(path, failure)
                continue
            if not found:
                self._refuse(path, UnreadableDocument(path, "no-documents"))
            yield from found

    def take(self, document: Path) -> None:
        """Import a document; if that fails, report it and go on with the others."""
        try:
            made = import_document(document, self._taken, self._labels)
        except (UnreadableDocument, OSError) as failure:
            if document in self._named:
                self._refuse(document, failure)
            else:
                self._leave_aside(document, failure)
            return
        for case in made:
            try:
                self.board.cases.append(self._place(document, case))
            except (FileChanged, FileIsLink) as failure:
                self._refuse(document, failure)

    def _refuse(self, document: Path, failure: Exception) -> None:
        """Report why a document is not imported."""
        self.code = say_failure(self._session, failure) or self.code
        self._leave_aside(document, failure, is_said=True)

    def _leave_aside(self, document: Path, failure: Exception, *, is_said: bool = False) -> None:
        reason = words(failure, self._session.translate) or str(failure)
        self.board.left_aside.append(LeftAside(document, reason, is_said=is_said))

    def _place(self, document: Path, case: CaseText) -> BoardCase:
        """Write a case, unless it is already there.

        Raises:
            FileChanged: somebody saved the case that is there meanwhile.
            FileIsLink: the case that is there is a link, which is not replaced.
        """
        # The case may be in a subfolder, have the other ending, or have been given another ID.
        there = self._by_id.get(case.id) or (
            self._by_title.get(fold(case.title)) if case.built and case.title else None
        )
        if there in self._written:
            there = None
        path = there or self._folder / f"{case.id}.yaml"
        first = self._made.setdefault(fold(case.title), path) if case.title else path
        alike = None if first == path else first
        if self._dry_run:
            return BoardCase(case, document, path, there, alike=alike)
        self._folder.mkdir(parents=True, exist_ok=True)
        try:
            backup = self._write(path, case.text)
        except NotAFile:
            raise
        except FileExists:
            # As with documents that hold no case: in a folder that is imported again, what is there is no fault.
            if document in self._named:
                self.code = MISUSE
            return BoardCase(case, document, path, path, is_kept=True)
        self._written.add(path)
        return BoardCase(case, document, path, there, backup=backup, alike=alike)

    def _write(self, path: Path, text: str) -> Path | None:
        """Write a file; return the backup of the one that was replaced, if its content was another."""
        if not (self._force and path.is_file()):
            write_file(path, text)
            return None
        old, new = path.read_bytes(), text.encode("utf-8")
        return None if old == new else replace_keeping_old(path, old, new)


def _titles(folder: Path) -> dict[str, Path]:
    """Return the files of the cases of a folder by their folded titles."""
    return {fold(file.case.titre): file.path for file in read_collection(folder).files if file.case}
