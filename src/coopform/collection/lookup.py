"""Find one case by what the user typed: its ID, title, file path, or a unique prefix or part of its ID."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from coopform.collection.collection import CaseFile, Collection, read_file, refuse_same_id
from coopform.collection.folder import CASES_FOLDER, RECUEIL_NAME, SUFFIXES, FileMissing, case_id, true_name
from coopform.failures import CoopformError
from coopform.model.case import Case
from coopform.text.folding import fold, nearest, slug

# What people type between two cases, folded; none of them is a part of an ID that is meant.
BETWEEN = frozenset(("et", "contre", "avec", "ou", "puis", "vs", "versus", "and", "with", "or"))
# Titles with more words are not looked for among words without quotes.
_MOST_WORDS = 15
# A part of an ID is short: one wrong letter in four, and no other word.
_LIKE_PART = 0.75
_MOST_NEAR = 5


@dataclass
class UnknownCase(CoopformError):
    """No case of `folder` matches `name`; `near` are similar IDs, `ids` all IDs."""

    name: str
    near: Sequence[str]
    ids: Sequence[str]
    folder: Path


@dataclass
class AmbiguousCase(CoopformError):
    """Several cases match `name`: `candidates` are their IDs."""

    name: str
    candidates: Sequence[str]


@dataclass
class NotSeparated(CoopformError):
    """Words between the names, commas or titles without quotes; `ids` are those of the cases that seem to be meant."""

    ids: Sequence[str]


@dataclass
class FolderNamed(CoopformError):
    """What was named is a folder and not a case."""

    path: Path


@dataclass
class RecueilNamed(CoopformError):
    """What was named is the `_recueil.yaml` of the collection and not a case."""

    path: Path


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
        FolderNamed: the name is that of a folder.
        RecueilNamed: the name is that of `_recueil.yaml`.
    """
    return _case_in(find_file(name, collection))


def find_cases(names: Sequence[str], collection: Collection) -> list[Case]:
    """Return the cases that match the names, each once; see `find_case` and `find_files`.

    Raises:
        BrokenCase: also if two names match different files with the same ID.
    """
    found: dict[str, CaseFile] = {}
    for file in find_files(names, collection):
        case = _case_in(file)
        known = found.setdefault(file.id, file)
        if known.case != case:
            raise BrokenCase(refuse_same_id(file, known.path))
    return [file.case for file in found.values() if file.case is not None]


def _case_in(file: CaseFile) -> Case:
    if file.path.name == RECUEIL_NAME:
        raise RecueilNamed(file.path)
    if file.case is None:
        raise BrokenCase(file)
    return file.case


def find_files(names: Sequence[str], collection: Collection) -> list[CaseFile]:
    """Return the file for each name, broken or not; see `find_case`.

    Raises:
        NotSeparated: a name matches no case, or several, and cases are found among the words of all names.
    """
    try:
        return [find_file(name, collection) for name in names]
    except (UnknownCase, AmbiguousCase) as failure:
        meant = _among_words(names, collection)
        if meant:
            raise NotSeparated(meant) from failure
        raise


def _among_words(names: Sequence[str], collection: Collection) -> list[str]:
    """Return the IDs of the cases that the words of some names are; empty if any word is of no case."""
    words = [word for word in re.split(r"[\s,;]+", " ".join(names)) if slug(word) and fold(word) not in BETWEEN]
    ids: list[str] = []
    while words:
        ends = range(min(len(words), _MOST_WORDS), 0, -1)
        whole = next((end for end in ends if _by_whole_name(slug(" ".join(words[:end])), collection)), 1)
        try:
            ids.append(_by_id(" ".join(words[:whole]), collection).id)
        except (UnknownCase, AmbiguousCase):
            return []
        del words[:whole]
    return list(dict.fromkeys(ids))


def find_file(name: str, collection: Collection) -> CaseFile:
    """Return the file of a case, broken or not, or that of the collection, `_recueil`; see `find_case`.

    Raises:
        FolderNamed: the name is that of a folder.
    """
    if name in (RECUEIL_NAME, Path(RECUEIL_NAME).stem):
        return _by_path(collection.folder / RECUEIL_NAME, collection)
    return _by_path(Path(name), collection) if is_path(name) else _by_id(name, collection)


def _by_path(path: Path, collection: Collection) -> CaseFile:
    if path.is_dir():
        raise FolderNamed(path)
    if path.exists() or path.is_symlink():
        return read_file(path)
    # Not relative to the current folder: « tridan.yaml » and « cases/tridan.yaml » may be files of the collection.
    if path.parent.name in ("", CASES_FOLDER):
        named = [known for known in collection.files if known.path.name == path.name]
        named += [known for known in collection.files if known.id == case_id(path)]
        if hidden := _hidden(case_id(path), collection):
            named.append(hidden)
        if named:
            return named[0]
    raise FileMissing(path)


def _by_whole_name(asked: str, collection: Collection) -> CaseFile | None:
    """Return the file whose ID, or title as an ID, is the one asked for."""
    for file in collection.files:
        if file.id == asked:
            return file
    # A title of signs alone has an empty slug, and names nothing.
    titled = [file for file in collection.files if asked and file.case and asked in map(slug, _titles(file.case))]
    return titled[0] if len(titled) == 1 else None


def _by_id(name: str, collection: Collection) -> CaseFile:
    asked = slug(name)
    whole = _by_whole_name(asked, collection)
    if whole:
        return whole
    files = {file.id: file for file in collection.files}
    part = "" if fold(name) in BETWEEN else asked
    candidates = [identifier for identifier in files if part and identifier.startswith(part)]
    candidates = candidates or [identifier for identifier in files if part and part in identifier]
    if len(candidates) == 1:
        return files[candidates[0]]
    if candidates:
        raise AmbiguousCase(name, candidates)
    if hidden := _hidden(asked, collection):
        return hidden
    if name and Path(name).is_dir():
        raise FolderNamed(Path(name))
    recueil = collection.folder / RECUEIL_NAME
    if f"_{asked}" == recueil.stem and recueil.is_file():
        return _by_path(recueil, collection)
    raise UnknownCase(name, _near(part, list(files)), list(files), collection.folder)


def _hidden(identifier: str, collection: Collection) -> CaseFile | None:
    """Return the file whose ending hides the case of this ID."""
    hidden = (Path(problem.path) for problem in collection.unread)
    return next((read_file(path) for path in hidden if case_id(Path(true_name(path))) == identifier), None)


def _near(typed: str, ids: list[str]) -> list[str]:
    """Return the ID nearest to a name, or else those with a part that is: « colines » for `pays-des-collines`."""
    whole = nearest(typed, ids)
    if whole:
        return whole
    words = typed.count("-") + 1
    parts: dict[str, list[str]] = {}
    for identifier in ids:
        split = identifier.split("-")
        for start in range(len(split) - words + 1):
            parts.setdefault("-".join(split[start : start + words]), []).append(identifier)
    found = nearest(typed, list(parts), likeness=_LIKE_PART)
    return list(dict.fromkeys(parts[found[0]]))[:_MOST_NEAR] if found else []
