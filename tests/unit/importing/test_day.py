"""The text of the day of 5 March 2015 is imported as the five cases, except for data added by hand."""

from pathlib import Path
from typing import Any

import pytest

from coopform.casefile.writer import write_case
from coopform.collection.collection import Collection, read_collection
from coopform.model.case import Case
from tests.support.day import source
from tests.support.running import Coopform

# Keys that are not in the slides and were written by hand.
BY_HAND = {"id", "titre_court", "territoire", "lecture", "situation_au", "sources", "fiche"}

# The remaining differences to the shipped cases, which were corrected by hand, by ID of the imported case.
DIFFERENCES: dict[str, dict[str, tuple[Any, Any]]] = {
    "plans-de-cooperation-sur-le-pnr-des-monts-d-ardeche": {
        "partenaires": (
            "Le PNR | les communautés de communes du territoire.",
            "Le PNR et les communautés de communes du territoire.",
        ),
    },
    "entente-interterritoriale-tridan": {},
    "convention-territoires-partenaires": {
        # Two points of the slide are one line in the text, without a separator.
        "declencheurs": (
            "Appel à projet DRAAF 2009 sur les relations ville-campagne La mise en place du pôle métropolitain lyonnais"
            " (G4)",
            "Appel à projet DRAAF 2009 sur les relations ville-campagne | La mise en place du pôle métropolitain"
            " lyonnais (G4)",
        ),
    },
    "convention-d-articulation": {},
    "convention-de-mutualisation-pnr-pays": {
        "partenaires": ("Un PNR | un Pays", "Un PNR et un Pays"),
        # The second form is in the purpose, not in the title.
        "outil": (
            "Convention de mutualisation",
            "Convention de mutualisation | contrat de prestation intégrée",
        ),
        "declencheurs": (
            "Réponse commune à un appel à projets « Contrat d’objectifs Énergie Climat » lancé par l’ADEME Préexistence"
            " d’une convention d’articulation entre les 2 partenaires",
            "Réponse commune à un appel à projets « Contrat d’objectifs Énergie Climat » lancé par l’ADEME |"
            " Préexistence d’une convention d’articulation entre les 2 partenaires",
        ),
        "acteurs": (
            "Le pays prescripteur de l’ingénierie technique Le PNR porteur de cette ingénierie Mise en place et suivi"
            " de la mission par un comité de pilotage co-présidé par les présidents des 2 structures",
            "Le pays prescripteur de l’ingénierie technique | Le PNR porteur de cette ingénierie | Mise en place et"
            " suivi de la mission par un comité de pilotage co-présidé par les présidents des 2 structures",
        ),
    },
}
# Proposed where the title is too long for a column.
PROPOSED = {"plans-de-cooperation-sur-le-pnr-des-monts-d-ardeche": "Plans de coopération sur le PNR"}
SHIPPED = {
    "plans-de-cooperation-sur-le-pnr-des-monts-d-ardeche": "monts-ardeche",
    "entente-interterritoriale-tridan": "tridan",
    "convention-territoires-partenaires": "territoires-partenaires",
    "convention-d-articulation": "sage-ardeche",
    "convention-de-mutualisation-pnr-pays": "mutualisation-pnr-pays",
}


@pytest.fixture
def made(coopform: Coopform, tmp_path: Path) -> dict[str, Case]:
    """The cases imported from the text, with the corrections of the shipped cases."""
    document = tmp_path / "journee.txt"
    document.write_text(source(), encoding="utf-8")
    run = coopform("import", document, "--into", tmp_path / "cases")
    assert run.code == 0
    assert [Path(line).stem for line in run.out.splitlines()] == list(SHIPPED)
    return {case.id: case for case in read_collection(tmp_path / "cases").cases}


def _said(case: Case, key: str) -> str:
    values = getattr(case, key)
    if not isinstance(values, tuple):
        return str(values)
    return " | ".join(value if isinstance(value, str) else getattr(value, "texte", None) or "" for value in values)


@pytest.mark.parametrize("identifier", SHIPPED)
def test_each_case_is_the_shipped_one_but_for_what_is_listed(
    made: dict[str, Case], five: Collection, identifier: str
) -> None:
    case = made[identifier]
    shipped = next(case for case in five.cases if case.id == SHIPPED[identifier])
    listed = DIFFERENCES[identifier]
    for key in set(Case.model_fields) - BY_HAND:
        if key in listed:
            assert (_said(case, key), _said(shipped, key)) == listed[key]
        else:
            assert getattr(case, key) == getattr(shipped, key), key


def test_what_a_person_added_is_not_made_up(made: dict[str, Case]) -> None:
    for case in made.values():
        for key in BY_HAND - {"id", "titre_court"}:
            assert getattr(case, key) == Case.model_fields[key].default, key
        assert case.titre_court == PROPOSED.get(case.id)


def test_the_opening_of_the_day_is_kept_under_a_comment(
    coopform: Coopform, made: dict[str, Case], tmp_path: Path
) -> None:
    text = (tmp_path / "cases" / "plans-de-cooperation-sur-le-pnr-des-monts-d-ardeche.yaml").read_text("utf-8")
    comment = text.split("# À reclasser")[1]
    for words in ("Journée d’exploration de pratiques", "Jeudi 5 mars 2015", "Pélussin (42)", "gagnant / gagnant"):
        assert words in comment
    for identifier in list(SHIPPED)[1:]:
        file = tmp_path / "cases" / f"{identifier}.yaml"
        assert file.read_text("utf-8") == write_case(made[identifier])


def test_the_report_says_what_to_check(coopform: Coopform, tmp_path: Path) -> None:
    document = tmp_path / "journee.txt"
    document.write_text(source(), encoding="utf-8")
    run = coopform("import", document, "--into", tmp_path / "cases")
    assert run.err.count("6/6") == 5
    assert "to check: a point of Actors (acteurs) may be two in one" in run.err
    assert "(outil): proposed, to be confirmed" in run.err
    assert run.err.splitlines()[-2].startswith("5 cases: ")
