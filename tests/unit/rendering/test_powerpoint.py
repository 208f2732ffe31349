"""The slides as PPTX: real titles and texts, what to say in the notes, nothing beyond a slide."""

import io
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import html5lib
import pytest

import coopform as api
from coopform.collection.collection import Collection
from coopform.comparing.comparison import compare
from coopform.handouts.documents import Document
from coopform.handouts.slides import Slides
from coopform.handouts.workshop import schedule
from coopform.handouts.workshop.letters import letters
from coopform.model.case import Case, Recueil
from coopform.model.grid import GRID
from coopform.rendering.pages.render import as_text
from coopform.text.i18n import Translator
from tests.support.long_cases import long_cases
from tests.support.printed import squeezed, words_of
from tests.support.running import Coopform

pptx = pytest.importorskip("pptx")
qn = pptx.oxml.ns.qn
T = Translator("fr")


def planned(cases: Sequence[Case], recueil: Recueil) -> Document[Slides]:
    return replace(api.slides(compare(cases), recueil, start="9:30"), letters=letters(len(cases)))


Deck = tuple[Document[Slides], Any]


@pytest.fixture(scope="module")
def decks(five: Collection) -> list[Deck]:
    """The slides of the five cases, and of eight long ones, more than have slides each: as planned, and as read."""
    documents = [planned(cases, five.recueil) for cases in (five.cases, long_cases()[:8])]
    return [(document, pptx.Presentation(io.BytesIO(api.as_bytes(document, "pptx"))).slides) for document in documents]


@pytest.fixture
def slides_of_five(decks: list[Deck]) -> Any:
    return decks[0][1]


@pytest.mark.parametrize("are_long", [False, True])
def test_every_word_is_on_a_slide_and_every_slide_has_its_title(decks: list[Deck], are_long: bool) -> None:
    document, slides = decks[are_long]
    cases = document.cases
    assert all(slide.shapes.title.text_frame.text for slide in slides)
    for number, rubric in enumerate(GRID, 1):
        of_rubric = [
            slide for slide in slides if slide.shapes.title.text_frame.text.startswith(f"{number}. {T(rubric.label)}")
        ]
        rows = [
            row.cells for slide in of_rubric for shape in slide.shapes if shape.has_table for row in shape.table.rows
        ]
        for letter, case in zip(letters(len(cases)), cases, strict=True):
            # What does not fit goes on on the next slide, beside the same name.
            own = [cells[1] for cells in rows if cells[0].text_frame.text.split()[0] == letter]
            found = squeezed("".join(cell.text_frame.text for cell in own))
            assert all(word in found for word in words_of(case, [rubric.key]))


@pytest.mark.parametrize("are_long", [False, True])
def test_they_are_the_slides_of_the_projector_in_the_same_order(decks: list[Deck], are_long: bool) -> None:
    document, slides = decks[are_long]
    projected = html5lib.parse(as_text(document, "html"), namespaceHTMLElements=False).iter("section")
    for section, slide in zip(projected, slides, strict=True):
        heading = next(one for one in section.iter() if one.tag in ("h1", "h2"))
        assert squeezed("".join(heading.itertext())) in squeezed(slide.shapes.title.text_frame.text).replace("·", "")
        rows = list(section.iter("article"))
        words = ["".join(one.itertext()) for row in rows for one in row if one.get("class") == "words"]
        tables = [shape.table for shape in slide.shapes if shape.has_table]
        written = [row.cells[1].text_frame.text for table in tables for row in table.rows]
        assert [*map(squeezed, written)] == [*map(squeezed, words)]
        if section.get("class") == "slide step":
            text = "".join(shape.text_frame.text for shape in slide.shapes if shape.has_text_frame)
            until = next(one for one in section.iter("p") if one.get("class") == "until")
            assert squeezed("".join(until.itertext())) in squeezed(text)


def test_the_notes_say_what_to_say(slides_of_five: Any) -> None:
    notes = "".join(slide.notes_slide.notes_text_frame.text for slide in slides_of_five if slide.has_notes_slide)
    for step in schedule.steps(5):
        assert all(T(sentence) in notes for sentence in step.how)
    assert all(T(rubric.question) in notes for rubric in GRID)


def test_rows_have_the_letters_of_the_cases_or_numbers_and_twenty_points_at_least(slides_of_five: Any) -> None:
    tables = [shape.table for slide in slides_of_five for shape in slide.shapes if shape.has_table]
    rows = [row.cells for table in tables for row in table.rows]
    assert {cells[0].text_frame.text[:1] for cells in rows} == set("ABCDE123456")
    runs = [
        run for cells in rows for cell in cells for paragraph in cell.text_frame.paragraphs for run in paragraph.runs
    ]
    assert min(run.font.size.pt for run in runs) >= 20
    # A second line of a name begins under the first, not under the letter.
    hanging = [cells[0].text_frame.paragraphs[0]._p.pPr for cells in rows]
    assert all(int(one.get("marL")) == -int(one.get("indent")) > 0 for one in hanging)


def test_slides_are_numbered_and_titles_end_above_the_text(slides_of_five: Any) -> None:
    fields = [slide.shapes[-1]._element.find(f".//{qn('a:fld')}") for slide in slides_of_five]
    assert [(one.get("type"), one.findtext(qn("a:t"))) for one in fields] == [
        ("slidenum", str(number)) for number in range(1, len(slides_of_five) + 1)
    ]
    title, text, _ = slides_of_five[1].shapes
    assert title.top + title.height < text.top


def test_the_same_slides_give_the_same_bytes(five: Collection) -> None:
    first, again = (api.as_bytes(planned(five.cases, five.recueil), "pptx") for _ in range(2))
    assert first == again


def test_the_command_writes_them(coopform: Coopform, workshop: Path) -> None:
    run = coopform("render", "--document", "slides", "--format", "pptx", "-o", "out")
    assert run.code == 0, run.err
    assert (workshop / "out/diaporama.pptx").is_file()


def test_without_the_library_the_extra_is_named(
    coopform: Coopform, workshop: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("coopform.extras.find_spec", lambda library: None)
    run = coopform("render", "--document", "slides", "--format", "pptx", "-o", "out")
    assert run.code == 2
    assert "coopform[office]" in run.err
