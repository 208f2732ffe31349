"""The synthesis on one A3: the data, the signed readings, and empty cells for the group."""

from collections.abc import Sequence
from pathlib import Path

import html5lib
import pytest

import coopform as api
from coopform.collection.collection import Collection
from coopform.comparing.synthesis import page_rows
from coopform.model import vocabulary
from coopform.model.case import Case, Lecture, Recueil
from coopform.model.terms import shown_term
from coopform.rendering.pages.render import as_text
from coopform.text.i18n import Translator
from tests.support.large_print import assert_in_order, assert_said, hard_cases, printed_by, rendered
from tests.support.long_cases import long_cases_for
from tests.support.printed import A3_LANDSCAPE, ENGINES, print_together, sizes, squeezed, text_of
from tests.support.running import Coopform

BODIES = ("politique", "technique", "mixte", "animation")


def cells(cases: Sequence[Case], *, empty: bool = False) -> dict[str, list[str]]:
    """Return the text of each cell of the synthesis, by row; the heading first."""
    page = as_text(api.synthesis_of(cases, Recueil(), empty=empty), "html")
    tree = html5lib.parse(page, treebuilder="etree", namespaceHTMLElements=False)
    found: dict[str, list[str]] = {}
    for row in tree.iter("tr"):
        if row.get("class"):
            found.setdefault(row.get("class"), []).extend(" ".join("".join(cell.itertext()).split()) for cell in row)
    return found


def read(case: Case, **reading: object) -> Case:
    return case.model_copy(update={"lecture": Lecture.model_validate(reading)})


@pytest.mark.parametrize("engine", ENGINES)
def test_six_are_one_a3_filled_and_one_empty(five: Collection, engine: str) -> None:
    sixth = five.cases[4].model_copy(update={"titre_court": "Entente de la plaine et des vallées"})
    made = [api.synthesis_of([*five.cases, sixth], five.recueil, empty=empty) for empty in (False, True)]
    filled, empty = print_together(engine, [as_text(document, "html") for document in made])
    assert [*sizes(filled), *sizes(empty)] == [A3_LANDSCAPE] * 2
    assert "àremplirengroupe" in text_of(empty.pages)
    assert "àremplirengroupe" not in text_of(filled.pages)


@pytest.mark.parametrize("engine", ENGINES)
def test_every_word_of_the_readings_in_order(coopform: Coopform, workshop: Path, five: Collection, engine: str) -> None:
    filled, empty = rendered(coopform, workshop / "cases", "synthesis", engine)
    assert [*sizes(filled), *sizes(empty)] == [A3_LANDSCAPE] * 2
    said = [text for row in page_rows(five.cases) for cell in row.cells for text in cell]
    assert len(said) > 30
    found = text_of(filled.pages, 10)
    assert all(squeezed(case.short_title) in found for case in five.cases)
    assert_in_order(found, said)
    blank = text_of(empty.pages)
    assert_in_order(blank, [case.short_title for case in five.cases])
    assert not [text for text in said if len(text) > 25 and squeezed(text) in blank]


@pytest.mark.parametrize("engine", ENGINES)
def test_more_cases_go_to_further_pages(coopform: Coopform, tmp_path: Path, engine: str) -> None:
    cases = hard_cases(tmp_path)
    (cases / "a-titre.yaml").unlink()
    filled, empty = rendered(coopform, cases, "synthesis", engine)
    for pdf in (filled, empty):
        assert len(pdf.pages) == 2
        assert_in_order(text_of(pdf.pages), ["Trois cents mots", "Cas 1", "Cas 2", "Cas 8"])
        assert [f"{number}/2" in text_of([page]) for number, page in enumerate(pdf.pages, start=1)] == [True] * 2


@pytest.mark.parametrize("engine", ENGINES)
def test_boxes_and_lines_beside_a_reading_are_as_high_as_planned(five: Collection, engine: str) -> None:
    terms = vocabulary.load().lecture
    reading = {key: terms[key][0] for key in ("configuration", "integration")}
    bodies = {body: ["Un comité"] for body in BODIES}
    said = read(five.cases[0], declenchement=["Un appel à projets"], instances=bodies, **reading)
    recueil = five.recueil.model_copy(update={"pied_de_page": "Reproduction libre"})
    pdf = printed_by(api.synthesis_of([Case(id="b", titre="Ébauche"), said], recueil), engine)
    assert sizes(pdf) == [A3_LANDSCAPE]
    assert "Reproductionlibre" in text_of(pdf.pages)


@pytest.mark.parametrize("engine", ENGINES)
def test_long_cases(engine: str) -> None:
    cases = long_cases_for(engine)
    for made in (api.synthesis_of(cases, Recueil()), api.synthesis_of(cases, Recueil(), empty=True)):
        pdf = printed_by(made, engine)
        assert sizes(pdf) == [A3_LANDSCAPE] * len(made.content.pages)
        assert [len(page.places) for page in made.content.pages] == [5] * (len(cases) // 5)
        for page, plan in zip(pdf.pages, made.content.pages, strict=True):
            assert_said(text_of([page], 10), [cases[place].short_title for place in plan.places])
        said = [text for row in made.content.rows for cell in row.cells for text in cell]
        assert_said(text_of(pdf.pages, 10), said)


def test_the_empty_synthesis_says_nothing_and_signs_nothing(five: Collection) -> None:
    page = as_text(api.synthesis_of(five.cases, five.recueil, empty=True), "html")
    assert "à remplir en groupe" in page
    assert "☑" not in page
    assert "Lignes marquées" not in page
    options = vocabulary.load().lecture
    for key, texts in cells(five.cases, empty=True).items():
        boxes = len(options.get(key, ())) + (key == "declenchement")
        assert [text.count("☐") for text in texts[1:]] == [boxes] * len(five.cases)
        assert "lecture" not in texts[0]


def test_a_signed_reading_is_labelled_where_it_speaks(five: Collection) -> None:
    page = as_text(api.synthesis_of(five.cases, five.recueil), "html")
    legend = "interprétation proposée, dans les mots de la fiche, à discuter (proposée par coopform, 22 novembre 2026)"
    assert squeezed(legend) in squeezed(page)
    found = cells(five.cases)
    marked = [key for key, texts in found.items() if "lecture" in texts[0]]
    assert marked == ["declenchement", *BODIES]
    # The data of a case is not a reading, and these two have none.
    assert not {"outil", "echelle", "configuration", "integration"} & set(marked)


def test_without_readings_nothing_is_signed(five: Collection) -> None:
    unread = [case.model_copy(update={"lecture": None}) for case in five.cases]
    page = as_text(api.synthesis_of(unread, five.recueil), "html")
    assert "Lignes marquées" not in page
    assert not [key for key, texts in cells(unread).items() if "lecture" in texts[0]]


@pytest.mark.parametrize("key", ["configuration", "integration"])
def test_a_term_that_was_read_is_ticked_among_the_others(five: Collection, key: str) -> None:
    terms = vocabulary.load().lecture[key]
    first, second, *_ = five.cases
    texts = cells([read(first, **{key: terms[1]}), read(second)])[key]
    labels = [shown_term(term, Translator("fr")) for term in terms]
    assert texts[1] == " ".join(f"{'☑' if label == labels[1] else '☐'} {label}" for label in labels)
    assert texts[2] == " ".join(f"☐ {label}" for label in labels)
    assert "lecture" in texts[0]


def test_words_that_are_no_term_are_alone(five: Collection) -> None:
    [_, text] = cells([read(five.cases[0], configuration="en étoile")])["configuration"]
    assert text == "en étoile"


def test_the_ladder_goes_from_light_to_committing(five: Collection) -> None:
    page = as_text(api.synthesis_of(five.cases[:1], five.recueil), "html")
    ladder = page.split("ladder")[-1].split("</ul>")[0]
    assert ladder.count("<li>") == 5
    assert ladder.index("se connaître") < ladder.index("mutualiser") < ladder.index("se doter")
    assert "du plus léger au plus engageant" in page


def test_a_body_that_nobody_named_has_lines_to_write_on(five: Collection) -> None:
    page = as_text(api.synthesis_of(five.cases, five.recueil), "html")
    empty = sum(not cell for row in page_rows(five.cases) if not row.options for cell in row.cells)
    assert empty > 3
    assert page.count('<div class="lines"') == empty
