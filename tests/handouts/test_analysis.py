"""The analysis pages: one sheet per case, with every partner and question."""

import pytest

import coopform as api
from coopform.collection.collection import Collection
from coopform.model.case import Case, Partner, Recueil
from coopform.rendering.pages.render import as_text
from tests.support.layout_cases import HARD
from tests.support.parsing import parse_html
from tests.support.printed import A4, ENGINES, assert_in_order, print_by, read, sizes, squeezed

QUESTIONS = [
    "Une coopération volontaire, voire nécessaire ?",
    "Quelles relations directes nouvelles, entre quels acteurs ?",
    "Gagnant / gagnant : qu’y gagne chacun ?",
    "Convergence, complémentarité, solidarité ?",
    "Une organisation plus ou moins formelle ?",
    "Pour faire quoi, et de quoi ?",
    "Une coopération, ou une prestation achetée ?",
]
WORDS = ["valoriser", "développer", "gérer", "préserver", "ressources", "potentiels", "services"]


def case_with(count: int, words: str = "Communauté de communes du Pays") -> Case:
    partners = tuple(Partner(texte=f"{words} {number}") for number in range(count))
    title = "Une coopération dont le titre tient sur deux lignes au moins, entre un parc et des communautés de communes"
    return Case(id=f"c{count}", titre=title, outil=("Entente", "Contrat de réciprocité"), partenaires=partners)


@pytest.mark.parametrize("engine", ENGINES)
def test_one_leaf_for_each_of_the_five(five: Collection, engine: str) -> None:
    pdf = read(print_by(engine, as_text(api.analysis(five.cases, five.recueil), "html")))
    assert sizes(pdf) == [A4] * len(five.cases)
    for page, case in zip(pdf.pages, five.cases, strict=True):
        found = squeezed(page.extract_text())
        assert squeezed(case.titre) in found
        assert all(squeezed(partner.texte) in found for partner in case.partenaires)
        assert all(squeezed(words) in found for words in [*QUESTIONS, *WORDS])
        assert found.count(squeezed("Qu’est-ce qui le montre dans la fiche ?")) == 5


@pytest.mark.parametrize("engine", ENGINES)
def test_any_number_of_partners_fits_a_leaf(engine: str) -> None:
    long_names = case_with(8, "Syndicat mixte d’aménagement et de développement du bassin de vie")
    cases = [*map(case_with, range(10)), long_names, HARD["eight-partners"]]
    pdf = read(print_by(engine, as_text(api.analysis(cases, Recueil()), "html")))
    assert sizes(pdf) == [A4] * len(cases)
    for page, case in zip(pdf.pages, cases, strict=True):
        assert_in_order(squeezed(page.extract_text()), [squeezed(partner.texte) for partner in case.partenaires])


@pytest.mark.parametrize("engine", ENGINES)
def test_what_does_not_fit_flows_on(engine: str) -> None:
    case = case_with(40, "Un partenaire que l’on nomme longuement pour voir ce que fait la page")
    pdf = read(print_by(engine, as_text(api.analysis([case], Recueil()), "html")))
    found = squeezed("".join(page.extract_text() for page in pdf.pages))
    assert_in_order(found, [squeezed(partner.texte) for partner in case.partenaires])
    assert all(squeezed(words) in found for words in QUESTIONS)


@pytest.mark.parametrize(("count", "lines"), [(0, 5), (1, 5), (2, 5), (3, 4), (4, 5), (6, 7), (8, 5)])
def test_each_partner_has_a_line_and_few_have_more(count: int, lines: int) -> None:
    made = parse_html(as_text(api.analysis([case_with(count)], Recueil()), "html"))
    gains = [tag for tag, attributes in made.elements if ("class", "gain") in attributes]
    assert len(gains) == lines
