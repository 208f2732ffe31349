"""The styles of cells in a workbook of Excel: the number format, and whether the text is bold."""

from dataclasses import dataclass
from typing import Any

from openpyxl.styles.numbers import BUILTIN_FORMATS

S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_GENERAL = "General"
_OFF = ("0", "false")


@dataclass(frozen=True, slots=True)
class CellStyle:
    """The style of a cell."""

    number_format: str = _GENERAL
    bold: bool = False


def read_styles(root: Any) -> list[CellStyle]:
    """Return the styles by their number, as cells name them.

    Args:
        root: of the part with the styles; None without one.
    """
    if root is None:
        return []
    formats = dict(BUILTIN_FORMATS)
    for one in root.iterfind(f"{S}numFmts/{S}numFmt"):
        formats[_whole(one.get("numFmtId"))] = one.get("formatCode", _GENERAL)
    bold = [_is_bold(font) for font in root.iterfind(f"{S}fonts/{S}font")]
    found = []
    for one in root.iterfind(f"{S}cellXfs/{S}xf"):
        font = _whole(one.get("fontId"))
        found.append(CellStyle(formats.get(_whole(one.get("numFmtId")), _GENERAL), font < len(bold) and bold[font]))
    return found


def _is_bold(font: Any) -> bool:
    found = font.find(f"{S}b")
    return found is not None and found.get("val", "1") not in _OFF


def _whole(typed: str | None) -> int:
    return int(typed) if typed and typed.isdecimal() else 0
