"""The analysis pages: one A4 for each case, with its partners, the seven questions and lines to write on."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest

import coopform as api
from coopform.collection.collection import Collection
from coopform.handouts.analysis_pages import FEWEST
from coopform.handouts.workshop.letters import letters
from coopform.model.case import Case, Partner, Recueil
from coopform.rendering.pages.render import as_text
from coopform.text.typography import shown
from tests.support.layout_cases import HARD
from tests.support.long_cases import long_cases
from tests.support.monstrous import MONSTROUS
from tests.support.parsing import parse_html
from tests.support.printed import A4, ENGINES, assert_in_order, print_by, print_together, read, sizes, squeezed, text_of

QUESTIONS = [
    "Q1 Une coopération volontaire, voire nécessaire ?",
    "Q2 Quelles relations directes nouvelles, entre quels acteurs ?",
    "Q3 Gagnant / gagnant : qu’y gagne chacun ?",
    "Q4 Convergence, complémentarité, solidarité ?",
    "Q5 Une organisation plus ou moins formelle ?",
    "Q6 Pour faire quoi, et sur quoi ?",
    "Q7 Une coopération, ou une prestation achetée ?",
]
WORDS = ["valoriser", "développer", "gérer", "préserver", "ressources", "potentiels", "services", "un peu des deux"]
TITLE = "Une coopération dont le titre tient sur deux lignes au moins, entre un parc et des communautés de communes"


def case_named(names: Sequence[str]) -> Case:
    return Case(id="x", titre=TITLE, outil=("Entente",), partenaires=tuple(Partner(texte=name) for name in names))


def case_with(count: int, words: str = "Communauté de communes du Pays") -> Case:
    partners = tuple(Partner(texte=f"{words} {number}") for number in range(count))
    return Case(id=f"c{count}", titre=TITLE, outil=("Entente", "Contrat de réciprocité"), partenaires=partners)


MANY = {
    "long": long_cases(),
    "hard": [*HARD.values(), *MONSTROUS.values()],
    "partners": [case_with(count) for count in (0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 40, 200)],
    "long partners": [
        case_with(count, "Syndicat mixte d’aménagement et de développement du bassin " * 3) for count in (3, 8)
    ],
}


@pytest.mark.parametrize("engine", ENGINES)
def test_one_leaf_for_each_of_the_five(five: Collection, engine: str) -> None:
    pdf = read(print_by(engine, as_text(api.analysis(five.cases, five.recueil), "html")))
    assert sizes(pdf) == [A4] * len(five.cases)
    for page, case in zip(pdf.pages, five.cases, strict=True):
        found = text_of([page])
        assert squeezed(case.titre) in found
        assert all(squeezed(partner.texte)[:24] in found for partner in case.partenaires)
        assert all(squeezed(words) in found for words in [*QUESTIONS, *WORDS])
        assert found.count(squeezed("Ce qui le montre, rubrique : 1 2 3 4 5 6")) == len(QUESTIONS)


@pytest.mark.parametrize("engine", ENGINES)
def test_any_case_is_one_page(engine: str) -> None:
    many = MANY | {"long": MANY["long"][:5]}
    made = [api.analysis(cases, Recueil(), has_letters=True) for cases in many.values()]
    printed = print_together(engine, [as_text(document, "html") for document in made])
    assert [sizes(pdf) for pdf in printed] == [[A4] * len(cases) for cases in many.values()]
    pages = [page for pdf in printed for page in pdf.pages]
    plans = [plan for document in made for plan in document.content.pages]
    for page, plan in zip(pages, plans, strict=True):
        found = text_of([page])
        assert all(squeezed(words) in found for words in QUESTIONS)
        assert_in_order(found, [squeezed(words) for words in plan.gains])
        # A browser makes everything smaller where one part is wider than the page.
        assert squeezed("Quelles relations") in text_of([page], at_least=10.5)


@pytest.mark.parametrize("engine", ENGINES)
def test_an_english_page_is_one_page_too(engine: str) -> None:
    cases = [case_with(count) for count in (0, 1, 4, 7, 8, 40, 200)]
    # A logo takes room from the head.
    made = api.analysis(cases, Recueil(langue="en", logo="logo.png"), has_letters=True)
    pdf = read(print_by(engine, as_text(made, "html")))
    assert sizes(pdf) == [A4] * len(cases)
    for page in pdf.pages:
        assert squeezed("Is it a co-operation, or the purchase of a service?") in text_of([page])
        assert squeezed("Was this co-operation") in text_of([page], at_least=10.5)
        # The last boxes are clear of the foot, and a row of the table is one line.
        assert "make the most of" in page.text
        lowest = min(one.height for one in page.characters if one.text != " " and one.height > 15)
        assert lowest > 20


@pytest.mark.parametrize("name", MANY)
def test_every_question_has_its_lines(name: str) -> None:
    for page in api.analysis(MANY[name], Recueil(), has_letters=True).content.pages:
        assert min(page.lines) >= FEWEST
        assert len(page.gains) / page.columns >= FEWEST
        assert len(page.gains) % page.columns == 0
        assert page.gains[-1] == "l’intérêt général"
        assert not re.search(r"…\s*…", page.many)


@pytest.mark.parametrize(("count", "named"), [(0, 0), (1, 1), (4, 4), (6, 6), (7, 7), (40, 0)])
def test_each_partner_has_its_line_up_to_seven(count: int, named: int) -> None:
    [page] = api.analysis([case_with(count)], Recueil()).content.pages
    assert len([gain for gain in page.gains if "Communauté" in gain]) == named
    assert bool(page.many) is (count == 40)


def test_a_long_name_is_cut_between_words() -> None:
    [page] = api.analysis([case_with(1, "Syndicat mixte " * 12)], Recueil()).content.pages
    assert page.gains[0].endswith("Syndicat mixte …")


def test_the_title_at_the_foot_is_cut_between_words() -> None:
    cases = long_cases()
    made = replace(api.analysis(cases, Recueil()), letters=letters(len(cases)))
    feet = re.findall(r'foot-title"><b>[A-T]</b> · ([^<]+)', as_text(made, "html"))
    assert len(feet) == len(cases)
    for case, foot in zip(cases, feet, strict=True):
        assert shown(case.titre, "fr").startswith(foot.removesuffix(" …"))
        assert foot.endswith(" …")


def test_names_that_begin_alike_keep_what_sets_them_apart() -> None:
    places = ["du Val d’Orge", "de la Loue", "des Deux Rives", "du Bocage et des Étangs"]
    explained = "Le Pays, chef de file pour les mobilités et pour l’accueil des entreprises du territoire"
    names = [f"Communauté de communes {place}" for place in places]
    short = ["Communauté … du Val d’Orge", "Communauté … des Deux Rives", "… du Bocage et des Étangs", "Le Pays …"]
    [page] = api.analysis([case_named([*names, explained])], Recueil()).content.pages
    assert [name for name in page.gains if name in short] == short
    many = [f"{name} {number}" for number in range(6) for name in names]
    [page] = api.analysis([case_named(many)], Recueil()).content.pages
    assert page.many.startswith(
        "1\u00a0Communauté de communes du Val d’Orge 0, 2\u00a0…\u00a0de la Loue 0, 3\u00a0…\u00a0Deux"
    )


def test_the_letter_is_only_in_a_pack(five: Collection) -> None:
    made: Any = api.analysis(five.cases, five.recueil)
    assert 'class="disc"' not in as_text(made, "html")
    parsed = parse_html(as_text(made, "html"))
    assert [tag for tag, _ in parsed.elements if tag in {"h1", "h2"}] == ["h1"] + ["h2"] * len(five.cases)
