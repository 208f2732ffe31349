"""The schema of one text: any text, a term of a list, a date, a code."""

import re
from collections.abc import Iterable
from functools import cache
from typing import Any

from coopform.model import vocabulary
from coopform.model.value_types import ROLES, SHORT_TITLE_LENGTH, STATUSES
from coopform.problems.catalogue import CATALOGUE
from coopform.text.i18n import LANGUAGES, mark, translations

Schema = dict[str, Any]

TEXT: Schema = {"$ref": "#/$defs/text"}
NOTHING: Schema = {"$ref": "#/$defs/nothing"}

# French letters with accents, for terms whose case and accents are ignored.
_SIGNED = {"a": "àâä", "c": "ç", "e": "éèêë", "i": "îï", "o": "ôö", "u": "ùûü"}
_BARE = str.maketrans({signed: bare for bare, letters in _SIGNED.items() for signed in letters})


def both(message: str) -> str:
    """Return a message in each language, one per line."""
    return "\n".join(dict.fromkeys(translations(message)))


def text_definitions() -> Schema:
    """Return the definitions that every schema refers to: `text` and `nothing`.

    `01`, `2015` and `true` are texts to coopform, numbers and booleans to an editor. Booleans and null are defined
    by what they are not: if a schema names their types, editors propose `true` and `null`.
    """
    text = {"type": ["string", "number"], "errorMessage": both(mark("A text is expected here."))}
    truth_value = {"not": {"type": ["array", "object", "null", "string", "number"]}}
    return {
        "text": {"anyOf": [text, truth_value]},
        "nothing": {"not": {"type": ["array", "object", "string", "number", "boolean"], "pattern": r"\S"}},
    }


def value(key: str) -> Schema:
    """Return the schema of one text under a key; a key means the same in every table."""
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
        # Without quotes, `07` and `42` are numbers to an editor.
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
    """Return the schema of a text that `check` checks.

    Args:
        code: of the problem that `check` reports; its help is the error message.
        pattern: of the whole text.
        bounds: of the value if editors take it for a number; none if it cannot be one.
    """
    said = both(CATALOGUE[code].help)
    kinds = ["string", "integer"] if bounds else "string"
    return {"type": kinds, "pattern": f"^({pattern})$", **bounds, "errorMessage": said, "patternErrorMessage": said}


def _suggested(terms: Iterable[str]) -> Schema:
    """Return the schema of any text, with a list of terms to propose."""
    return {"anyOf": [{"enum": list(terms)}, TEXT]}


def _one_of(terms: tuple[str, ...]) -> Schema:
    """Return the schema of a closed list of terms, whose case and accents are ignored."""
    pattern = "|".join("".join(map(_any_form, term.translate(_BARE))) for term in terms)
    return {"anyOf": [{"enum": list(terms)}, {"type": "string", "pattern": f"^({pattern})$"}]}


def _any_form(letter: str) -> str:
    if not letter.isalpha():
        return r"\s+" if letter == " " else re.escape(letter)
    forms = letter + _SIGNED.get(letter, "")
    return f"[{forms}{forms.upper()}]"
