"""Turn typed answers into points, partners and forms of agreement.

Lines are outlines as people type them: with or without bullets, with « label : text ».
"""

import re
from collections.abc import Iterable, Mapping, Sequence

from coopform.model import vocabulary
from coopform.model.case import Case, Partner, Point
from coopform.model.limits import MAX_WORD
from coopform.model.partner_words import read_number, word_partner
from coopform.model.value_types import SHORT_TITLE_LENGTH
from coopform.model.vocabulary import PartnerType
from coopform.text.bullets import BULLET
from coopform.text.characters import NARROW_NBSP, NBSP, visible
from coopform.text.folding import fold, tidy
from coopform.text.i18n import CONTENT_LANGUAGE
from coopform.text.quotation import split_label

# The lines typed for each key, in the order of typing.
Answers = Mapping[str, Sequence[str]]

# Begins a point under the label above it.
UNDER = "  "

# The keys whose lines are points.
_ROWS = ("declencheurs", "echelle", "enjeux", "ambitions", "objet", "acteurs")
_SPACES = f" {NBSP}{NARROW_NBSP}"
_HYPHEN = re.compile("-(?: |$)")
_ARTICLE = re.compile(r"(?:le|la|les|une?|des|l['’])(?:\s+|(?<=['’]))", re.IGNORECASE)
# Signs of several partners on one line: the author has to give their types.
_SEVERAL = re.compile(r"[+,;/]|\bet\b|\bavec\b", re.IGNORECASE)
_BETWEEN_NUMBERS = re.compile(r"[\s,;+&]+|\b(?:et|and)\b")
_COUNTED = re.compile(rf"(?P<number>[1-9]\d{{0,5}}|[^\W\d]+)[{_SPACES}]+(?P<what>\S.*)")


def without_bullets(line: str) -> str:
    """Return a typed line as `cleaned` does, without the bullets before it."""
    words = cleaned(line)
    while match := _HYPHEN.match(words) or BULLET.match(words):
        words = words[match.end() :].strip(_SPACES)
    return words


def cleaned(line: str) -> str:
    """Return a typed line as the reader of case files keeps it: single spaces, invisible characters written out."""
    return tidy(visible(tidy(line.lstrip("\ufeff"))))


def is_label(line: str) -> bool:
    """Return whether a line is a label that waits for points under it: « 3 axes prioritaires : »."""
    return line.endswith(":") and bool(line.rstrip(":" + _SPACES))


def as_points(lines: Iterable[str]) -> tuple[Point, ...]:
    """Return the points that lines make; those that begin with `UNDER` belong to the label above them."""
    groups: list[tuple[str, list[str]]] = []
    for line in lines:
        if line.startswith(UNDER) and groups and is_label(groups[-1][0]):
            groups[-1][1].append(line.strip())
        else:
            groups.append((line.strip(), []))
    return tuple(_point(line, under) for line, under in groups)


def _point(line: str, under: Sequence[str]) -> Point:
    if under:
        label = line.rstrip(":" + _SPACES)
        return Point(libelle=label, points=tuple(_point(inner, ()) for inner in under))
    found = split_label(line)
    return Point(libelle=found[0], texte=found[1]) if found else Point(texte=line)


def as_partner(line: str) -> Partner:
    """Return the partner that a line names: « 5 CC » is five of one type, other words are kept as they are."""
    number, what = _counted(line)
    known = _type_of(what)
    if known is None:
        return Partner(texte=line)
    kind = (known.sigle,)
    if number and line[0].isdigit() and fold(what) == fold(known.sigle):
        return Partner(texte=word_partner({"type": kind, "nombre": number}), type=kind, nombre=number)
    return Partner(texte=line, type=kind, nombre=number)


def _counted(line: str) -> tuple[int | None, str]:
    """Return the number that a line begins with, if any, and the words that it counts."""
    match = _COUNTED.fullmatch(line)
    number = read_number(match["number"]) if match else None
    return number, match["what"] if match and number else line


def _type_of(words: str) -> PartnerType | None:
    """Return the type of partner that words name or begin with: « communes rurales », « Le PNR des Monts »."""
    known = vocabulary.load().partner_type(words)
    if known is not None or _SEVERAL.search(words):
        return known
    bare = fold(_ARTICLE.sub("", words))
    found = [
        (len(name), kind)
        for kind in vocabulary.load().partner_types
        for name in (kind.sigle, kind.nom, kind.pluriel)
        if f"{bare} ".startswith(f"{fold(name)} ")
    ]
    return max(found, key=lambda pair: pair[0])[1] if found else None


def as_form(line: str) -> str:
    """Return a form of agreement: for a number, the form of that number in the vocabulary, else the typed words."""
    forms = vocabulary.load().outils
    number = line.rstrip(".)")
    if number.isdecimal() and 1 <= int(number[:6]) <= len(forms):
        return forms[int(number) - 1].nom
    known = vocabulary.load().outil(line)
    return known.nom if known and fold(known.nom) == fold(line) else line


def read_numbers(line: str) -> list[int]:
    """Return the numbers of a line that consists of numbers: « 2 », « 2, 6 », « 2 et 6 »; none for another line."""
    words = [word.rstrip(".)") for word in _BETWEEN_NUMBERS.split(line) if word]
    return [int(word[:6]) for word in words] if all(word.isdecimal() for word in words) else []


def near_partner(line: str) -> str | None:
    """Return what a line says with the type of partner that it misspells: « 5 comunautés de communes »."""
    number, what = _counted(line)
    if _type_of(what) or _SEVERAL.search(what):
        return None
    near = vocabulary.load().nearest_type(what[:MAX_WORD])
    return word_partner({"type": (near,), **({"nombre": number} if number else {})}) if near else None


def is_too_long(line: str) -> bool:
    """Return whether a line is too long for a short title."""
    return len(line) > SHORT_TITLE_LENGTH


def as_case(identifier: str, answers: Answers, language: str = CONTENT_LANGUAGE) -> Case:
    """Return the case that answers make: the cleaned lines of each key, `titre` among them."""
    rows = {key: as_points(lines) for key, lines in answers.items() if key in _ROWS}
    return Case(
        id=identifier,
        titre=answers["titre"][0],
        titre_court=_first(answers, "titre_court"),
        outil=tuple(map(as_form, answers.get("outil", ()))),
        territoire=_first(answers, "territoire"),
        partenaires=tuple(map(as_partner, answers.get("partenaires", ()))),
        langue=language,
        **rows,
    )


def _first(answers: Answers, key: str) -> str | None:
    return next(iter(answers.get(key, ())), None)
