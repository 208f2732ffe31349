"""Turn dates as people write them into the dates of case files."""

import re
from datetime import date
from functools import cache

from coopform.text.folding import fold
from coopform.text.i18n import LANGUAGES, MONTHS, Translator

_WRITTEN = re.compile(r"(?:(?:[a-z]+ )?(\d{1,2})(?:er|st|nd|rd|th)? )?([a-z]+) (\d{4})")
_SLASHES = re.compile(r"(\d{1,2})[/.](\d{1,2})[/.](\d{4})")
_ISO = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


def read_date(text: str) -> str | None:
    """Return the date that a text is (« 5 mars 2015 », « mars 2015 », « 05/03/2015 »), None if it is not a date."""
    words = fold(text).strip(" .,")
    iso, slashes, written = (pattern.fullmatch(words) for pattern in (_ISO, _SLASHES, _WRITTEN))
    if iso:
        return _made(iso[1], iso[2], iso[3])
    if slashes:
        return _made(slashes[3], slashes[2], slashes[1])
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
    return {
        fold(Translator(language)(name)): number
        for language in LANGUAGES
        for number, name in enumerate(MONTHS, start=1)
    }
