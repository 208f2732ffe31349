"""The facets of a collection: their values, and that a case has one if the filter of `list` finds it."""

import pytest

from coopform.collection.collection import read_collection
from coopform.finding import facets
from coopform.finding.facets import MOST_VALUES
from coopform.finding.search import Query, search
from coopform.model import vocabulary
from coopform.model.case import Case
from coopform.text.folding import fold
from coopform.text.i18n import Translator
from tests.benchmarks import corpus
from tests.support.full_case import FULL
from tests.support.long_cases import long_cases
from tests.support.places import CASES

# By facet, the filter that it is; the others are called as their filters.
FILTERS = {"famille": "outil"}
FRENCH = Translator("fr")


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> list[Case]:
    """Cases of all kinds: the shipped, the long, a full one, generated ones, and themes that begin alike."""
    folder = tmp_path_factory.mktemp("generated")
    corpus.write(folder, 40)
    themed = [
        FULL.model_copy(update={"id": f"theme-{number}", "themes": themes, "outil": forms})
        for number, (themes, forms) in enumerate(
            [
                (("Eau",), ("une entente de massif",)),
                (("eau potable", "ÉNERGIE"), ("Entente",)),
                (("energie",), ("Convention inventée", "convention inventee")),
                ((), ()),
            ]
        )
    ]
    return [*read_collection(CASES).cases, *long_cases(), FULL, *read_collection(folder).cases, *themed]


def test_a_case_has_a_value_if_the_filter_finds_it(many: list[Case]) -> None:
    made = facets.facets(many, FRENCH)
    assert [facet.key for facet in made] == ["outil", "famille", "partenaire", "theme", "departement", "statut", "mot"]
    for facet in made:
        for place, value in enumerate(facet.values):
            query = Query(**{FILTERS.get(facet.key, facet.key): (value.key,)})
            having = [case for case, places in zip(many, facet.of_cases, strict=True) if place in places]
            assert [case.id for case in having] == [case.id for case in search(many, query)], (facet.key, value)


def test_spellings_that_differ_in_case_and_accents_are_one_value(many: list[Case]) -> None:
    values = {facet.key: [value.label for value in facet.values] for facet in facets.facets(many, FRENCH)}
    assert [label for label in values["theme"] if label.lower().startswith(("é", "e"))] == [
        "eau", "eau potable", "ÉNERGIE",
    ]  # fmt: skip
    assert [fold(label) for label in values["outil"]].count("convention inventee") == 1
    assert {"Corse-du-Sud (2A)", "Ardèche (07)"} <= set(values["departement"])


def test_a_facet_keeps_the_values_that_most_cases_have() -> None:
    cases = [FULL.model_copy(update={"id": f"c{n}", "themes": (f"theme {n:04}", "commun")}) for n in range(400)]
    (themes,) = (facet for facet in facets.facets(cases, FRENCH) if facet.key == "theme")
    assert len(themes.values) == MOST_VALUES
    assert "commun" in {value.key for value in themes.values}


def test_a_facet_that_no_case_fills_in_is_left_out() -> None:
    assert [facet.key for facet in facets.facets([Case(id="nu", titre="Rien")], FRENCH)] == []


def test_every_departement_has_its_name() -> None:
    names = vocabulary.load().departements
    codes = {*(f"{n:02}" for n in range(1, 96) if n != 20), "2A", "2B", "971", "972", "973", "974", "976"}
    assert names.keys() == codes
    assert len(set(names.values())) == 101
    assert (names["07"], names["2B"], names["974"]) == ("Ardèche", "Haute-Corse", "La Réunion")
