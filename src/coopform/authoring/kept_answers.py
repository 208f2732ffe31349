"""The answers typed so far for a case, saved after each line, so that an interrupted run loses nothing.

They are in a folder of their own among the cases. Its name keeps them out of the collection: they are no case yet.
"""

import json
from dataclasses import dataclass, field
from pathlib import Path

from coopform.collection.folder import case_id, case_paths
from coopform.model.identifiers import free_id, id_from_title
from coopform.outputs.folder import clear_leftovers, write_file

FOLDER = "_brouillons"


@dataclass(slots=True)
class KeptAnswers:
    """A case that is being typed: the lines typed for each key, and the keys whose questions are `done`."""

    path: Path
    lines: dict[str, list[str]] = field(default_factory=dict)
    done: list[str] = field(default_factory=list)

    @property
    def id(self) -> str:
        """The ID of the case."""
        return self.path.stem

    @property
    def title(self) -> str:
        """The title, or the ID if there is none."""
        return next(iter(self.lines.get("titre", ())), self.id)

    def add(self, key: str, line: str) -> None:
        """Add a line and save.

        Raises:
            OSError: they cannot be written.
        """
        self.lines.setdefault(key, []).append(line)
        self.save()

    def correct(self, key: str, line: str) -> None:
        """Replace the last line of a key, and save.

        Raises:
            OSError: they cannot be written.
        """
        self.lines[key][-1] = line
        self.save()

    def put(self, key: str, line: str) -> None:
        """Replace the lines of a key by one, and save; another title changes the ID.

        Raises:
            OSError: they cannot be written.
        """
        is_renamed = key == "titre" and line != self.title and id_from_title(line) != self.id
        self.lines[key] = [line]
        if not is_renamed:
            self.save()
            return
        before = self.path
        self.path = before.with_stem(new_id(before.parent.parent, line))
        self.save()
        before.unlink(missing_ok=True)

    def take_back(self, key: str) -> str:
        """Remove the last line of a key, save, and return it.

        Raises:
            OSError: they cannot be written.
        """
        line = self.lines[key].pop()
        self.save()
        return line

    def close(self, key: str) -> None:
        """Mark the question of a key as done, and save.

        Raises:
            OSError: they cannot be written.
        """
        self.done.append(key)
        self.save()

    def reopen(self, key: str) -> None:
        """Mark the question of a key as not done, and save.

        Raises:
            OSError: they cannot be written.
        """
        self.done = [done for done in self.done if done != key]
        self.save()

    def save(self) -> None:
        """Write the answers atomically.

        Raises:
            FolderBusy: another run writes to the folder of kept answers.
            OSError: it cannot be written.
        """
        self.path.parent.mkdir(parents=True, exist_ok=True)
        text = json.dumps({"lines": self.lines, "done": self.done}, ensure_ascii=False, indent=2)
        write_file(self.path, text, force=True, keep_old=False)

    def remove(self) -> None:
        """Remove the answers, and the folder if it was the last: its case is written."""
        self.path.unlink()
        remove_leftovers(self.path.parent.parent)


def remove_leftovers(cases: Path) -> None:
    """Remove the temporary files of a killed run from the folder of kept answers, and that folder if it is empty.

    Raises:
        FolderBusy: another run writes to the folder of kept answers.
        OSError: it cannot be read.
    """
    folder = cases / FOLDER
    if folder.is_dir():
        clear_leftovers(folder)
        if not any(folder.iterdir()):
            folder.rmdir()


def find_kept(cases: Path) -> list[KeptAnswers]:
    """Return the kept answers of a folder of cases, those saved last first; other files there are ignored."""
    found = (_read(path) for path in sorted((cases / FOLDER).glob("*.json")))
    kept = [one for one in found if one is not None]
    return sorted(kept, key=lambda one: one.path.stat().st_mtime_ns, reverse=True)


def begin_answers(cases: Path, title: str) -> KeptAnswers:
    """Return new answers with that title, with an unused ID; nothing is written yet."""
    return KeptAnswers(cases / FOLDER / f"{new_id(cases, title)}.json", {"titre": [title]}, ["titre"])


def new_id(cases: Path, title: str) -> str:
    """Return an ID made from a title that no case and no kept answers of a folder has."""
    taken = {case_id(path) for path in case_paths(cases)} | {path.stem for path in (cases / FOLDER).glob("*.json")}
    return free_id(title, taken)


def _read(path: Path) -> KeptAnswers | None:
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
        lines = {str(key): [str(line) for line in typed] for key, typed in data["lines"].items()}
        return KeptAnswers(path, lines, [str(key) for key in data["done"]]) if lines.get("titre") else None
    except (OSError, ValueError, LookupError, TypeError, AttributeError):
        return None
