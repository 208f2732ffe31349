"""Values of cells as their number format shows them: dates as in case files, `07` with the format `00`."""

import datetime
import re

from openpyxl.styles.numbers import is_date_format, is_timedelta_format
from openpyxl.utils.datetime import CALENDAR_WINDOWS_1900, from_excel

_GENERAL = "General"
# Excel keeps fifteen digits.
_MOST_EXACT = 1e15
_MIDNIGHT = datetime.time()
# A quoted or escaped literal, a colour or condition, a space as wide as a character, a filler, one character.
_TOKEN = re.compile(r'"([^"]*)"|\\(.)|(\[[^\]]*\]|_.|\*.)|(.)')
_DIGITS = "0#?"
_PLAIN_LITERALS = " -/()'’\u00a0\u202f€$"
# A digit, and whether it is written if the number has none for it; or a literal text.
_Slot = tuple[str, str]


def shown(typed: str, number_format: str, epoch: datetime.datetime = CALENDAR_WINDOWS_1900) -> str:
    """Return a number of a workbook as text: without rounding errors, as a date, in per cent, or with its zeros.

    Args:
        typed: the number as it is in the file.
        number_format: the code of its format.
        epoch: the day from which the workbook counts.
    """
    try:
        value = float(typed)
    except ValueError:
        return typed
    if number_format != _GENERAL and is_date_format(number_format):
        date = _date(value, number_format, epoch)
        if date is not None:
            return date
    if "%" in number_format:
        return f"{value * 100:.12g} %"
    if value.is_integer() and abs(value) < _MOST_EXACT:
        return _with_zeros(int(value), number_format) or str(int(value))
    return f"{value:.15g}"


def _shown_date(value: datetime.datetime | datetime.date | datetime.time) -> str:
    """Return a date or a time as in case files."""
    if isinstance(value, datetime.datetime):
        return value.date().isoformat() if value.time() == _MIDNIGHT else value.isoformat(" ")
    return value.isoformat()


def iso_date(typed: str) -> str:
    """Return a date that a workbook holds as text, without a time at midnight."""
    try:
        return _shown_date(datetime.datetime.fromisoformat(typed))
    except ValueError:
        return typed


def _date(value: float, number_format: str, epoch: datetime.datetime) -> str | None:
    try:
        if is_timedelta_format(number_format):
            return str(from_excel(value, epoch, timedelta=True))
        found = from_excel(value, epoch)
    except (ValueError, OverflowError):
        return None
    return _shown_date(found) if isinstance(found, datetime.datetime | datetime.date | datetime.time) else None


def _with_zeros(value: int, number_format: str) -> str | None:
    """Return a whole number in a format that has only digits and literal texts; None for any other format."""
    slots = None if number_format == _GENERAL else _slots(number_format.split(";")[0])
    places = [slot for slot in slots or () if slot[0]]
    if slots is None or not places or (len(places) == len(slots) == 1):
        return None
    digits = list(str(abs(value)))
    written: list[str] = []
    left = len(places)
    for place, literal in reversed(slots):
        if not place:
            if digits or left == 0 or any(slot == "0" for slot, _ in places[:left]) or left == len(places):
                written.append(literal)
            continue
        left -= 1
        written.append(digits.pop() if digits else "0" if place == "0" else "")
        if left == 0:
            written += reversed(digits)
            digits = []
    return ("-" if value < 0 else "") + "".join(reversed(written)).strip()


def _slots(section: str) -> list[_Slot] | None:
    slots: list[_Slot] = []
    for quoted, escaped, skipped, plain in _TOKEN.findall(section):
        if skipped:
            continue
        if plain and plain not in _DIGITS and plain not in _PLAIN_LITERALS:
            return None
        slots.append((plain, "") if plain and plain in _DIGITS else ("", quoted or escaped or plain))
    return slots
