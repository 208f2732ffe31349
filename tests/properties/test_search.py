"""Search in the joined, folded text of a case gives the same result as in each text."""

from hypothesis import given
from hypothesis import strategies as st

from coopform import Query, search
from coopform.model.case import Case, Partner, Point
from coopform.model.sections import texts
from coopform.text.folding import fold

PIECES = st.one_of(
    st.sampled_from(
        ["Comité", "comite\u0301", "COMITÉ", "cœur", "Œuvre", "l’eau", "l'eau", "nouveau", "ﬁn", "½", "´", "¨"]
    ),
    st.sampled_from(["–", "…", "«", "»", "€", "µ", "ß", "Ł", "Ω", "ʼ", "‘", "(", "42", "\u0301", "İ", "ſ"]),
    st.text(st.characters(exclude_categories=["Cc", "Cs"]), max_size=3),
)
SPACES = st.sampled_from(["", " ", "  ", "\n", "\t", "\u00a0", "\u202f", "\u2028"])
TEXTS = st.lists(st.tuples(PIECES, SPACES), max_size=5).map(lambda pairs: "".join(map("".join, pairs)))
POINTS = st.builds(
    lambda label, text, below: Point(libelle=label, texte=text, points=tuple(Point(texte=text) for text in below)),
    st.none() | TEXTS,
    st.none() | TEXTS,
    st.lists(TEXTS, max_size=2),
)
PARTNERS = st.builds(lambda text, role: Partner(texte=text, role=role), TEXTS, st.sampled_from([None, "financeur"]))


@st.composite
def cases(draw: st.DrawFn) -> Case:
    def some(values: st.SearchStrategy[object]) -> tuple[object, ...]:
        return tuple(draw(st.lists(values, max_size=2)))

    values = {"enjeux": some(POINTS), "echelle": some(POINTS), "partenaires": some(PARTNERS), "themes": some(TEXTS)}
    return Case.model_validate({"id": "a-1", "titre": draw(TEXTS), "outil": some(TEXTS), **values})


def holds(case: Case, phrase: str) -> bool:
    """The specification: one of the texts contains the phrase at the start of a word."""
    for text in map(fold, (case.id, *texts(case))):
        places = [place for place in range(len(text) + 1) if text.startswith(fold(phrase), place)]
        if any(place == 0 or not text[place - 1].isalnum() or not fold(phrase) for place in places):
            return True
    return False


@given(cases(), st.lists(TEXTS, min_size=1, max_size=3), st.data())
def test_a_phrase_is_found_as_the_rule_says(case: Case, phrases: list[str], data: st.DataObject) -> None:
    found = [text for text in (case.id, *texts(case)) if text]
    # A part of what stands there: a phrase that is found, or nearly.
    text = data.draw(st.sampled_from(found))
    start = data.draw(st.integers(0, len(text) - 1))
    phrases = [*phrases, text[start : start + data.draw(st.integers(1, 8))]]
    for asked in (phrases[-1:], phrases):
        assert search([case], Query(words=asked)) == [case] * all(holds(case, phrase) for phrase in asked)


@given(cases())
def test_the_texts_of_a_case_are_those_of_its_rows(case: Case) -> None:
    rows = [text for key in ("partenaires", "enjeux") for point in case.row(key) for text in point.texts()]
    said = [case.titre, *case.outil, *rows, *case.themes]
    assert [text for text in texts(case) if text] == [text for text in said if text]


def test_a_phrase_does_not_go_from_one_text_to_the_next() -> None:
    case = Case(id="a", titre="Un titre", outil=("Entente",), themes=("eau", "forêt"))
    assert search([case], Query(words=("eau", "foret"))) == [case]
    assert search([case], Query(words=("eau foret",))) == []
