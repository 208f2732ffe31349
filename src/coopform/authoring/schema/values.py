"""What one text under a key may be: any text, a term of a list, a date, a code."""

import re
from functools import cache
from typing import Any

from coopform.model import vocabulary
from coopform.model.case import ROLES, SHORT_TITLE_LENGTH, STATUSES
from coopform.problems.catalogue import CATALOGUE
from coopform.text.i18n import LANGUAGES, Translator, mark

Schema = dict[str, Any]

TEXT: Schema = {"$ref": "#/$defs/text"}
NOTHING: Schema = {"$ref": "#/$defs/nothing"}

# The letters that French writes with signs, for terms that count without case and accents.
_SIGNED = {"a": "àâä", "c": "ç", "e": "éèêë", "i": "îï", "o": "ôö", "u": "ùûü"}
_BARE = str.maketrans({signed: bare for bare, letters in _SIGNED.items() for signed in letters})


def both(message: str) -> str:
    """Return a message in both languages, one a line."""
    return "\n".join(Translator(language)(message) for language in LANGUAGES)


def text_definitions() -> Schema:
    """Return what every schema refers to: a text, and nothing at all.

    `01`, `2015` and `true` are words here: to an editor they are numbers and truth values. A truth value and
    nothing are said by what they are not: where their type is named, editors propose `true` and `null`.
    """
    text = {"type": ["string", "number"], "errorMessage": both(mark("A text is expected here."))}
    truth_value = {"not": {"type": ["array", "object", "null", "string", "number"]}}
    return {
        "text": {"anyOf": [text, truth_value]},
        "nothing": {"not": {"type": ["array", "object", "string", "number", "boolean"], "pattern": r"\S"}},
    }


def value(key: str) -> Schema:
    """Return what one text under a key may be; a key means the same in every table that has it."""
    return _values().get(key, TEXT)


@cache
def _values() -> dict[str, Schema]:
    words = vocabulary.load()
    day = r"(?!0000)\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?"
    date = _checked("bad-date", day, minimum=1000, maximum=9999)
    others = [{"const": 20}, {"minimum": 96, "maximum": 970}, {"const": 975}]
    departement = r"(?!20)(0[1-9]|[1-8]\d|9[0-5])|2[ABab]|97[12346]"
    return {
        "date": date,
        "situation_au": date,
        "consulte": date,
        "titre_court": {"allOf": [TEXT], "maxLength": SHORT_TITLE_LENGTH},
        "nombre": _checked("not-a-number", "[1-9][0-9]{0,5}", minimum=1, maximum=999_999),
        # `07` and `42` without quotes are numbers to an editor.
        "departements": _checked("bad-departement", departement, minimum=1, maximum=976)
        | {"not": {"type": "integer", "anyOf": others}},
        "url": _checked("bad-url", r"[Hh][Tt][Tt][Pp][Ss]?://\S+"),
        "couleur": _checked("bad-colour", "#[0-9a-fA-F]{6}"),
        "statut": _one_of(STATUSES),
        "role": _one_of(ROLES),
        "langue": _one_of(LANGUAGES),
        "outil": _suggested(outil.nom for outil in words.outils),
        "type": _suggested(kind.sigle for kind in words.partner_types),
        **{key: _suggested(terms) for key, terms in words.lecture.items()},
    }


def _checked(code: str, pattern: str, **bounds: int) -> Schema:
    """Return a text that is checked: its pattern, the bounds of what editors take for a number, what to type.

    Args:
        code: the problem that `check` names; its help says what to type.
        pattern: of the whole text.
        bounds: of the number; none when no number is meant.
    """
    said = both(CATALOGUE[code].help)
    kinds = ["string", "integer"] if bounds else "string"
    return {"type": kinds, "pattern": f"^({pattern})$", **bounds, "errorMessage": said, "patternErrorMessage": said}


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
