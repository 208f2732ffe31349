"""Why a collection cannot be exported."""

from dataclasses import dataclass

from coopform.failures import CoopformError


@dataclass
class CellTooLong(CoopformError):
    """A text is longer than a cell of XLSX may hold.

    Attributes:
        case: the ID of the case; the name of the sheet for the description of the collection.
        key: the key of the text.
        limit: how many characters a cell may hold.
    """

    case: str
    key: str
    limit: int
