"""A text to a case, or to a collection's description, by the short way."""

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from coopform.casefile.fast import shapes
from coopform.casefile.fast.lines import lines_of
from coopform.casefile.fast.nesting import nested
from coopform.casefile.fast.unsure import Unsure
from coopform.casefile.source import Source
from coopform.model.case import Case, Recueil
from coopform.model.limits import MAX_LINES, MAX_TEXT

M = TypeVar("M", bound=BaseModel)
# Texts, lists of them and mappings, under keys as they are typed.
Nested = Mapping[str, Any]


def read_case(source: Source, identifier: str) -> Case | None:
    """Read a case file in which nothing is to be explained.

    Args:
        source: the text of the file.
        identifier: the case's ID, made from the file's name.

    Returns:
        The case that `reading.read_case` would return, without a problem; None where that is not sure.
    """
    return case_of(texts_of(source), identifier)


def read_recueil(source: Source) -> Recueil | None:
    """Read `_recueil.yaml`, as `read_case` reads a case."""
    return _made(Recueil, texts_of(source), shapes.recueil_data)


def texts_of(source: Source) -> Nested | None:
    """Return the texts of a file under their keys, the first half of reading it; None where that is not sure."""
    text = source.text.replace("\r\n", "\n") if "\r" in source.text else source.text
    if not source.is_ordinary or "\r" in text or not _is_small(text):
        return None
    try:
        return nested(lines_of(text))
    except Unsure:
        return None


def case_of(texts: Nested | None, identifier: str) -> Case | None:
    """Return the case that texts are, the second half of reading one; None where that is not sure."""
    return _made(Case, texts, lambda root: {"id": identifier, **shapes.case_data(root)})


def _is_small(text: str) -> bool:
    return len(text) < MAX_LINES or (len(text) <= MAX_TEXT and text.count("\n") < MAX_LINES)


def _made(model: type[M], texts: Nested | None, data_of: Callable[[Nested], dict[str, Any]]) -> M | None:
    if texts is None:
        return None
    try:
        return model.model_validate(data_of(texts))
    except (Unsure, ValidationError):
        return None
