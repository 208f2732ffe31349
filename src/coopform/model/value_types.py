"""The types of the values of a case: each checks what was typed, and refuses it by a code of the catalogue."""

import re
from collections.abc import Callable
from datetime import date
from typing import Annotated

from pydantic import AfterValidator, BeforeValidator
from pydantic_core import PydanticCustomError

from coopform.model.placeholder import says_nothing
from coopform.text.dates import read_typed_date
from coopform.text.folding import fold
from coopform.text.i18n import LANGUAGES

# Characters that fit a column of the A3 comparison, and of a list at 80 columns.
SHORT_TITLE_LENGTH = 40
# Titles of the trade have ninety characters at most. From 320 on, the head of a sheet sets them in smaller type, and
# cuts them from 475 on (`handouts/sheet_head.py`); a wall panel and a slide have less room.
TITLE_LENGTH = 200

STATUSES = ("en projet", "en cours", "en sommeil", "achevée", "remplacée", "abandonnée")
ROLES = ("signataire", "associé", "financeur", "bénéficiaire")

_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
_INTEGER = re.compile(r"[1-9][0-9]{0,5}")
# The codes in force since 2018: 01 to 95 (20 is split in two), and the five overseas départements.
_DEPARTEMENT = re.compile(r"(?!20)(?:0[1-9]|[1-8]\d|9[0-5])|2[AB]|97[12346]")
_URL = re.compile(r"https?://\S+", re.IGNORECASE)
_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")


def _refuse(code: str, value: str) -> PydanticCustomError:
    # The value is a parameter: braces in a template would be taken for one.
    return PydanticCustomError(code, "{value}", {"value": value})


def _check_date(value: str) -> str:
    match = _DATE.fullmatch(value)
    if match is None:
        right = read_typed_date(value)
        if right is None:
            raise _refuse("bad-date", value)
        raise PydanticCustomError("date-form", "{value}", {"value": value, "right": right})
    year, month, day = (int(part or 1) for part in match.groups())
    try:
        date(year, month, day)
    except ValueError:
        raise _refuse("bad-date", value) from None
    return value


def _check_number(value: object) -> object:
    if isinstance(value, str):
        if not _INTEGER.fullmatch(value):
            raise _refuse("not-a-number", value)
        return int(value)
    return value


def _check_short(value: str) -> str:
    if len(value) > SHORT_TITLE_LENGTH:
        raise PydanticCustomError(
            "too-long",
            "{value}",
            {"value": value, "length": str(len(value)), "limit": str(SHORT_TITLE_LENGTH)},
        )
    return value


def _drop_placeholders(forms: tuple[str, ...]) -> tuple[str, ...]:
    """Return forms of agreement as they are, none where all of them are still to be specified."""
    return () if all(map(says_nothing, forms)) else forms


def _like(pattern: re.Pattern[str], code: str, normalise: Callable[[str], str] = str) -> AfterValidator:
    """Return a validator that takes what is like a pattern in its normal form, and returns that form."""

    def check(value: str) -> str:
        normal = normalise(value)
        if not pattern.fullmatch(normal):
            raise _refuse(code, value)
        return normal

    return AfterValidator(check)


def _one_of(words: tuple[str, ...], code: str) -> AfterValidator:
    """Return a validator that takes any of `words`, ignoring case and accents, and returns it as listed."""
    listed = {fold(word): word for word in words}

    def check(value: str) -> str:
        word = listed.get(fold(value))
        if word is None:
            raise _refuse(code, value)
        return word

    return AfterValidator(check)


Day = Annotated[str, AfterValidator(_check_date)]
Number = Annotated[int, BeforeValidator(_check_number)]
Departement = Annotated[str, _like(_DEPARTEMENT, "bad-departement", str.upper)]
Url = Annotated[str, _like(_URL, "bad-url")]
Colour = Annotated[str, _like(_COLOUR, "bad-colour", str.lower)]
ShortTitle = Annotated[str, AfterValidator(_check_short)]
Forms = Annotated[tuple[str, ...], AfterValidator(_drop_placeholders)]
Status = Annotated[str, _one_of(STATUSES, "unknown-status")]
Role = Annotated[str, _one_of(ROLES, "unknown-role")]
Language = Annotated[str, _one_of(LANGUAGES, "unknown-language")]
