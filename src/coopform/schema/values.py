"""What one text under a key may be: any text, a term of a list, a date, a code."""

import re
from functools import cache
from typing import Any

from coopform import vocabulary
from coopform.case import ROLES, SHORT_TITLE_LENGTH, STATUSES
from coopform.i18n import LANGUAGES, Translator, mark

Schema = dict[str, Any]

TEXT: Schema = {"$ref": "#/$defs/text"}
NOTHING: Schema = {"$ref": "#/$defs/nothing"}

_DATE = {
    "anyOf": [
        {"type": "integer", "minimum": 1000, "maximum": 9999},
        {"type": "string", "pattern": r"^(?!0000)\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$"},
    ]
}
_NUMBER = {
    "anyOf": [
        {"type": "integer", "minimum": 1, "maximum": 999_999},
        {"type": "string", "pattern": "^[1-9][0-9]{0,5}$"},
    ]
}
_DEPARTEMENT = {
    "anyOf": [
        # `07` and `42` without quotes are numbers to an editor.
        {"type": "integer", "minimum": 1, "maximum": 95, "not": {"const": 20}},
        {"enum": [971, 972, 973, 974, 976]},
        {"type": "string", "pattern": r"^((?!20)(0[1-9]|[1-8]\d|9[0-5])|2[ABab]|97[12346])$"},
    ]
}
_URL = {"type": "string", "pattern": r"^[Hh][Tt][Tt][Pp][Ss]?://\S+$"}
_COLOUR = {"type": "string", "pattern": "^#[0-9a-fA-F]{6}$"}
_SHORT = {"allOf": [TEXT], "maxLength": SHORT_TITLE_LENGTH}

# The letters that French writes with signs, for terms that count without case and accents.
_SIGNED = {"a": "àâä", "c": "ç", "e": "éèêë", "i": "îï", "o": "ôö", "u": "ùûü"}
_BARE = str.maketrans({signed: bare for bare, letters in _SIGNED.items() for signed in letters})


def both(message: str) -> str:
    """Return a message in both languages, one a line."""
    return "\n".join(Translator(language)(message) for language in LANGUAGES)


def text_definitions() -> Schema:
    """Return what every schema refers to: a text, and nothing at all.

    A text is whatever is no list and no mapping: `no`, `01` and `2015` are words here. It is said by what it is
    not, since editors would propose `true` and `null` for the types that they find named.
    """
    message = both(mark("A text is expected here."))
    return {
        "text": {"not": {"type": ["array", "object", "null"]}, "errorMessage": message},
        "nothing": {
            "not": {"type": ["array", "object", "string", "number", "boolean"], "pattern": r"\S"},
            "errorMessage": message,
        },
    }


def value(key: str) -> Schema:
    """Return what one text under a key may be; a key means the same in every table that has it."""
    return _values().get(key, TEXT)


@cache
def _values() -> dict[str, Schema]:
    words = vocabulary.load()
    return {
        "date": _DATE,
        "situation_au": _DATE,
        "consulte": _DATE,
        "titre_court": _SHORT,
        "nombre": _NUMBER,
        "departements": _DEPARTEMENT,
        "url": _URL,
        "couleur": _COLOUR,
        "statut": _one_of(STATUSES),
        "role": _one_of(ROLES),
        "langue": _one_of(LANGUAGES),
        "outil": _suggested(outil.nom for outil in words.outils),
        "type": _suggested(kind.sigle for kind in words.partner_types),
        **{key: _suggested(terms) for key, terms in words.lecture.items()},
    }


def _suggested(terms: Any) -> Schema:
    """Return a list of terms to propose, beside which any text may stand."""
    return {"anyOf": [{"enum": list(terms)}, TEXT]}


def _one_of(terms: tuple[str, ...]) -> Schema:
    """Return a closed list of terms, proposed as listed and taken whatever their case and accents."""
    pattern = "|".join("".join(map(_any_form, term.translate(_BARE))) for term in terms)
    return {"anyOf": [{"enum": list(terms)}, {"type": "string", "pattern": f"^({pattern})$"}]}


def _any_form(letter: str) -> str:
    if not letter.isalpha():
        return r"\s+" if letter == " " else re.escape(letter)
    forms = letter + _SIGNED.get(letter, "")
    return f"[{forms}{forms.upper()}]"
