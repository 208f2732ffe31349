"""A folder of case files: what each holds, and what is wrong with it."""

import os
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import NamedTuple

from coopform.casefile import reader
from coopform.casefile.advice import advise
from coopform.casefile.links import OUTSIDE, leads_out
from coopform.casefile.source import Source, read_source
from coopform.collection.folder import (
    RECUEIL_NAME,
    RESERVED_IDS,
    FileMissing,
    FolderMissing,
    case_id,
    case_paths,
    folder_of,
    is_case_name,
    lookalikes,
)
from coopform.model.case import Case, Recueil
from coopform.outputs.batches import batches
from coopform.problems import catalogue
from coopform.problems.problem import Problem, of_file

# The code of a subfolder that cannot be listed: which cases it holds is not known.
UNLISTED = "folder-forbidden"

# How many files are read and understood, step by step, before the first is handed on: with one thing done many times in
# a row, reading takes a fifth less than file by file, and a search a third.
_AT_ONCE = 32


class CaseFile(NamedTuple):
    """A file of the collection.

    Attributes:
        path: the file.
        id: the case's ID, made from the file's name.
        case: what it holds, or None when it is broken.
        problems: errors and warnings, in the order of the text.
    """

    path: Path
    id: str
    case: Case | None
    problems: tuple[Problem, ...] = ()

    @property
    def is_broken(self) -> bool:
        """Return whether an error keeps the case from being used."""
        return self.case is None


@dataclass(frozen=True, slots=True)
class Collection:
    """Cases read from a folder, by ID; broken files stay beside the good ones.

    `unread` names the files that look like cases but for their ending.
    """

    folder: Path
    files: tuple[CaseFile, ...]
    recueil: Recueil = field(default_factory=Recueil)
    recueil_problems: tuple[Problem, ...] = ()
    has_recueil: bool = False
    unread: tuple[Problem, ...] = ()

    @property
    def file_count(self) -> int:
        """How many files were read, `_recueil.yaml` among them."""
        return len(self.files) + self.has_recueil

    @property
    def cases(self) -> tuple[Case, ...]:
        """The cases that can be used, in the order of their IDs."""
        return tuple(file.case for file in self.files if file.case is not None)

    @property
    def broken(self) -> tuple[CaseFile, ...]:
        """The files that hold an error."""
        return tuple(file for file in self.files if file.is_broken)

    @property
    def is_whole(self) -> bool:
        """Whether every subfolder could be listed: only then is a case that is not there gone."""
        return all(problem.code != UNLISTED for file in self.files for problem in file.problems)

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Every problem of the folder, file by file."""
        in_files = tuple(problem for file in self.files for problem in file.problems)
        return self.recueil_problems + in_files + self.unread


def read_collection(folder: Path, *, ids: Container[str] | None = None, advice: bool = True) -> Collection:
    """Read the cases of a folder.

    Args:
        folder: where the case files stand, in subfolders too, and `_recueil.yaml`.
        ids: the cases to read; all of them when not given.
        advice: look for warnings too; without them the cases are had for less.

    Returns:
        The cases, and every problem of every file: a file that is broken does not keep the others out.

    Raises:
        FolderMissing: there is no such folder, or it cannot be listed.
    """
    return replace(open_folder(folder), files=tuple(case_files(folder, ids=ids, advice=advice)))


def open_folder(folder: Path) -> Collection:
    """Return the collection of a folder without its files, which `case_files` yields one by one.

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
    """Yield the files of a folder by ID, some read at once: whoever keeps none needs memory for these.

    Args:
        folder: where the case files stand, in subfolders too.
        ids: as in `read_collection`.
        advice: as in `read_collection`.

    Yields:
        Of files with the same ID each names another, and none is used.
    """
    by_id: dict[str, list[Path]] = {}
    for path in case_paths(folder):
        # A folder that is only named has no ID: it keeps no case of that name from being used.
        by_id.setdefault(case_id(path) if is_case_name(path.name) else "", []).append(path)
    wanted = [identifier for identifier in sorted(by_id) if ids is None or identifier in ids]
    named = ((identifier, path) for identifier in wanted for path in by_id[identifier])
    for batch in batches(named, _AT_ONCE):
        for file in _read_files(batch, folder, advice=advice):
            same = by_id[file.id]
            yield refuse_same_id(file, same[same.index(file.path) - 1]) if len(same) > 1 and file.id else file


def _read_files(named: Sequence[tuple[str, Path]], folder: Path, *, advice: bool) -> list[CaseFile]:
    """Return what files of a folder hold, in order."""
    return [
        _file_of(path, identifier, _read_source(path, identifier, folder), advice=advice) for identifier, path in named
    ]


def refuse_same_id(file: CaseFile, other: Path) -> CaseFile:
    """Return a file whose ID another has too: it names the other, and is not used."""
    problem = of_file(str(file.path), "same-id", id=file.id, other=str(other))
    return CaseFile(file.path, file.id, None, (problem, *file.problems))


def _unread(path: Path) -> Problem:
    right = path.name[: -len(".txt")]
    return of_file(str(path), "hidden-ending", right=right)


def read_path(path: Path) -> Collection:
    """Read what a path names: a folder as a collection, a file as a collection of one.

    Raises:
        FileMissing: nothing stands at that path.
        FolderMissing: a folder that cannot be listed.
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
        path: the file; one that is missing or cannot be read is told among the problems, too. A link is followed
            inside the nearest folder `cases/` above it, else inside the folder in which it stands.

    Returns:
        The file, its case or None, and its problems in the order of the text.
    """
    folder = folder_of(path)
    if leads_out(path.parent, folder):
        return CaseFile(path, case_id(path), None, (of_file(str(path), OUTSIDE),))
    return _read_files([(case_id(path), path)], folder, advice=True)[0]


def _read_source(path: Path, identifier: str, folder: Path) -> Source | Problem:
    """Return the text of a case file of a folder, or the one problem that keeps it from being read."""
    if not is_case_name(path.name) and path.is_dir():
        return of_file(str(path), OUTSIDE if path.is_symlink() else UNLISTED)
    return _name_problem(path, identifier) or read_inside(path, folder)


def read_inside(path: Path, folder: Path) -> Source | Problem:
    """Read a file as `read_source` does, unless it is a link that leads out of a folder."""
    read = read_source(path)
    if isinstance(read, Source) and read.is_link and leads_out(path, folder):
        return of_file(str(path), OUTSIDE)
    return read


def _file_of(path: Path, identifier: str, source: Source | Problem, *, advice: bool) -> CaseFile:
    if isinstance(source, Problem):
        return CaseFile(path, identifier, None, (source,))
    return CaseFile(path, identifier, *_case_and_problems(source, identifier, advice=advice))


def problems_of(source: Source) -> tuple[Problem, ...]:
    """Return the problems of a text as the file of that path, a case or `_recueil.yaml`."""
    path = Path(source.path)
    if path.name == RECUEIL_NAME:
        return _recueil_of(source)[1]
    identifier = case_id(path)
    return _case_and_problems(source, identifier, advice=True)[1]


def _case_and_problems(source: Source, identifier: str, *, advice: bool) -> tuple[Case | None, tuple[Problem, ...]]:
    """Return the case that a text holds, None when it is broken, and its problems."""
    read = reader.read_case(source, identifier)
    problems = read.problems
    if read.value is not None and advice:
        problems = sorted([*problems, *advise(read.value, read.places)])
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
