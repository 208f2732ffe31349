"""A text to a case by the short way."""

from pydantic import ValidationError

from coopform.case import Case
from coopform.fastpath.lines import lines_of
from coopform.fastpath.nesting import nested
from coopform.fastpath.shapes import case_data
from coopform.fastpath.unsure import Unsure
from coopform.limits import MAX_LINES, MAX_TEXT
from coopform.source import Source


def read_case(source: Source, identifier: str) -> Case | None:
    """Read a case file in which nothing is to be explained.

    Args:
        source: the text of the file.
        identifier: the case's ID, made from the file's name.

    Returns:
        The case that `reading.read_case` would return, without a problem; None where that is not sure.
    """
    text = source.text.replace("\r\n", "\n")
    if not source.is_ordinary or "\r" in text or len(text) > MAX_TEXT or text.count("\n") >= MAX_LINES:
        return None
    try:
        data = case_data(nested(lines_of(text)))
        return Case.model_validate({"id": identifier, **data})
    except (Unsure, ValidationError):
        return None
