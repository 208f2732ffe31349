"""The templates: where they are looked for, which there are, and what one that fails says.

A folder `templates/` beside the folder of cases overrides the shipped ones, file by file.
"""

import re
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from jinja2 import TemplateSyntaxError, UndefinedError

from coopform import resources

FOLDER = "templates"
# What people may copy and change; the fonts are not for that.
_ENDINGS = (".j2", ".css")


@dataclass
class TemplateFailure(Exception):
    """A template cannot be used.

    Attributes:
        path: the template.
        line: where, from 1.
        name: the name that it uses and that does not exist, if that is the fault.
        detail: what Jinja says, in English.
    """

    path: Path
    line: int
    name: str | None
    detail: str


def own_folder(cases: Path) -> Path | None:
    """Return the place of the user's own templates for the cases of a folder; none beside the shipped cases."""
    folder = cases.absolute().parent / FOLDER
    return None if folder.resolve() == resources.templates_dir().resolve() else folder


def overriding(cases: Path) -> Path | None:
    """Return the folder that overrides the shipped templates for the cases of a folder, if there is one."""
    folder = own_folder(cases)
    return folder if folder and folder.is_dir() else None


def shipped() -> list[Path]:
    """Return the shipped templates and style sheets, by name."""
    return sorted(path for path in resources.templates_dir().iterdir() if path.suffix in _ENDINGS)


@contextmanager
def located(own: Path | None) -> Iterator[None]:
    """Turn what templates raise into a `TemplateFailure` that names the line.

    Args:
        own: the folder of the user's own templates; without one, what fails is a fault of coopform and is raised.
    """
    if own is None:
        yield
        return
    folders = [own, resources.templates_dir()]
    try:
        yield
    except TemplateSyntaxError as error:
        raise TemplateFailure(
            Path(error.filename or error.name or ""), error.lineno, None, error.message or ""
        ) from error
    except Exception as error:  # a template can fail in any way that an expression can
        place = _place(error, folders)
        if place is None:
            raise
        raise TemplateFailure(*place, _undefined(error), str(error)) from error


def _place(error: BaseException, folders: list[Path]) -> tuple[Path, int] | None:
    """Return the innermost line of a template in the traceback."""
    for frame in reversed(traceback.extract_tb(error.__traceback__)):
        path = Path(frame.filename)
        if path.parent in folders and frame.lineno:
            return path, frame.lineno
    return None


def _undefined(error: BaseException) -> str | None:
    if not isinstance(error, UndefinedError):
        return None
    quoted = re.findall(r"'([^']+)'", error.message or "")
    return quoted[-1] if quoted else None
