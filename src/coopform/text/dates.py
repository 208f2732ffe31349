"""Dates as people write them, and the names of the months."""

import re
from datetime import date
from functools import cache

from coopform.text.folding import fold
from coopform.text.i18n import mark, translations

MONTHS = (
    mark("January"), mark("February"), mark("March"), mark("April"), mark("May"), mark("June"),
    mark("July"), mark("August"), mark("September"), mark("October"), mark("November"), mark("December"),
)  # fmt: skip
_WRITTEN = re.compile(r"(?:(?:[a-z]+ )?(\d{1,2})(?:er|st|nd|rd|th)? )?([a-z]+) (\d{4})")
_DAY_FIRST = re.compile(r"(?:(\d{1,2})[-/.])?(\d{1,2})[-/.](\d{4})")
_YEAR_FIRST = re.compile(r"(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?")


def read_date(text: str) -> str | None:
    """Return the date that a text is (« 5 mars 2015 », « mars 2015 », « 05/03/2015 »), None if it is not a date."""
    words = fold(text).strip(" .,")
    year_first, day_first, written = (pattern.fullmatch(words) for pattern in (_YEAR_FIRST, _DAY_FIRST, _WRITTEN))
    if year_first:
        return _made(year_first[1], year_first[2], year_first[3])
    if day_first:
        return _made(day_first[3], day_first[2], day_first[1])
    if written and written[2] in _months():
        return _made(written[3], str(_months()[written[2]]), written[1])
    return None


def _made(year: str, month: str | None, day: str | None) -> str | None:
    try:
        date(int(year), int(month or 1), int(day or 1))
    except ValueError:
        return None
    parts = [year, *(f"{int(part):02}" for part in (month, day) if part)]
    return "-".join(parts)


@cache
def _months() -> dict[str, int]:
    return {fold(said): number for number, name in enumerate(MONTHS, start=1) for said in translations(name)}
