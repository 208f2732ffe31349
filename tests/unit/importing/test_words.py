"""What words mean: boxes, enumerations of partners, scale, the marks of lists, steps, status and forms."""

from pathlib import Path

import pytest

from coopform import import_document
from coopform.importing.keys.build_case import Built
from coopform.model.case import Case
from tests.support.usable import words_of


def _built(folder: Path, text: str, name: str = "fiche.txt") -> Built:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    (made,) = import_document(path)
    assert made.built
    return made.built


def _case(folder: Path, text: str) -> Case:
    return _built(folder, f"Titre : Accord du Lac\nEnjeux : l’eau\nActeurs : les maires\n{text}").case


@pytest.mark.parametrize(
    "boxes",
    [
        "☐ Charte\n☑ Entente\n☐ Convention",
        "☐ Charte ☒ Entente ☐ Convention",
        "[ ] Charte\n[x] Entente\n[ ] Convention",
        "- [ ] Charte\n- [X] Entente\n- [ ] Convention",
        "Charte ☐ Entente ☑ Convention ☐",
        "\uf0a8 Charte\n\uf0fe Entente\n\uf06f Convention",
        "□ Charte\n✓ Entente\n□ Convention",
        "( ) Charte (x) Entente ( ) Convention",
    ],
)
def test_what_is_ticked_is_the_answer_and_the_rest_is_kept(tmp_path: Path, boxes: str) -> None:
    built = _built(tmp_path, f"Titre : Accord du Lac\nEnjeux : l’eau\nActeurs : les maires\nOutil :\n{boxes}\n")
    assert built.case.outil == ("Entente",)
    assert [words for left in built.left for words in left.words] == ["☐ Charte", "☐ Convention"]


def test_ticks_without_empty_boxes_are_bullets(tmp_path: Path) -> None:
    case = _case(tmp_path, "Résultats\n✓ un pont\n✓ un bac\n")
    assert [point.texte for point in case.resultats] == ["un pont", "un bac"]


@pytest.mark.parametrize(
    ("typed", "partners"),
    [
        ("Le PNR, 3 CC et la Région", "Le PNR: PNR | 3 CC: CC 3 | la Région: région"),
        ("7 EPCI (1 CU + 6 CC)", "7 EPCI (1 CU + 6 CC): EPCI 7"),
        ("2 communes + 1 CC", "2 communes: commune 2 | 1 CC: CC 1"),
        ("CC Loire et Monts", "CC Loire et Monts: CC"),
        ("La commune de Vals (mairie, école), le PNR", "La commune de Vals (mairie, école): commune | le PNR: PNR"),
        ("L’association des Mollets, porteuse", "L’association des Mollets, porteuse: association"),
        ("Mairie de Vals et préfecture ; 2 syndicats", "Mairie de Vals: | préfecture: | 2 syndicats: syndicat 2"),
    ],
)
def test_partners_are_split_outside_brackets(tmp_path: Path, typed: str, partners: str) -> None:
    case = _case(tmp_path, f"Partenaires : {typed}\n")
    said = [" ".join(map(str, (f"{one.texte}:", *one.type, one.nombre or ""))) for one in case.partenaires]
    assert " | ".join(map(str.rstrip, said)) == partners


@pytest.mark.parametrize(
    ("label", "typed", "scale"),
    [
        ("Partenaires / échelle", "5 CC, deux départements", ["deux départements"]),
        ("Partenaires / échelle", "5 CC\n30 000 habitants", ["30 000 habitants"]),
        ("Partenaires", "5 CC sur 3 départements", ["sur 3 départements"]),
        ("Partenaires", "5 CC, deux départements", []),
    ],
)
def test_territories_that_are_counted_beside_the_partners_are_the_scale(
    tmp_path: Path, label: str, typed: str, scale: list[str]
) -> None:
    assert [point.texte for point in _case(tmp_path, f"{label}\n{typed}\n").echelle] == scale


@pytest.mark.parametrize("marks", ["–", "•", "✓", "-", "*", "→"])
def test_the_marks_of_lists_mean_the_same(tmp_path: Path, marks: str) -> None:
    for name in ("fiche.txt", "fiche.md"):
        text = f"Titre : Accord du Lac\n\nActeurs : les maires\n\nEnjeux :\n\n{marks} L’eau\n\n{marks} Le sol\n"
        assert [point.texte for point in _built(tmp_path, text, name).case.enjeux] == ["L’eau", "Le sol"]


@pytest.mark.parametrize(
    ("typed", "points"),
    [
        ("1. Route\n2. Pont\n3. Bac", ["Route", "Pont", "Bac"]),
        ("a) Route\nb) Pont", ["Route", "Pont"]),
        ("1) Route\n2) Pont", ["Route", "Pont"]),
        ("2. Route\n4. Pont", ["2. Route", "4. Pont"]),
        ("3) Route", ["3) Route"]),
        ("Trois axes :\n- Route\n- Pont\n- Bac\n- Un reste", ["Trois axes", "Route", "Pont", "Bac", "Un reste"]),
        ("- Deux axes :\n- Route\n- Pont\n- Un reste", ["Deux axes", "Route", "Pont", "Un reste"]),
    ],
)
def test_numbers_that_run_are_dropped_and_points_nest_below_a_head(
    tmp_path: Path, typed: str, points: list[str]
) -> None:
    case = _case(tmp_path, f"Objet\n{typed}\n")
    assert [words for point in case.objet for words in words_of(point)] == points
    if "Deux axes" in typed:
        assert [len(point.points) for point in case.objet] == [2, 0]


@pytest.mark.parametrize(
    ("typed", "step"),
    [
        ("Durée : 3 ans", ("3 ans", "Durée")),
        ("Signature : 12 mars 2014", ("12 mars 2014", "Signature")),
        ("Calendrier : 2012 : étude", ("2012", "étude")),
        ("Étapes : mars 2014 – signature", ("mars 2014", "signature")),
        ("Calendrier : Signature : 12 mars 2014", ("12 mars 2014", "Signature")),
    ],
)
def test_what_says_when_is_a_step(tmp_path: Path, typed: str, step: tuple[str, str]) -> None:
    assert [(one.quand, one.quoi) for one in _case(tmp_path, f"{typed}\n").etapes] == [step]


def test_instrument_and_status_are_keys_and_a_framework_agreement_is_a_form(tmp_path: Path) -> None:
    case = _case(tmp_path, "Instrument : Convention-cadre\nStatut : Achevé\nÉchéance : 2020\n")
    assert (case.outil, case.statut) == (("Convention-cadre",), "achevée")
    assert _case(tmp_path, "Instruments : Entente, charte et syndicat mixte\n").outil == (
        "Entente",
        "charte",
        "syndicat mixte",
    )
