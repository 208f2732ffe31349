"""Turn lines into partners and scale; numbers and types are filled in only where they are certain."""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from coopform.importing.blocks import TextLine
from coopform.importing.labels.rubric_labels import shipped
from coopform.importing.lines.enumerations import split_enumeration
from coopform.importing.lines.points import read_points
from coopform.model import vocabulary
from coopform.model.case import Partner, Point
from coopform.model.partner_words import read_number
from coopform.model.terms import term_of
from coopform.model.value_types import ROLES
from coopform.text.folding import fold

_ARTICLES = ("le", "la", "les", "l'", "des", "du", "the")
_SCALE = re.compile(
    r"(?:sur\s+(?=\d|un|une|deux|trois|quatre|cinq|l['’]|le|la|les)|[àa] l['’][ée]chelle\b)", re.IGNORECASE
)
# « 5 Communautés de communes sur 3 départements »: partners, then scale.
_WHERE = re.compile(r"\s(?=sur\s+\d)")
# What is counted and signs nothing: « 45 000 habitants ».
_MEASURED = re.compile(
    r"(?:environ |près de |about )?[\d][\d .,]*\s*(?:habitants|hab\b|inhabitants|km²|km2|hectares|ha\b)", re.IGNORECASE
)
# Types of partners that a row « Partenaires / échelle » counts as a territory: « deux départements ».
_TERRITORIES = ("département", "région")
_AND = re.compile(r"\s(?:et|and|\+)\s|\s?/\s")
_SLASH = re.compile(r"\s?/\s")
_ROLE = re.compile(r"(.+) \(([^()]+)\)")
_COUNT = re.compile(r"(\d{1,3}|[^\W\d_]+)\s+(.+)", re.DOTALL)
_SINGLE = re.compile(r"[^\W\d_]+")
# Words that begin the name of a body, beside the types of the vocabulary.
_BODIES = (
    "mairie", "mairies", "ville", "villes", "conseil", "conseils", "agence", "office", "chambre", "chambres", "comite",
    "federation", "union", "universite", "ecole", "college", "lycee", "hopital", "syndicats", "prefecture", "etat",
    "agglomeration", "agglo", "bureau", "centre", "cooperative", "fondation", "collectif", "habitants", "elus",
    "citoyens", "ademe", "dreal", "caf", "cpie", "adil", "sncf",
    "city", "town", "municipality", "university", "agency", "council", "county", "state", "association", "foundation",
)  # fmt: skip


def read_partners(
    lines: Iterable[TextLine], *, label: str, is_own: bool
) -> tuple[tuple[Partner, ...], tuple[Point, ...]]:
    """Return the partners, and the points about the scale.

    Args:
        lines: of the rubric.
        label: of the rubric, as typed; if it names the scale too, territories that are counted are the scale.
        is_own: as for `read_points`; the partners of our own sheets are one a point.
    """
    partners: list[Partner] = []
    scale: list[Point] = []
    has_scale = _names_scale(label)
    for point in read_points(lines, is_own=is_own):
        if not is_own and _names_scale(point.libelle or ""):
            scale.extend(point.points or (Point(texte=point.texte),))
            continue
        for text, role in _texts(point):
            if _SCALE.match(text):
                scale.append(point if text == point.full_text() else Point(texte=text))
                continue
            who, where = _split_scale(text)
            for one in [who] if is_own else split_enumeration(who, is_partner):
                if has_scale and not is_own and _is_territory(one):
                    scale.append(Point(texte=one))
                else:
                    partners.append(_partner(one, role, is_own=is_own))
            scale += [Point(texte=where)] if where else []
    return tuple(partners), tuple(scale)


def is_partner(text: str) -> bool:
    """Return whether a text is surely a partner: of a known type, or with a word that begins names of bodies."""
    words = fold(text).replace("'", "' ").split()
    while words and (words[0] in (*_ARTICLES, "un", "une", "a", "d'") or read_number(words[0])):
        words.pop(0)
    return _kind(text) is not None or bool(words and words[0].strip("’',.") in _BODIES)


def _names_scale(label: str) -> bool:
    found = shipped().find(label)
    return found is not None and (found.key == "echelle" or "echelle" in fold(label) or "scale" in fold(label))


def _is_territory(text: str) -> bool:
    number, rest = _number(text)
    if number and _type_at_start(rest, is_counted=True) in _TERRITORIES:
        return fold(rest).split()[0].startswith(("departement", "region"))
    return _MEASURED.match(text) is not None


def _texts(point: Point) -> Iterator[tuple[str, str | None]]:
    """Yield the partners of a point, each with its role, which a label may give (« Financeurs : »)."""
    if not point.points:
        role = _role(point.libelle or "")
        yield (point.texte or "", role) if role and point.texte else (point.full_text(), None)
        return
    role = _role(point.libelle or "")
    for inner in point.points:
        for text, own in _texts(inner):
            yield (text, own or role) if role else (f"{point.full_text()} {text}", own)


def _role(word: str) -> str | None:
    folded = fold(word)
    return term_of(folded, ROLES) or term_of(folded.removesuffix("s"), ROLES)


def _split_scale(text: str) -> tuple[str, str]:
    """Return the partners and the scale in a text, if both are counted."""
    who, *where = _WHERE.split(text, maxsplit=1)
    return (who, where[0]) if where and _count(who) else (text, "")


def _partner(text: str, role: str | None, *, is_own: bool) -> Partner:
    match = _ROLE.fullmatch(text)
    own_role = _role(match[2]) if match else None
    if match and own_role:
        text, role = match[1], own_role
    kinds = [_kind(part) for part in _parts(text, is_own=is_own)]
    if len(kinds) > 1 and all(kinds):
        return Partner(texte=text, type=tuple(dict.fromkeys(kind for kind in kinds if kind)), role=role)
    count = _count(text)
    if count:
        return Partner(texte=text, type=(count[1],), nombre=count[0], role=role)
    kind = _kind(text) if len(kinds) == 1 else None
    return Partner(texte=text, type=(kind,) if kind else (), role=role)


def _parts(text: str, *, is_own: bool) -> list[str]:
    """Return the parts of a partner of several types: « CC / PNR », on sheets of coopform « le PNR et le Pays »."""
    separator = _AND if is_own else _SLASH
    return separator.split(text) if "(" not in text else [text]


def _count(text: str) -> tuple[int, str] | None:
    """Return the number and the type of partners at the beginning of a text, if both are certain."""
    number, rest = _number(text)
    kind = _type_at_start(rest, is_counted=True)
    return (number, kind) if number and kind else None


def _number(text: str) -> tuple[int, str]:
    match = _COUNT.match(text.strip())
    number = read_number(match[1]) if match else None
    return (number, match[2]) if match and number else (0, text)


def _kind(text: str) -> str | None:
    """Return the type of a partner with an article, a number or a name (« le PNR », « 2 PNR », « PNR du Pilat »)."""
    text = text.strip()
    number, rest = _number(text)
    if number:
        return _type_at_start(rest, is_counted=True)
    word, _, after = text.replace("’", "'").partition(" ")
    if fold(word) in _ARTICLES:
        return _type_at_start(after, is_counted=True)
    if fold(text).startswith("l'"):
        return _type_at_start(text[2:], is_counted=True)
    return _type_at_start(text, is_counted=False)


def _type_at_start(text: str, *, is_counted: bool) -> str | None:
    """Return the type whose name begins a text.

    A single word without a number or an article may be part of a name (« Pays de la Loire »): it counts only if it is
    the whole text.
    """
    folded = fold(text).rstrip(" .")
    for name, sigle in _names():
        if not folded.startswith(name) or folded[len(name) : len(name) + 1].isalnum():
            continue
        is_acronym = sigle.isupper() and fold(sigle) == name and text.lstrip().startswith(sigle)
        if is_counted or folded == name or is_acronym or not _SINGLE.fullmatch(name):
            return sigle
        return None
    return None


@cache
def _names() -> list[tuple[str, str]]:
    """Return every name of a type, longest first, with the term of the vocabulary."""
    found = {}
    for kind in vocabulary.load().partner_types:
        for name in (kind.sigle, kind.nom, kind.pluriel, *kind.variantes):
            found[fold(name)] = kind.sigle
    return sorted(found.items(), key=lambda pair: -len(pair[0]))
