"""Twenty invented cases as long as real ones: for everything that prints.

A case has 45 to 72 lines of 75 characters over its six rows, a title of some 90 characters, a long address among its
sources and no short title; two are longer still. What they say is in `long_cases.yaml`.
"""

from functools import cache
from itertools import cycle
from pathlib import Path
from random import Random
from typing import Any

import yaml

from coopform.casefile.writer import write_case
from coopform.model.case import Case, Partner, Point, Reference
from coopform.model.grid import GRID
from coopform.text.folding import slug

# Characters.
LINE = 75
# The numbers of the two longest cases.
LONGEST = (6, 13)
_WORDS = yaml.safe_load(Path(__file__).with_suffix(".yaml").read_text(encoding="utf-8"))


def long_cases() -> list[Case]:
    """Return the twenty cases, sorted by ID."""
    return sorted((_case(number) for number in range(len(_WORDS["lieux"]))), key=lambda case: case.id)


def long_cases_for(engine: str) -> list[Case]:
    """Return the cases to print by an engine: half of them, with the two longest, by WeasyPrint, which takes longer."""
    return long_cases()[:10] if engine == "weasyprint" else long_cases()


def write_long_cases(folder: Path) -> Path:
    """Write the twenty cases to a new folder, and return it."""
    folder.mkdir(parents=True)
    for case in long_cases():
        (folder / f"{case.id}.yaml").write_text(write_case(case), encoding="utf-8")
    return folder


def lines_of(case: Case) -> int:
    """Return how many lines of `LINE` characters the six rows of a case take."""
    return sum(-(-len(text) // LINE) for rubric in GRID for text in case.row_texts(rubric.key))


# Modules ask for them when they are collected.
@cache
def _case(number: int) -> Case:
    random = Random(number)
    place, of_place = list(_WORDS["lieux"].items())[number]
    forms = list(_WORDS["formes"])
    form = forms[number % len(forms)]
    case = Case(
        id=slug(place),
        titre=_WORDS["formes"][form].format(lieu=place, du_lieu=of_place),
        outil=(form,),
        territoire=place[0].upper() + place[1:],
        partenaires=tuple(Partner(**_filled(partner, of_place)) for partner in _WORDS["partenaires"]),
        echelle=(Point(texte=f"{random.randint(38, 214)} communes, à cheval sur deux départements"),),
        sources=(_source(place, of_place),),
    )
    wanted = random.randint(112, 130) if number in LONGEST else random.randint(45, 68)
    return _grown(case, wanted, random)


def _grown(case: Case, wanted: int, random: Random) -> Case:
    """Return a case with points added to its rows in turn, until it has the wanted number of lines."""
    points = {key: cycle(random.sample(texts, len(texts))) for key, texts in _WORDS["points"].items()}
    for key in cycle(points):
        if lines_of(case) >= wanted:
            return case
        text = next(points[key]).format(annee=random.randint(2004, 2023))
        case = case.model_copy(update={key: (*getattr(case, key), Point(texte=text))})
    raise AssertionError("a cycle has no end")


def _filled(partner: dict[str, Any], of_place: str) -> dict[str, Any]:
    return {
        **partner,
        "texte": partner["texte"].format(du_lieu=of_place),
        "type": tuple(filter(None, [partner.get("type")])),
    }


def _source(place: str, of_place: str) -> Reference:
    return Reference(
        titre=f"Compte rendu de la journée d’échange sur l’avenir {of_place}, avec les délibérations en annexe",
        auteur="Réseau inventé des territoires",
        date="2024-06",
        url=f"https://www.exemple.fr/cooperation/territoires/{slug(place)}/journee-d-echange/compte-rendu-complet-et-annexes.pdf",
    )
