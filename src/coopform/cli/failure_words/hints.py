"""What to type instead: sentences, each after a space, that end a message."""

import re
from collections.abc import Sequence
from pathlib import Path

from coopform.cli.as_typed import as_typed
from coopform.cli.cases import find_folder
from coopform.resources import cases_dir
from coopform.text.characters import shown_name
from coopform.text.folding import nearest
from coopform.text.i18n import Translator

# What most colleagues send, by its ending.
DOCUMENTS = (".docx", ".odt", ".pptx", ".xlsx", ".txt")
# Names of files are long: those of one kind are alike in most letters.
_LIKE_NAME = 0.75


def nearest_of(typed: str, known: Sequence[str], t: Translator, likeness: float = 0.6) -> str:
    """Return a sentence on the known word nearest to the one typed; empty without one."""
    return perhaps(nearest(typed, list(known), likeness=likeness), t)


def perhaps(near: Sequence[str], t: Translator) -> str:
    """Return a sentence on words that may be meant; empty without any."""
    if len(near) > 1:
        return " " + t("Perhaps: {names}.", names=", ".join(near))
    return " " + t("The nearest: {names}.", names=near[0]) if near else ""


def in_folder(command: str, folder: Path) -> str:
    """Return a command for a folder of cases, which is named where the command would take another one."""
    return command if folder == (find_folder(None) or cases_dir()) else f"{command} --cases {as_typed(folder)}"


def no_case(folder: Path, t: Translator) -> str:
    """Return that a folder has no case, and how to create some."""
    command = in_folder("coopform new", folder)
    said = t("There is no case in “{path}”. To create one: {command}", path=shown_name(folder), command=command)
    instead = import_instead(folder, t)
    return f"{said}\n{instead}" if instead else said


def import_instead(folder: Path, t: Translator) -> str:
    """Return a sentence on the documents of a folder that was taken for one of cases; empty if it has none."""
    if not any(name.lower().endswith(DOCUMENTS) for name in names_in(folder)):
        return ""
    return t("To create cases from the documents in it: coopform import {folder}", folder=as_typed(folder))


def names_in(folder: Path) -> list[str]:
    """Return the names in a folder, sorted; none of one that cannot be listed."""
    try:
        return sorted(path.name for path in folder.iterdir())
    except OSError:
        return []


def near_path(path: Path, t: Translator) -> str:
    """Return a sentence on what a missing path may be: the same above this folder, or one of a like name."""
    above = Path("..", path)
    if not path.is_absolute() and above.exists():
        found = [above]
    else:
        near = nearest(path.name, names_in(path.parent), likeness=_LIKE_NAME)
        found = [path.with_name(name) for name in near]
    return " " + t("Did you mean “{name}”?", name=shown_name(found[0])) if found else ""


def repeated(option: str, value: str, t: Translator) -> str:
    """Return how to give an option several values, typed with commas as one; empty without commas."""
    values = [part.strip() for part in re.split("[,;]", value) if part.strip()]
    if len(values) < 2:
        return ""
    example = " ".join(f"{option} {as_typed(part)}" for part in values)
    return " " + t("For several values, repeat the option: {example}", example=example)
