"""The templates: their folders, their list, and the failure of one as an error with its line.

A folder `templates/` next to the folder of cases overrides the shipped ones, file by file.
"""

import re
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from jinja2 import Environment, FileSystemLoader, TemplateSyntaxError, UndefinedError
from jinja2.loaders import split_template_path

from coopform import resources
from coopform.casefile.links import LinkLeadsOut, leads_out
from coopform.failures import CoopformError
from coopform.rendering.pages.page_limits import LimitReached, PageLimit
from coopform.rendering.pages.sandbox import NotGiven

FOLDER = "templates"
# The files that users may override; fonts are not.
_ENDINGS = (".j2", ".css")


TemplateReason = Literal["undefined", "not-given", "unfit", "depth", "other", PageLimit]


@dataclass
class TemplateFailure(CoopformError):
    """A template cannot be used.

    Attributes:
        path: the template.
        line: its line, from 1; 0 when none is known.
        reason: `undefined` or `not-given` (the name that it uses), `unfit` (a shipped template that uses it, or that it
            uses, expects another one), `depth` (deeper than Python goes), `page`, `repetition` or `steps` (a limit of
            `page_limits`), `other` for what Jinja says.
        detail: that name, or the message of Jinja, in English; for `unfit` after the place in the shipped template.
    """

    path: Path
    line: int
    reason: TemplateReason
    detail: str


def own_folder(cases: Path) -> Path | None:
    """Return the path of the user's templates for the cases of a folder; None for the shipped cases."""
    folder = cases.absolute().parent / FOLDER
    return None if folder.resolve() == resources.templates_dir().resolve() else folder


def overriding(cases: Path) -> Path | None:
    """Return the folder that overrides the shipped templates for the cases of a folder, if there is one.

    Raises:
        LinkLeadsOut: it is a link that leads out of its folder.
    """
    folder = own_folder(cases)
    if folder and leads_out(folder, folder.parent):
        raise LinkLeadsOut(folder)
    return folder if folder and folder.is_dir() else None


class OwnLoader(FileSystemLoader):
    """Finds a user's templates before the shipped ones; refuses links that lead out of the user's folder."""

    def __init__(self, own: Path) -> None:
        super().__init__([own, resources.templates_dir()])
        self._own = own

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, Callable[[], bool]]:
        """Return a template, its path, and a function that tells whether it is unchanged.

        Raises:
            LinkLeadsOut: its file is a link that leads out of the folder, or is behind one.
        """
        path = self._own.joinpath(*split_template_path(template))
        if leads_out(path, self._own):
            raise LinkLeadsOut(path)
        return super().get_source(environment, template)


def shipped() -> list[Path]:
    """Return the shipped templates and style sheets, by name."""
    return sorted(path for path in resources.templates_dir().iterdir() if path.suffix in _ENDINGS)


@contextmanager
def located(own: Path | None) -> Iterator[None]:
    """Turn the exceptions of templates into a `TemplateFailure` with a line.

    Args:
        own: the folder of the user's templates; without one, a failure is a bug of coopform and is raised as it is.
    """
    if own is None:
        yield
        return
    try:
        yield
    except TemplateSyntaxError as error:
        path = Path(error.filename or error.name or "")
        # From what compiling raised: of the Python code that Jinja makes, only the levels can be too many.
        reason, detail = _reason(error.__cause__ or error)
        raise TemplateFailure(path, error.lineno, reason, detail or error.message or "") from error
    except LinkLeadsOut:
        raise
    except Exception as error:  # a template can fail in any way that an expression can
        failure = _failure(error, own)
        if failure is None:
            raise
        raise failure from error


def _failure(error: Exception, own: Path) -> TemplateFailure | None:
    """Return the failure of a user's template; None when none of them has a part in it."""
    places = _places(error, [own, resources.templates_dir()])
    if not places:
        return None
    reason, detail = _reason(error)
    innermost, at = places[0]
    path, line = next((place for place in places if place[0].parent == own), (_used_by(innermost, own), 0))
    if path is None:
        return None
    if path != innermost and not isinstance(error, LimitReached):
        reason, detail = "unfit", f"{innermost.name}:{at}: {error}"
    return TemplateFailure(path, line, reason, detail)


def _places(error: BaseException, folders: list[Path]) -> list[tuple[Path, int]]:
    """Return the lines of templates in the traceback, the innermost first."""
    frames = ((Path(frame.filename), frame.lineno) for frame in reversed(traceback.extract_tb(error.__traceback__)))
    return [(path, line) for path, line in frames if path.parent in folders and line]


def _used_by(template: Path, own: Path) -> Path | None:
    """Return the user's template that a shipped one names: as in `{% import "blocks.html.j2" as blocks %}`."""
    source = template.read_text(encoding="utf-8")
    return next((path for path in sorted(own.iterdir()) if f'"{path.name}"' in source), None)


def _reason(error: BaseException) -> tuple[TemplateReason, str]:
    """Return the reason and the detail of a failure."""
    match error:
        case LimitReached():
            return error.limit, ""
        case NotGiven():
            return "not-given", error.name
        case UndefinedError():
            quoted = re.findall(r"'([^']+)'", error.message or "")
            return ("undefined", quoted[-1]) if quoted else ("other", str(error))
        case RecursionError() | SyntaxError():
            return "depth", ""
    return "other", str(error)
