"""The vocabulary: consistent data, lookup ignoring case, detection of recurring words."""

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from coopform.model import vocabulary
from coopform.text.folding import fold

WORDS = vocabulary.load()
FAMILIES = {"feuille de route", "convention", "entente", "contrat", "prestation / mutualisation", "structure"}


def spotted(text: str) -> list[tuple[str, str]]:
    return [(found.mot, text[found.start : found.end]) for found in WORDS.spot(text)]


def test_forms_of_agreement_are_complete() -> None:
    assert len(WORDS.outils) == 18
    assert {outil.famille for outil in WORDS.outils} == FAMILIES
    assert all(outil.definition.endswith(".") and outil.source for outil in WORDS.outils)


def test_no_name_means_two_things() -> None:
    meanings: dict[str, set[str]] = {}
    for outil in WORDS.outils:
        for name in (outil.cle, outil.nom, *outil.variantes):
            meanings.setdefault(fold(name), set()).add(outil.cle)
    for kind in WORDS.partner_types:
        for name in (kind.sigle, kind.nom, kind.pluriel, *kind.variantes):
            meanings.setdefault(f"type {fold(name)}", set()).add(kind.sigle)
    assert not {name: owners for name, owners in meanings.items() if len(owners) > 1}


@pytest.mark.parametrize("name", ["Entente", "ENTENTE", "entente interterritoriale", "entente"])
def test_a_form_is_found_by_any_of_its_names(name: str) -> None:
    outil = WORDS.outil(name)
    assert outil is not None
    assert outil.cle == "entente"


@pytest.mark.parametrize("name", ["CC", "CA", "CU", "métropole", "Metropole", "communautés de communes"])
def test_communities_are_epci(name: str) -> None:
    kind = WORDS.partner_type(name)
    assert kind is not None
    assert kind.familles == ("EPCI",)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Le comité technique se réunit", [("comité technique", "comité technique")]),
        ("les COMITES TECHNIQUES des deux", [("comité technique", "COMITES TECHNIQUES")]),
        ("un\u00a0comité\u00a0technique", [("comité technique", "comité\u00a0technique")]),
        ("Appel à projet DRAAF", [("appel à projets", "Appel à projet")]),
        ("des appels à projets", [("appel à projets", "appels à projets")]),
        ("une convention CIFRE", []),
        ("une convention, puis une convention CIFRE", [("convention", "convention")]),
        ("reconventionner", []),
        ("mise en relation des acteurs", [("relation", "mise en relation")]),
        ("organes de pilotage", [("comité de pilotage", "organes de pilotage")]),
        ("chef de projets", [("chef de projet", "chef de projets")]),
        ("", []),
    ],
)
def test_recurring_words_are_whole_words(text: str, expected: list[tuple[str, str]]) -> None:
    assert spotted(text) == expected


def test_acronyms_are_found_in_capitals_only() -> None:
    found = WORDS.sigles_in(["Le SCoT et le PNR, la cc et SAGES", "CLE / Pays"])
    assert found == {
        "CLE": "commission locale de l’eau",
        "PNR": "parc naturel régional",
        "SCoT": "schéma de cohérence territoriale",
    }


def test_the_nearest_term_is_proposed() -> None:
    assert WORDS.nearest_outil("convention d'articulations") == "Convention d’articulation"
    assert WORDS.nearest_type("communauté de commune") == "CC"
    assert WORDS.nearest_type("xyzw") is None


def spotted_plainly(text: str) -> list[vocabulary.Spotted]:
    """The specification of `spot`, by character and spelling."""
    folded = [(part, place) for place, character in enumerate(text) for part in _folded(character)]
    words = "".join(part for part, _ in folded)
    spellings = [(form, mot.mot) for mot in WORDS.mots for form in (mot.mot, *mot.formes)]
    spellings += [(form, "") for mot in WORDS.mots for form in mot.sauf]
    spellings.sort(key=lambda spelling: -len(spelling[0]))
    found, start = [], 0
    while start < len(words):
        for form, mot in spellings:
            match = re.compile(r"(?<!\w)" + r"[sx]?\s+".join(fold(form).split()) + r"[sx]?(?!\w)").match(words, start)
            if match:
                if mot:
                    found.append(vocabulary.Spotted(mot, folded[start][1], folded[match.end() - 1][1] + 1))
                start = match.end() - 1
                break
        start += 1
    return found


def _folded(character: str) -> str:
    return fold(character) or (" " if character.isspace() else "")


WORDS_OF_FORMS = sorted(
    {word for mot in WORDS.mots for form in (mot.mot, *mot.formes, *mot.sauf) for word in form.split()}
)
PIECES = st.one_of(
    st.sampled_from(WORDS_OF_FORMS),
    st.sampled_from(WORDS_OF_FORMS).map(str.upper),
    st.sampled_from([mot.mot for mot in WORDS.mots]),
    st.sampled_from(
        ["s", "x", " ", "  ", "\u00a0", "\n", "'", "’", "-", "œ", "ﬁ", "é", "e\u0301", "\u0301", "´", "…", "ß"]
    ),
    st.text(max_size=3),
)


@given(st.lists(st.tuples(PIECES, st.sampled_from(["", " ", " "]))).map(lambda pairs: "".join(map("".join, pairs))))
@example("mise en relation d’une conventions CIFREs, ŒUVRE de chefs de projet")
@example("œ´comite\u0301  techniques")
def test_words_are_spotted_as_the_rule_says(text: str) -> None:
    assert list(WORDS.spot(text)) == spotted_plainly(text)


def test_acronyms_are_whole_words() -> None:
    assert list(WORDS.sigles_in(["Le SCoT, porté par 5 CC", "CC-PNR (SAGE)"])) == ["CC", "PNR", "SAGE", "SCoT"]
    assert WORDS.sigles_in(["une première", "xCC CCx CC2 éCC SCOT", "C"]) == {}
