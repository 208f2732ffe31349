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


# What a sentence, or the time of a workbook, adds to a date; spaces around its signs.
_AROUND = re.compile(r"^(?:le|en|on|in)\s+|(?<=\d)[ T]00:00(?::00)?\S*$", re.IGNORECASE)
_SPACED = re.compile(r"(?<=\d)\s*([-/.])\s*(?=\d)")


def read_typed_date(text: str) -> str | None:
    """Return the date that was typed as a value, also as in a sentence or a workbook: « le 05/03/2015 »."""
    return read_date(_SPACED.sub(r"\1", _AROUND.sub("", text.strip())))


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


def split_time(text: str) -> tuple[str, str] | None:
    """Return the time that begins a text, and the rest: « mars 2012, signature », « 2009-2012 : étude »; else None."""
    found = _time_first().match(text)
    return (found["time"], found["rest"]) if found else None


@cache
def _time_first() -> re.Pattern[str]:
    months = "|".join(re.escape(said) for name in MONTHS for said in translations(name))
    words = (
        "le|en|vers|dès|depuis|début|fin|mi|courant|printemps|été|automne|hiver"
        "|on|in|about|since|early|late|mid|spring|summer|autumn|winter"
    )
    year = r"(?:\d{1,2}[-/.]){0,2}[12]\d{3}(?:[ ]?[-–/][ ]?\d{2,4})?"
    return re.compile(
        rf"(?P<time>(?:(?:{words}|{months}|\d{{1,2}}(?:er)?)[ -])*{year})(?:[ ]?[:,;–—-])?[ ]+(?P<rest>\w.*)",
        re.IGNORECASE,
    )


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
