"""Find forms of agreement by what the user typed: a name, a family, a unique beginning or part of a name."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from coopform.failures import CoopformError
from coopform.model import vocabulary
from coopform.model.terms import term_of
from coopform.model.vocabulary import Outil
from coopform.text.folding import nearest, slug


@dataclass
class UnknownForm(CoopformError):
    """No form of agreement matches `name`; `near` are similar names, `names` those of all forms."""

    name: str
    near: Sequence[str]
    names: Sequence[str]


@dataclass
class AmbiguousForm(CoopformError):
    """Several forms of agreement match `name`: `candidates` are their names."""

    name: str
    candidates: Sequence[str]


def find_forms(names: Iterable[str]) -> list[Outil]:
    """Return the forms of agreement that match the names, each once.

    Args:
        names: each the name, a variant or the key of a form; a family, for all of its forms; or the beginning or a
            part of one of these that means one thing only. Case, accents and signs do not count.

    Raises:
        UnknownForm: no form matches a name.
        AmbiguousForm: a name is the beginning or a part of several.
    """
    return list(dict.fromkeys(outil for name in names for outil in _matching(name)))


def _matching(name: str) -> list[Outil]:
    outils, asked = vocabulary.load().outils, slug(name)
    exact = _named(outils, lambda known: known == asked)
    family = [outil for outil in outils if slug(outil.famille) == asked or term_of(name, [outil.famille])]
    if exact or family:
        return exact or family
    if not asked:
        raise UnknownForm(name, (), [outil.nom for outil in outils])
    beginning = _named(outils, lambda known: known.startswith(asked))
    family = [outil for outil in outils if slug(outil.famille).startswith(asked)]
    # The beginning of a family, unless a form of another one begins with it too.
    if family and set(beginning) <= set(family):
        return family
    found = beginning or _named(outils, lambda known: asked in known)
    if len(found) > 1:
        raise AmbiguousForm(name, [outil.nom for outil in found])
    if not found:
        raise UnknownForm(name, _nearest(name, outils), [outil.nom for outil in outils])
    return found


def _named(outils: Iterable[Outil], matches: Callable[[str], bool]) -> list[Outil]:
    """Return the forms one of whose names, in the form of an identifier, matches."""
    return [outil for outil in outils if any(matches(slug(known)) for known in _names(outil))]


def _names(outil: Outil) -> tuple[str, ...]:
    return (outil.nom, outil.cle, *outil.variantes)


def _nearest(name: str, outils: Iterable[Outil]) -> list[str]:
    """Return the name of the form, or the family, most like the one typed."""
    owners = {outil.famille: outil.famille for outil in outils}
    owners |= {known: outil.nom for outil in outils for known in _names(outil)}
    return [owners[match] for match in nearest(name, list(owners))]
