"""Find one case by what the user typed: its ID, title, file path, or a unique prefix or part of its ID."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from coopform.collection.collection import CaseFile, Collection, read_file, refuse_same_id
from coopform.collection.folder import CASES_FOLDER, SUFFIXES, FileMissing
from coopform.failures import CoopformError
from coopform.model.case import Case
from coopform.text.folding import nearest, slug


@dataclass
class UnknownCase(CoopformError):
    """No case matches `name`; `near` are similar IDs, `ids` all IDs."""

    name: str
    near: Sequence[str]
    ids: Sequence[str]


@dataclass
class AmbiguousCase(CoopformError):
    """Several cases match `name`: `candidates` are their IDs."""

    name: str
    candidates: Sequence[str]


@dataclass
class BrokenCase(CoopformError):
    """The case has an error; `file` lists its problems."""

    exit_code = 1
    file: CaseFile


def is_path(name: str) -> bool:
    """Return whether `name` is a path and not an ID: it has a separator or the extension of a case file."""
    return "/" in name or "\\" in name or name.lower().endswith(SUFFIXES)


def _titles(case: Case) -> tuple[str, str]:
    return (case.titre, case.short_title)


def find_case(name: str, collection: Collection) -> Case:
    """Return the case that matches a name.

    Args:
        name: an ID, a path, a title, or a prefix or part of an ID.
        collection: the cases to search.

    Raises:
        UnknownCase: no case matches.
        AmbiguousCase: several IDs start with the name, or contain it.
        BrokenCase: the file of the case has an error.
        FileMissing: the path does not exist.
    """
    file = find_file(name, collection)
    if file.case is None:
        raise BrokenCase(file)
    return file.case


def find_cases(names: Iterable[str], collection: Collection) -> list[Case]:
    """Return the cases that match the names, each once; see `find_case`.

    Raises:
        BrokenCase: also if two names match different files with the same ID.
    """
    found: dict[str, CaseFile] = {}
    for name in names:
        file = find_file(name, collection)
        if file.case is None:
            raise BrokenCase(file)
        known = found.setdefault(file.id, file)
        if known.case != file.case:
            raise BrokenCase(refuse_same_id(file, known.path))
    return [file.case for file in found.values() if file.case is not None]


def find_file(name: str, collection: Collection) -> CaseFile:
    """Return the file of a case, broken or not; see `find_case`."""
    return _by_path(Path(name), collection) if is_path(name) else _by_id(name, collection)


def _by_path(path: Path, collection: Collection) -> CaseFile:
    if path.exists() or path.is_symlink():
        return read_file(path)
    # Not relative to the current folder: « tridan.yaml » and « cases/tridan.yaml » may be files of the collection.
    for known in collection.files:
        if known.path.name == path.name and path.parent.name in ("", CASES_FOLDER):
            return known
    raise FileMissing(path)


def _by_id(name: str, collection: Collection) -> CaseFile:
    files = {file.id: file for file in collection.files}
    asked = slug(name)
    if asked in files:
        return files[asked]
    titled = [file for file in collection.files if file.case and asked in map(slug, _titles(file.case))]
    if len(titled) == 1:
        return titled[0]
    candidates = [identifier for identifier in files if asked and identifier.startswith(asked)]
    candidates = candidates or [identifier for identifier in files if asked and asked in identifier]
    if len(candidates) == 1:
        return files[candidates[0]]
    if candidates:
        raise AmbiguousCase(name, candidates)
    raise UnknownCase(name, nearest(asked, list(files)), list(files))
