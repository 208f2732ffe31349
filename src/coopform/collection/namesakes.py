"""Files of a collection that have the same ID: what reading its folder shows, and reading one file does not."""

import os
from pathlib import Path

from coopform.collection.folder import CASES_FOLDER, RECUEIL_NAME, case_id, case_paths, is_case_name


class Namesakes:
    """Finds the file that has the ID of another; the names of a collection are read once."""

    def __init__(self, folder: Path | None = None) -> None:
        """Take the folder of cases in use, if there is one: it may have any name."""
        self._folder = folder.resolve() if folder else None
        self._by_id: dict[Path, dict[str, list[Path]]] = {}

    def other(self, path: Path) -> Path | None:
        """Return another file of the collection of `path` that has the same ID, None when there is none."""
        identifier = case_id(path)
        if not identifier or not is_case_name(path.name):
            return None
        place = place_of(path)
        # A file may lie in a folder that is not part of the collection, as one whose name begins with `_`.
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


def place_of(path: Path) -> Path:
    """Return the place of a file, the same for all paths that lead to it; of a link its own place, not its target."""
    return path.parent.resolve() / path.name


def _named_as(other: Path, path: Path) -> Path:
    """Return the path of a file as the user named `path`: from here, or from the root."""
    if other.parent == path.parent.resolve():
        return path.with_name(other.name)
    return other if path.is_absolute() else Path(os.path.relpath(other))
