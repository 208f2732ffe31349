"""A text to a case, or to a collection's description, by the short way."""

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from coopform.case import Case, Recueil
from coopform.fastpath import shapes
from coopform.fastpath.lines import lines_of
from coopform.fastpath.nesting import nested
from coopform.fastpath.unsure import Unsure
from coopform.limits import MAX_LINES, MAX_TEXT
from coopform.source import Source

M = TypeVar("M", bound=BaseModel)


def read_case(source: Source, identifier: str) -> Case | None:
    """Read a case file in which nothing is to be explained.

    Args:
        source: the text of the file.
        identifier: the case's ID, made from the file's name.

    Returns:
        The case that `reading.read_case` would return, without a problem; None where that is not sure.
    """
    return _read(source, Case, lambda root: {"id": identifier, **shapes.case_data(root)})


def read_recueil(source: Source) -> Recueil | None:
    """Read `_recueil.yaml`, as `read_case` reads a case."""
    return _read(source, Recueil, shapes.recueil_data)


def _is_small(text: str) -> bool:
    return len(text) < MAX_LINES or (len(text) <= MAX_TEXT and text.count("\n") < MAX_LINES)


def _read(source: Source, model: type[M], data_of: Callable[[Mapping[str, Any]], dict[str, Any]]) -> M | None:
    text = source.text.replace("\r\n", "\n") if "\r" in source.text else source.text
    if not source.is_ordinary or "\r" in text or not _is_small(text):
        return None
    try:
        return model.model_validate(data_of(nested(lines_of(text))))
    except (Unsure, ValidationError):
        return None
