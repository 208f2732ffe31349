"""One run of `check`: all problems of the files and folders at some paths."""

from pathlib import Path

from coopform.casefile import reader
from coopform.casefile.source import Source
from coopform.checking.logo import check_logo
from coopform.checking.unread_files import unread_files
from coopform.collection.collection import case_files, open_folder, read_inside, read_path, refuse_same_id
from coopform.collection.folder import RECUEIL_NAME, case_id
from coopform.collection.namesakes import Namesakes, canonical_path
from coopform.problems.problem import Problem, of_file
from coopform.text.folding import fold


class CheckRun:
    """Checks each file once, even if several paths lead to it; keeps no case in memory."""

    def __init__(self, folder: Path | None) -> None:
        """Take the folder of cases in use, if any: the ID of a file in it is compared with those of its other files."""
        self._namesakes = Namesakes(folder)
        self._seen: set[Path] = set()

    def problems_under(self, path: Path) -> tuple[int, list[Problem]]:
        """Return how many files are at a path, and all their problems, file by file.

        Files already checked through an earlier path are left out. The ID of a single file is compared with those of
        its folder, so that it has the same problems as when the folder is checked.

        Raises:
            FileMissing: there is nothing at that path.
            FolderMissing: the folder cannot be listed.
        """
        return self._of_folder(path) if path.is_dir() else self._of_file(path)

    def _of_file(self, path: Path) -> tuple[int, list[Problem]]:
        if not self._is_new(canonical_path(path)):
            return 0, []
        found = read_path(path)
        problems = [*found.problems, *check_logo(found.folder, found.recueil)]
        other = self._namesakes.other(path) if found.files else None
        return found.file_count, list(refuse_same_id(found.files[0], other).problems) if other else problems

    def _of_folder(self, path: Path) -> tuple[int, list[Problem]]:
        place = path.resolve()
        if not self._is_new(place):
            return 0, []
        around = open_folder(path)
        count, problems = 0, []
        if self._is_new(place / RECUEIL_NAME):
            count, problems = around.file_count, [*around.recueil_problems, *check_logo(path, around.recueil)]
        titles: dict[str, Path] = {}
        for file in case_files(path):
            other = titles.setdefault(fold(file.case.titre), file.path) if file.case else file.path
            if self._is_new(place / file.path.relative_to(path)):
                count += 1
                problems += file.problems
                if other is not file.path:
                    problems.append(_same_title(file.path, path, other))
        return count, [*problems, *around.unread, *unread_files(path)]

    def _is_new(self, place: Path) -> bool:
        is_new = place not in self._seen
        self._seen.add(place)
        return is_new


def _same_title(path: Path, folder: Path, other: Path) -> Problem:
    """Return the warning at the title of a case; at the beginning of its file, if somebody changed it meanwhile."""
    source = read_inside(path, folder)
    if not isinstance(source, Source):
        return of_file(str(path), "same-title", other=str(other))
    return reader.read_case(source, case_id(path)).spans.problem("same-title", ("titre",), other=str(other))
