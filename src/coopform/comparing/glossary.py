"""The forms of agreement that occur in a collection, each with the cases that use it."""

from collections.abc import Sequence
from dataclasses import dataclass

from coopform.model import vocabulary
from coopform.model.case import Case
from coopform.model.vocabulary import Outil
from coopform.text.folding import fold


@dataclass(frozen=True, slots=True)
class Form:
    """A form of agreement and the cases that use it; `known` is its entry in the vocabulary, if it has one."""

    nom: str
    known: Outil | None
    cases: tuple[Case, ...]


def forms(cases: Sequence[Case]) -> list[Form]:
    """Return the forms of agreement that occur in cases, by name, variants under the name of their form."""
    words = vocabulary.load()
    users: dict[str, list[Case]] = {}
    for case in cases:
        for name in case.outil:
            known = words.outil(name)
            users.setdefault(known.nom if known else name, []).append(case)
    return [
        Form(name, words.outil(name), tuple({case.id: case for case in found}.values()))
        for name, found in sorted(users.items(), key=lambda item: fold(item[0]))
    ]
