"""Read a folder of case files: the case in each file, and the problems of each file."""

import os
from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import NamedTuple

from coopform.casefile import reader
from coopform.casefile.advice import advise
from coopform.casefile.links import OUTSIDE, leads_out
from coopform.casefile.source import Source
from coopform.casefile.text_file import read_source
from coopform.collection.folder import (
    RECUEIL_NAME,
    FileMissing,
    FolderMissing,
    case_id,
    case_paths,
    folder_of,
    is_case_name,
    is_lookalike,
    lookalikes,
    true_name,
)
from coopform.model.case import Case, Recueil
from coopform.model.identifiers import RESERVED_IDS
from coopform.problems import catalogue
from coopform.problems.problem import Problem, of_file

# The problem code of a subfolder that cannot be listed: its cases are unknown.
UNLISTED = "folder-forbidden"


class CaseFile(NamedTuple):
    """A file of the collection.

    Attributes:
        path: the file.
        id: the case's ID, made from the file's name.
        case: the case in the file, None when the file has an error.
        problems: errors and warnings, in the order of the text.
    """

    path: Path
    id: str
    case: Case | None
    problems: tuple[Problem, ...] = ()

    @property
    def is_broken(self) -> bool:
        """Whether the file has an error, so that its case cannot be used."""
        return self.case is None


@dataclass(frozen=True, slots=True)
class Collection:
    """The case files of a folder, sorted by ID, broken ones included.

    `unread` has a problem for each file whose extension hides a case (`tridan.yaml.txt`).
    """

    folder: Path
    files: tuple[CaseFile, ...]
    recueil: Recueil = field(default_factory=Recueil)
    recueil_problems: tuple[Problem, ...] = ()
    has_recueil: bool = False
    unread: tuple[Problem, ...] = ()

    @property
    def file_count(self) -> int:
        """How many files were read, `_recueil.yaml` included."""
        return len(self.files) + self.has_recueil

    @property
    def cases(self) -> tuple[Case, ...]:
        """The cases without errors, sorted by ID."""
        return tuple(file.case for file in self.files if file.case is not None)

    @property
    def broken(self) -> tuple[CaseFile, ...]:
        """The files that have an error."""
        return tuple(file for file in self.files if file.is_broken)

    @property
    def is_whole(self) -> bool:
        """Whether every subfolder could be listed; if not, a missing case may still exist."""
        return all(problem.code != UNLISTED for file in self.files for problem in file.problems)

    @property
    def problems(self) -> tuple[Problem, ...]:
        """All problems of the folder, file by file."""
        in_files = tuple(problem for file in self.files for problem in file.problems)
        return self.recueil_problems + in_files + self.unread


def read_collection(folder: Path, *, ids: Container[str] | None = None, advice: bool = True) -> Collection:
    """Read the cases of a folder.

    Args:
        folder: the folder with the case files, also in its subfolders, and `_recueil.yaml`.
        ids: the IDs of the cases to read; all cases by default.
        advice: also look for warnings, which takes longer.

    Returns:
        The cases and all problems; a broken file does not affect the others.

    Raises:
        FolderMissing: there is no such folder, or it cannot be listed.
    """
    return replace(open_folder(folder), files=tuple(case_files(folder, ids=ids, advice=advice)))


def open_folder(folder: Path) -> Collection:
    """Return the collection of a folder without its case files, which `case_files` yields one by one.

    Raises:
        FolderMissing: there is no such folder, or it cannot be listed.
    """
    if not folder.is_dir() or not os.access(folder, os.R_OK | os.X_OK):
        raise FolderMissing(folder)
    path = folder / RECUEIL_NAME
    recueil, problems = _read_recueil(path)
    unread = tuple(_unread(path) for path in lookalikes(folder))
    return Collection(folder, (), recueil, problems, os.path.lexists(path), unread)


def case_files(folder: Path, *, ids: Container[str] | None = None, advice: bool = True) -> Iterator[CaseFile]:
    """Read the case files of a folder one by one, sorted by ID.

    Args:
        folder: the folder with the case files, also in its subfolders.
        ids: as in `read_collection`.
        advice: as in `read_collection`.

    Yields:
        Each file. Files that share an ID are all broken, with a problem that names another of them.
    """
    by_id: dict[str, list[Path]] = {}
    for path in case_paths(folder):
        # A link or a subfolder that cannot be read has no ID: a case of the same name stays usable.
        by_id.setdefault(case_id(path) if is_case_name(path.name) else "", []).append(path)
    for identifier in sorted(by_id):
        if ids is not None and identifier not in ids:
            continue
        paths = by_id[identifier]
        for number, path in enumerate(paths):
            file = _read_case_file(path, identifier, folder, advice=advice)
            yield refuse_same_id(file, paths[number - 1]) if identifier and len(paths) > 1 else file


def _read_case_file(path: Path, identifier: str, folder: Path, *, advice: bool) -> CaseFile:
    source = _read_source(path, identifier, folder)
    if isinstance(source, Problem):
        return CaseFile(path, identifier, None, (source,))
    return CaseFile(path, identifier, *_case_and_problems(source, identifier, advice=advice))


def refuse_same_id(file: CaseFile, other: Path) -> CaseFile:
    """Return a file as broken because `other` has the same ID."""
    problem = of_file(str(file.path), "same-id", id=file.id, other=str(other))
    return CaseFile(file.path, file.id, None, (problem, *file.problems))


def _unread(path: Path) -> Problem:
    return of_file(str(path), "hidden-ending", right=true_name(path))


def read_path(path: Path) -> Collection:
    """Read a folder as a collection, or a file as a collection of one.

    Raises:
        FileMissing: the path does not exist.
        FolderMissing: the folder cannot be listed.
    """
    if not os.path.lexists(path):
        raise FileMissing(path)
    if path.is_dir():
        return read_collection(path)
    if path.name == RECUEIL_NAME:
        recueil, problems = _read_recueil(path)
        return Collection(path.parent, (), recueil, problems, has_recueil=True)
    return Collection(path.parent, (read_file(path),))


def read_file(path: Path) -> CaseFile:
    """Read one case file.

    Args:
        path: the file. A link is followed if its target is in the nearest parent folder `cases/`, or in the folder
            of the link if there is no `cases/`.

    Returns:
        The file with its case, or with None, and its problems in the order of the text. A missing or unreadable file
        is a problem, too.
    """
    if is_lookalike(path):
        return CaseFile(path, case_id(path), None, (_unread(path),))
    folder = folder_of(path)
    if leads_out(path.parent, folder):
        return CaseFile(path, case_id(path), None, (of_file(str(path), OUTSIDE),))
    return _read_case_file(path, case_id(path), folder, advice=True)


def _read_source(path: Path, identifier: str, folder: Path) -> Source | Problem:
    """Return the text of a case file, or the problem because of which it cannot be read."""
    if not is_case_name(path.name) and path.is_dir():
        return of_file(str(path), OUTSIDE if path.is_symlink() else UNLISTED)
    return _name_problem(path, identifier) or read_inside(path, folder)


def read_inside(path: Path, folder: Path) -> Source | Problem:
    """Read a file like `read_source`, but refuse a link to a target outside the folder."""
    read = read_source(path)
    if isinstance(read, Source) and read.is_link and leads_out(path, folder):
        return of_file(str(path), OUTSIDE)
    return read


def problems_of(source: Source) -> tuple[Problem, ...]:
    """Return the problems of a text; its path tells whether it is a case or `_recueil.yaml`."""
    path = Path(source.path)
    if path.name == RECUEIL_NAME:
        return _recueil_of(source)[1]
    return _case_and_problems(source, case_id(path), advice=True)[1]


def _case_and_problems(source: Source, identifier: str, *, advice: bool) -> tuple[Case | None, tuple[Problem, ...]]:
    """Return the case of a text, None if it has an error, and the problems of the text."""
    read = reader.read_case(source, identifier)
    problems = read.problems
    if read.value is not None and advice:
        problems = sorted([*problems, *advise(read.value, read.spans)])
    return read.value, tuple(problems)


def _name_problem(path: Path, identifier: str) -> Problem | None:
    if not identifier:
        return of_file(str(path), "bad-name")
    if identifier in RESERVED_IDS:
        return of_file(str(path), "reserved-name", id=identifier)
    return None


def _read_recueil(path: Path) -> tuple[Recueil, tuple[Problem, ...]]:
    if not os.path.lexists(path):
        return Recueil(), ()
    source = read_inside(path, path.parent)
    if isinstance(source, Problem):
        return Recueil(), (source,)
    return _recueil_of(source)


def _recueil_of(source: Source) -> tuple[Recueil, tuple[Problem, ...]]:
    read = reader.read_recueil(source)
    return read.value or Recueil(), tuple(read.problems)


def errors(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Return the problems that are errors."""
    return tuple(problem for problem in problems if catalogue.is_error(problem))
