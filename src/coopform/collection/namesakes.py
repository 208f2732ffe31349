"""Find files of a collection that have the same ID, also when only one of them is read."""

import os
from pathlib import Path

from coopform.collection.folder import CASES_FOLDER, RECUEIL_NAME, case_id, case_paths, is_case_name


class Namesakes:
    """Finds another file with the same ID; the file names of a collection are listed once."""

    def __init__(self, folder: Path | None) -> None:
        """Take the current folder of cases, if there is one: it need not be named `cases`."""
        self._folder = folder.resolve() if folder else None
        self._by_id: dict[Path, dict[str, list[Path]]] = {}

    def other(self, path: Path) -> Path | None:
        """Return another file with the same ID from the collection of `path`, None if there is none."""
        identifier = case_id(path)
        if not identifier or not is_case_name(path.name):
            return None
        place = canonical_path(path)
        # The folder of the file may be excluded from the collection because its name begins with `_`.
        for folder in (self._collection_of(place), place.parent):
            same = self._names(folder).get(identifier, [])
            if place in same:
                other = same[same.index(place) - 1]
                return None if other == place else _named_as(other, path)
        return None

    def _collection_of(self, place: Path) -> Path:
        if self._folder and place.is_relative_to(self._folder):
            return self._folder
        for parent in place.parents:
            if parent.name == CASES_FOLDER or os.path.lexists(parent / RECUEIL_NAME):
                return parent
        return place.parent

    def _names(self, folder: Path) -> dict[str, list[Path]]:
        if folder not in self._by_id:
            found = self._by_id.setdefault(folder, {})
            for path in case_paths(folder):
                found.setdefault(case_id(path), []).append(path)
        return self._by_id[folder]


def canonical_path(path: Path) -> Path:
    """Return the same absolute path for all paths to a file; a link is not replaced by its target."""
    return path.parent.resolve() / path.name


def _named_as(other: Path, path: Path) -> Path:
    """Return the path of `other` as the user typed `path`: relative or absolute."""
    if other.parent == path.parent.resolve():
        return path.with_name(other.name)
    return other if path.is_absolute() else Path(os.path.relpath(other))
