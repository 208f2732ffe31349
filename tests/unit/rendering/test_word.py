"""DOCX: all words in order, real styles and lists, one paper size and language; reproducible bytes."""

import io
import subprocess
import zipfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import product
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.document import Document as Docx
from docx.oxml.ns import qn
from docx.table import Table
from hypothesis import given
from lxml import etree

import coopform as api
from coopform.collection.collection import Collection
from coopform.comparing import comparison
from coopform.handouts.documents import Document
from coopform.handouts.workshop import copies
from coopform.handouts.workshop.letters import letters
from coopform.model import grid, handout_kinds
from coopform.model.case import Case, Fiche, Introduction, Partner, Point, Recueil, Reference, Step
from coopform.rendering.word.as_docx import as_docx
from coopform.rendering.word.words import address, shown
from coopform.text.characters import visible
from coopform.text.i18n import Translator
from tests.support.layout_cases import ADDRESS, HARD
from tests.support.long_cases import long_cases
from tests.support.parsing import squeeze
from tests.support.places import IDS
from tests.support.printed import A3_LANDSCAPE, A4, Pdf, assert_in_order, read, sizes, squeezed, text, text_of, words_of
from tests.support.running import Coopform
from tests.support.sheet_texts import sheet_paragraphs
from tests.support.strategies import HIDDEN, case_of, collections, dealt_cases, fewer, recueil_of

A4_LANDSCAPE = (297, 210)
RUBRICS = [rubric.key for rubric in grid.GRID]
LEARNT = [rubric.key for rubric in (*grid.LEARNT, *grid.AROUND)]

Make = Callable[[Sequence[Case], Recueil], Document[Any]]
DOCUMENTS: dict[str, Make] = {
    "sheet": lambda cases, recueil: api.sheet(cases[0], recueil),
    "comparison": lambda cases, recueil: api.side_by_side(comparison.compare(cases), recueil),
    "comparison-a4": lambda cases, recueil: api.side_by_side(comparison.compare(cases), recueil, "a4", with_us=True),
    "analysis": api.analysis,
    "booklet": lambda cases, recueil: api.booklet(comparison.compare(cases), recueil),
    "blank": lambda _, recueil: api.blank(recueil),
    "blank-a3": lambda _, recueil: api.blank(recueil, "a3"),
    "guide": lambda cases, recueil: api.guide(cases, recueil, copies.DEFAULT_PEOPLE),
    "agreement": lambda cases, recueil: api.agreement(cases[0], recueil),
}
# The rows of the grid in French, with their numbers.
NUMBERED = [f"{number}. {Translator('fr')(rubric.label)}" for number, rubric in enumerate(grid.GRID, start=1)]
# Those of one case, whose title they have.
OF_A_CASE = ["sheet", "agreement"]
HOLD_RUBRICS = ["sheet", "comparison", "comparison-a4", "booklet"]


@pytest.fixture(scope="module")
def of_five(five: Collection) -> Callable[[str], bytes]:
    """Return each document of the five cases, made once for all tests."""
    return cache(lambda name: as_docx(DOCUMENTS[name](five.cases, five.recueil)))


@pytest.fixture(scope="module")
def of_six(five: Collection) -> Callable[[str], bytes]:
    """Return each document of a case with everything and of the five, made once for all tests."""
    return cache(lambda name: as_docx(DOCUMENTS[name]([full_case(), *five.cases], five.recueil)))


def opened(data: bytes) -> Docx:
    return docx.Document(io.BytesIO(data))


def made(name: str, cases: Sequence[Case], recueil: Recueil) -> Docx:
    return opened(as_docx(DOCUMENTS[name](cases, recueil)))


def written(element: etree._Element) -> str:
    """Return the text of an element as shown in Word, with a space between paragraphs."""
    nodes = element.iter(qn("w:t"), qn("w:br"), qn("w:tab"), qn("w:p"))
    return squeeze("".join((node.text or "") if node.tag == qn("w:t") else " " for node in nodes))


def written_in(document: Document[Any]) -> str:
    return text_in(as_docx(document))


def text_in(data: bytes) -> str:
    """Return the text of a file, read without python-docx, which takes as long as writing it."""
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        return written(etree.fromstring(packed.read("word/document.xml")))


def column(table: Table, number: int) -> str:
    return squeezed("".join(written(row.tc_lst[number]) for row in table._tbl.tr_lst))


def xml_parts(data: bytes) -> Iterator[tuple[str, bytes]]:
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        for name in packed.namelist():
            if name.endswith((".xml", ".rels")):
                yield name, packed.read(name)


def full_case() -> Case:
    """Return a case with everything that a sheet can show."""
    return Case(
        id="plein",
        titre="Une coopération entière",
        titre_court="Entière",
        outil=("Entente", "Contrat de Pays"),
        territoire="Haut-Pays",
        declencheurs=(Point(texte="Premier alinéa\n\nSecond alinéa"), Point(texte="Autre déclencheur")),
        partenaires=(Partner(texte="Un Parc", role="signataire"),),
        echelle=(Point(texte="3 cantons"),),
        acteurs=(
            Point(libelle="Pilotage", points=(Point(libelle="Élus", points=(Point(texte="un maire"),)),)),
            Point(libelle="Un libellé si long qu’il est plutôt une phrase", texte="la suite"),
        ),
        resultats=(Point(texte="Un résultat"),),
        leviers=(Point(texte="Un levier"),),
        moyens=(Point(texte="Deux postes"),),
        resume="En bref, un essai.",
        themes=("eau", "énergie"),
        etapes=(Step(quand="2012", quoi="Deuxième étape"), Step(quand="2009", quoi="Première étape")),
        suite_de="Une entente d’avant",
        departements=("07", "42"),
        a_verifier=(Point(texte="Une date à vérifier"),),
        sources=(Reference(titre="Une source", url="https://exemple.fr/fiche"),),
        fiche=Fiche(auteur="Une autrice", date="2026-11-22", licence="CC-BY"),
        situation_au="2015-03",
    )


CASES = {**HARD, "full": full_case()}


@pytest.mark.parametrize("name", CASES)
@pytest.mark.parametrize("kind", ["sheet", "booklet"])
def test_hard_cases_hold_their_points_in_order(kind: str, name: str) -> None:
    case = CASES[name]
    words = [squeezed(case.titre), *words_of(case, [*RUBRICS, *LEARNT])]
    assert_in_order(squeezed(written_in(DOCUMENTS[kind]([case], Recueil()))), words)


@pytest.mark.parametrize("kind", ["comparison", "comparison-a4", "booklet"])
def test_a_comparison_holds_each_case_in_its_column(kind: str, five: Collection) -> None:
    cases = [*five.cases, *CASES.values()]
    document = DOCUMENTS[kind](cases, five.recueil)
    rows = [row.rubric.key for row in document.content.comparison.rows]
    tables = opened(as_docx(document)).tables
    grids = [table for table in tables if table.cell(0, 1).text.startswith("PNR")]
    first = next(
        number for number, table in enumerate(tables) if table.cell(0, 1)._tc.xml == grids[0].cell(0, 1)._tc.xml
    )
    for number, page in enumerate(document.content.groups):
        for place, index in enumerate(page, 1):
            case = cases[index]
            filled = [key for key in rows if case.is_filled(key)]
            assert_in_order(
                column(tables[first + number], place), [squeezed(case.short_title), *words_of(case, filled)]
            )


@pytest.mark.parametrize("kind", [*HOLD_RUBRICS, "analysis", "agreement"])
def test_what_is_to_be_checked_is_in_the_guide_only(kind: str, of_six: Callable[[str], bytes]) -> None:
    assert "Une date à vérifier" not in text_in(of_six(kind))
    assert "Une date à vérifier" in text_in(of_six("guide"))


def test_points_are_lists_of_the_word_processor() -> None:
    sheet = made("sheet", [full_case()], Recueil())
    found = {
        squeeze(paragraph.text): (paragraph.style.name, [run.text.strip() for run in paragraph.runs if run.bold])
        for row in sheet.tables[0].rows
        for paragraph in row.cells[1].paragraphs
        if paragraph.style is not None
    }
    assert found["Premier alinéa"] == ("List Bullet", [])
    assert found["Second alinéa"] == ("List Continue", [])
    assert found["Pilotage :"] == ("List Bullet", ["Pilotage\u00a0:"])
    assert found["Élus :"] == ("List Bullet 2", ["Élus\u00a0:"])
    assert found["un maire"] == ("List Bullet 3", [])
    assert found["Un libellé si long qu’il est plutôt une phrase : la suite"] == ("List Bullet", [])
    assert found["Un résultat"] == ("Normal", [])
    numbered = {style.name: style.element.pPr.numPr.numId.val for style in sheet.styles if "Bullet" in str(style.name)}
    assert sorted(numbered.values()) == [1, 2, 3]


@pytest.mark.parametrize("name", DOCUMENTS)
def test_styles_are_those_of_the_style_sheet(name: str, of_six: Callable[[str], bytes]) -> None:
    document = opened(of_six(name))
    known = {style.style_id for style in document.styles}
    used = {node.get(qn("w:val")) for node in document.element.body.iter(qn("w:pStyle"), qn("w:tblStyle"))}
    assert used <= known
    assert used & {"Title", "Heading1"}
    # Once in the styles, not in each paragraph.
    assert not list(document.element.body.iter(qn("w:rFonts"))) or name in ("analysis", "guide")
    assert not list(document.element.body.iter(qn("w:sz")))


def test_labels_of_rubrics_are_headings_in_order(five: Collection) -> None:
    sheet = made("sheet", [five.cases[0]], five.recueil)
    headings = [row.cells[0].paragraphs[0] for row in sheet.tables[0].rows]
    assert [paragraph.text for paragraph in headings] == [Translator("fr")(rubric.label) for rubric in grid.GRID]
    assert {paragraph.style.name for paragraph in headings if paragraph.style} == {"Heading 1"}


def test_an_empty_rubric_leaves_lines_to_write_on() -> None:
    sheet = made("sheet", [HARD["title-only"]], Recueil())
    for row in sheet.tables[0].rows:
        styles = [paragraph.style.name for paragraph in row.cells[1].paragraphs if paragraph.style]
        assert styles == ["To Fill In", "Writing Line", "Writing Line"]
        assert row.cells[1].paragraphs[0].text == "À compléter"


def test_rows_of_a_table_stay_whole_unless_they_are_long() -> None:
    sheet = made("sheet", [HARD["forty-points"]], Recueil())
    split = [row.cells[0].text for row in sheet.tables[0].rows if not list(row._tr.iter(qn("w:cantSplit")))]
    assert split == ["Enjeux"]


def test_an_analysis_names_who_writes_and_the_rows_of_the_sheet(five: Collection) -> None:
    document = made("analysis", five.cases[:1], five.recueil)
    [who] = [one.text for one in document.paragraphs if one.text.startswith("Groupe")]
    assert who.split("\t") == ["Groupe", "Qui écrit", "Qui rapporte"]
    gains = document.tables[0].rows[1].cells[0].paragraphs
    # Four lines at least, though the case has one partner.
    lines = [one.text for one in gains if one.style and one.style.name == "Writing Line"]
    assert list(map(bool, lines)) == [True, False, False, True]
    assert written(document.element.body).count("Ce qui le montre, rubrique : 1 2 3 4 5 6") == 5


def test_a_long_sheet_begins_under_its_title() -> None:
    # LibreOffice and Word move a table whose rows are kept together to the next page.
    sheet = made("sheet", [long_cases()[0]], Recueil())
    assert all(row.cells[0].paragraphs[0].paragraph_format.keep_with_next is False for row in sheet.tables[0].rows)


def test_notes_without_room_below_the_grid_begin_a_page(five: Collection) -> None:
    def begins_page(document: Docx) -> bool:
        [notes] = [one for one in document.paragraphs if one.text == shown("Ce qui est transposable chez nous ?", "fr")]
        return bool(notes.paragraph_format.page_break_before)

    assert not any(begins_page(made("sheet", [case], five.recueil)) for case in five.cases)
    assert any(begins_page(made("sheet", [case], Recueil())) for case in long_cases())


def test_notes_are_not_torn_from_their_first_lines() -> None:
    # On its third page and after, what Word has room for is not known: five lines that stay with their label.
    for case in long_cases()[::3]:
        notes = [
            one for one in made("sheet", [case], Recueil()).paragraphs if one.style and one.style.name == "Writing Line"
        ]
        kept = [bool(line.paragraph_format.keep_with_next) for line in notes]
        assert kept == [True] * 5 + [False] * (len(notes) - 5), case.id


def test_letters_and_numbers_of_a_pack_are_in_its_comparison(five: Collection, of_five: Callable[[str], bytes]) -> None:
    plain = DOCUMENTS["comparison"](five.cases, five.recueil)
    of_pack = opened(as_docx(replace(plain, letters=letters(len(five.cases)))))
    named = [f"{letter} – {case.short_title}" for letter, case in zip("ABCDE", five.cases, strict=True)]
    for table in of_pack.tables:
        assert [squeeze(cell.paragraphs[0].text) for cell in table.rows[0].cells[1:]] == named
    labels = [row.cells[0].text for row in of_pack.tables[0].rows[1:]]
    assert labels == [shown(label, "fr") for label in NUMBERED]
    assert "» B1 Mutualisation PNR / Pays, Éléments déclencheurs" in written(of_pack.element.body)
    assert opened(of_five("comparison")).tables[0].rows[1].cells[0].text == "Éléments déclencheurs"


def test_the_head_of_a_comparison_is_repeated(of_five: Callable[[str], bytes]) -> None:
    tables = opened(of_five("comparison")).tables
    assert len(tables) == 2
    for table in tables:
        assert [bool(list(row._tr.iter(qn("w:tblHeader")))) for row in table.rows] == [True] + [False] * (
            len(table.rows) - 1
        )


def test_a_column_is_left_for_the_group(of_five: Callable[[str], bytes]) -> None:
    tables = opened(of_five("comparison-a4")).tables
    assert [table.rows[0].cells[-1].text for table in tables] == ["Chez nous"] * 5
    assert all(not row.cells[-1].text for table in tables for row in table.rows[1:])


def test_shared_words_are_underlined_in_the_table_only(of_five: Callable[[str], bytes]) -> None:
    def underlined(table: Table) -> set[str]:
        runs = [run for cell in table._cells for paragraph in cell.paragraphs for run in paragraph.runs]
        return {run.text for run in runs if run.underline}

    booklet = opened(of_five("booklet")).tables
    table = opened(of_five("comparison")).tables[0]
    assert {"charte", "comité de pilotage"} <= underlined(table)
    assert [bool(underlined(sheet)) for sheet in booklet[:5]] == [False] * 5


def test_the_blank_sheet_is_one_table_of_labels_and_empty_cells(five: Collection) -> None:
    t = Translator("fr")
    (table,) = made("blank", [], five.recueil).tables
    labels = [row.cells[0].paragraphs[0].text for row in table.rows]
    assert labels[:3] == ["Titre", "Outil de coopération", "Territoire"]
    assert labels[3:9] == NUMBERED
    assert [row.cells[0].paragraphs[1].text for row in table.rows[3:9]] == [t(rubric.question) for rubric in grid.GRID]
    assert {len(row.cells) for row in table.rows} == {2}
    assert not any(row.cells[1].text for row in table.rows)


def test_the_blank_sheet_on_a3_is_the_board_that_it_is_on_paper(five: Collection) -> None:
    fields, bands = made("blank-a3", [], five.recueil).tables
    assert [cell.text for cell in fields.rows[0].cells][:3] == ["Titre", "Outil de coopération", "Territoire"]
    boxes = [cell.paragraphs[0].text for row in bands.rows for cell in row.cells]
    assert boxes == NUMBERED
    assert [len(row.cells) for row in bands.rows] == [3, 3]


def test_an_analysis_page_has_its_triangle_and_its_scale(of_five: Callable[[str], bytes]) -> None:
    body = opened(of_five("analysis")).element.body
    titles = [drawing.get("descr") for drawing in body.iter(qn("wp:docPr"))]
    assert titles == ["Un triangle, à marquer d’une croix", "Une échelle, à marquer d’une croix"] * 5
    assert len({drawing.get("id") for drawing in body.iter(qn("wp:docPr"))}) == 10


def test_an_analysis_page_of_a_pack_has_the_letter_of_its_case(five: Collection) -> None:
    document = replace(api.analysis(five.cases, five.recueil), letters=letters(len(five.cases)))
    said = [
        paragraph.text
        for paragraph in opened(as_docx(document)).paragraphs
        if paragraph.style and paragraph.style.name == "Kicker"
    ]
    assert said == [f"Page d’analyse · {letter}" for letter in "ABCDE"]


def any_partners(recueil: Recueil) -> api.Document[Any]:
    """Return an analysis of cases with few and many partners, and with short and long titles."""
    first = long_cases()[0]
    partners = [partner for case in long_cases() for partner in case.partenaires]
    counts = [*product((0, 1, 4, 5, 6, 11, 30), (12,)), (2, 4), (6, 4), (11, 4)]
    cases = [
        first.model_copy(
            update={
                "id": f"c{count}-{words}",
                "partenaires": tuple(partners[:count]),
                "titre": "Convention de partenariat " * words,
            }
        )
        for count, words in counts
    ]
    return api.analysis(cases, recueil)


def test_the_contents_of_a_booklet_lead_to_its_headings(five: Collection, of_five: Callable[[str], bytes]) -> None:
    booklet = opened(of_five("booklet"))
    body = booklet.element.body
    marks = {mark.get(qn("w:name")): written(mark.getparent()) for mark in body.iter(qn("w:bookmarkStart"))}
    entries = {
        link.get(qn("w:anchor")): written(link).removesuffix("–").strip()
        for link in body.iter(qn("w:hyperlink"))
        if link.get(qn("w:anchor"))
    }
    assert entries == marks
    assert {"_Tocsynthesis", "_Tocshared"} <= marks.keys()
    assert {mark.getparent().pPr.pStyle.val for mark in body.iter(qn("w:bookmarkStart"))} == {"Heading1"}
    assert [case.titre for case in five.cases] == [squeeze(words) for words in list(entries.values())[1:6]]
    kinds = [mark.get(qn("w:fldCharType")) for mark in body.iter(qn("w:fldChar"))]
    # The contents, and in each entry the number of its page.
    assert kinds == ["begin", "separate", *["begin", "separate", "end"] * len(entries), "end"]
    codes = [code.text.split()[:2] for code in body.iter(qn("w:instrText"))]
    assert codes[1:] == [["PAGEREF", name] for name in entries]
    assert [one.get(qn("w:val")) for one in booklet.settings.element.iter(qn("w:updateFields"))] == ["true"]


def test_legal_references_are_to_be_checked(five: Collection, of_five: Callable[[str], bytes]) -> None:
    forms = api.booklet(comparison.compare(five.cases), five.recueil).content.forms
    found = squeezed(text_in(of_five("booklet")))
    references = [form.known.reference for form in forms if form.known and form.known.reference]
    assert references
    for reference in references:
        assert squeezed(f"à vérifier : {reference}") in found


def test_an_introduction_stresses_its_words() -> None:
    recueil = Recueil(introduction=Introduction(paragraphes=("De **l’enjeu** et *rien*",)))
    booklet = made("booklet", [HARD["title-only"]], recueil)
    (paragraph,) = [one for one in booklet.paragraphs if "rien" in one.text]
    assert [(run.text, bool(run.bold)) for run in paragraph.runs] == [
        ("De ", False), ("l’enjeu", True), (" et *rien*", False),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("sheet", [A4]), ("comparison", [A3_LANDSCAPE] * 3), ("comparison-a4", [A4_LANDSCAPE] * 3), ("analysis", [A4]),
        ("blank", [A4]), ("blank-a3", [A3_LANDSCAPE]), ("guide", [A4]),
        ("agreement", [A4]),
        ("booklet", [A4, A4, *[A4_LANDSCAPE] * 3, A4]),
    ],
)  # fmt: skip
def test_paper(name: str, expected: list[tuple[int, int]], of_five: Callable[[str], bytes]) -> None:
    sections = opened(of_five(name)).sections
    found = [(round((one.page_width or 0) / 36000), round((one.page_height or 0) / 36000)) for one in sections]
    assert found == expected


@pytest.mark.parametrize(("language", "tag"), [("fr", "fr-FR"), ("en", "en-GB")])
@pytest.mark.parametrize("name", DOCUMENTS)
def test_the_language_is_said_for_spelling_and_for_readers(name: str, language: str, tag: str) -> None:
    case = full_case().model_copy(update={"langue": language})
    document = made(name, [case], Recueil(langue=language, titre="Le recueil", organisateurs=("Le Pays",)))
    defaults = document.styles.element.find(qn("w:docDefaults"))
    assert defaults is not None
    assert [lang.get(qn("w:val")) for lang in defaults.iter(qn("w:lang"))] == [tag]
    properties = document.core_properties
    assert (properties.language, properties.author) == (tag, "Le Pays")
    assert ("Une coopération entière" if name in OF_A_CASE else "Le recueil") in properties.title
    assert ("À compléter" in written(document.element.body)) == (language == "fr" and name in HOLD_RUBRICS)


@pytest.mark.parametrize("name", DOCUMENTS)
def test_the_same_document_is_the_same_bytes_and_holds_no_time(
    name: str, five: Collection, of_five: Callable[[str], bytes]
) -> None:
    data = as_docx(DOCUMENTS[name](five.cases, five.recueil))
    assert data == of_five(name)
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        assert {entry.date_time for entry in packed.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert packed.namelist() == sorted(packed.namelist())
        assert packed.namelist()[0] == "[Content_Types].xml"
        assert b"dcterms:" not in packed.read("docProps/core.xml").split(b">", 2)[2]
        assert "docProps/thumbnail.jpeg" not in packed.namelist()


@pytest.mark.parametrize("name", DOCUMENTS)
def test_no_narrow_space_reaches_word(name: str, of_six: Callable[[str], bytes]) -> None:
    for part, xml in xml_parts(of_six(name)):
        assert "\u202f" not in xml.decode("utf-8"), part


def test_french_spaces_do_not_break() -> None:
    case = Case(id="x", titre="Pourquoi ? « Oui » : 3 axes / 2", outil=("Entente",))
    sheet = made("sheet", [case], Recueil())
    assert "Pourquoi\u00a0? «\u00a0Oui\u00a0»\u00a0: 3\u00a0axes\u00a0/ 2" in [one.text for one in sheet.paragraphs]


@pytest.mark.parametrize("name", DOCUMENTS)
def test_hidden_characters_are_written_out(name: str) -> None:
    text = f"avant {' '.join(HIDDEN)} après"
    data = as_docx(DOCUMENTS[name]([case_of(text, "un"), case_of(text, "deux")], recueil_of(text)))
    for part, xml in xml_parts(data):
        etree.fromstring(xml)
        assert visible(xml.decode("utf-8")).replace("<U+000D>", "\r") == xml.decode("utf-8"), part
    assert squeeze(visible(text)) in written(opened(data).element.body)


@pytest.mark.long
def test_each_text_is_there_as_typed() -> None:
    for case in dealt_cases():
        found = written_in(DOCUMENTS["sheet"]([case], recueil_of(case.titre)))
        filled = [key for key in (*RUBRICS, *LEARNT) if case.is_filled(key)]
        assert_in_order(squeezed(found), [squeezed(case.titre), *words_of(case, filled)])
        assert all(squeeze(paragraph) in found for paragraph in sheet_paragraphs(case)), case.id


@pytest.mark.parametrize("name", DOCUMENTS)
@fewer
@given(drawn=collections())
def test_any_text_makes_a_file_that_opens(name: str, drawn: tuple[list[Case], Recueil]) -> None:
    cases, recueil = drawn
    data = as_docx(DOCUMENTS[name](cases, recueil))
    found = squeezed(written(opened(data).element.body))
    if name in HOLD_RUBRICS:
        for text in words_of(cases[0], ["enjeux"]) if cases[0].is_filled("enjeux") else []:
            assert text in found


@pytest.mark.parametrize(
    ("url", "link"),
    [
        ("https://exemple.fr/a?b=c&d=é#e", "https://exemple.fr/a?b=c&d=%C3%A9#e"),
        (ADDRESS, ADDRESS),
        ("https://exemple.fr/[a]", "https://exemple.fr/%5Ba%5D"),
        ("https://exemple.fr:port/", None),
        ("https://[exemple/", None),
        ("https:///a", None),
        ("https://exemple.fr/" + "a" * 2100, None),
    ],
)
def test_an_address_is_a_link_where_word_takes_it(url: str, link: str | None) -> None:
    assert address(url) == link
    case = Case(id="x", titre="x", outil=("Entente",), sources=(Reference(titre="Une source", url=url),))
    sheet = made("sheet", [case], Recueil())
    targets = [rel.target_ref for rel in sheet.part.rels.values() if rel.is_external]
    assert targets == ([link] if link else [])
    assert url in written(sheet.element.body)


def test_long_titles_fit_the_properties() -> None:
    case = Case(id="x", titre="mot " * 200 + "fin", outil=("Entente",))
    assert len(made("sheet", [case], Recueil()).core_properties.title) <= 255


def test_the_command_writes_and_leaves_alone_what_did_not_change(coopform: Coopform, workshop: Path) -> None:
    first = coopform("render", "tridan", "--document", "sheet", "--format", "docx", "-o", "out")
    assert first.code == 0
    assert "tridan.docx" in first.out
    again = coopform("render", "tridan", "--document", "sheet", "--format", "docx", "-o", "out")
    assert "1 unchanged" in again.err


@pytest.mark.long
def test_a_table_of_seventy_cases_is_written(five: Collection) -> None:
    cases = [
        five.cases[0].model_copy(update={"id": f"cas-{number}", "titre_court": f"Cas {number}"}) for number in range(70)
    ]
    document = api.side_by_side(comparison.compare(cases), five.recueil)
    found = written_in(document)
    assert all(f"Cas {number} " in found for number in range(70))


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Callable[[dict[str, bytes]], dict[str, Pdf]]:
    """Convert DOCX files to PDF with LibreOffice, several at once, since it is slow to start."""
    profile = tmp_path_factory.mktemp("profile")

    def convert(files: dict[str, bytes]) -> dict[str, Pdf]:
        folder = tmp_path_factory.mktemp("office")
        for name, data in files.items():
            (folder / f"{name}.docx").write_bytes(data)
        command = ["soffice", f"-env:UserInstallation={profile.as_uri()}", "--headless", "--convert-to", "pdf"]
        sources = [str(folder / f"{name}.docx") for name in files]
        subprocess.run([*command, "--outdir", str(folder), *sources], check=True, capture_output=True, timeout=240)
        return {name: read(folder / f"{name}.pdf") for name in files}

    return convert


@pytest.mark.needs("office")
def test_libreoffice_opens_every_document(
    office: Callable[[dict[str, bytes]], dict[str, Pdf]], five: Collection
) -> None:
    cases = [full_case(), *five.cases, *HARD.values()]
    files = {name: as_docx(make(cases, five.recueil)) for name, make in DOCUMENTS.items()}
    for name, pdf in office(files).items():
        found = text(pdf)
        known = squeezed(written(opened(files[name]).element.body))
        # Letters only: lines and columns depend on the printer.
        assert sorted(set(known) - set(found)) == [], name


@pytest.mark.needs("office", "carlito")
def test_pages_are_as_many_as_on_paper(office: Callable[[dict[str, bytes]], dict[str, Pdf]], five: Collection) -> None:
    files = {case.id: as_docx(api.sheet(case, five.recueil)) for case in five.cases}
    # All rows to be filled in, and a foot below the lines to write on.
    foot = five.recueil.model_copy(update={"pied_de_page": "Reproduction libre"})
    files["empty"] = as_docx(api.sheet(Case(id="empty", titre="Une ébauche"), foot))
    # Nothing below the lines to write on, under a row of a word and under a title of many lines.
    words = {rubric.key: (Point(texte="Eau"),) for rubric in grid.GRID if rubric.key != "partenaires"}
    for name, title in (("words", "Un mot"), ("title", "Entente pour la gestion partagée de l’eau " * 6)):
        files[name] = as_docx(api.sheet(Case(id=name, titre=title, partenaires=(Partner(texte="Elle"),), **words)))
    day = api.guide(five.cases, five.recueil, 20, groups=4, start="9:30")
    files["day"] = as_docx(replace(day, letters=letters(len(five.cases))))
    files |= {
        name: as_docx(make(five.cases, five.recueil)) for name, make in DOCUMENTS.items() if name not in OF_A_CASE
    }
    files["partners"] = as_docx(any_partners(five.recueil))
    expected = {
        **{name: [A4] for name in [*IDS, "empty", "words", "title", "day"]},
        "partners": [A4] * 10,
        "comparison": [A3_LANDSCAPE] * 2,
        "comparison-a4": [A4_LANDSCAPE] * 6,
        "analysis": [A4] * 5,
        "blank": [A4],
        "blank-a3": [A3_LANDSCAPE],
        "guide": [A4],
        "booklet": [*[A4] * 7, *[A4_LANDSCAPE] * 4, *[A4] * 2],
    }
    guides = {f"{groups}-groups": groups for groups in range(4, 13)}
    files |= {name: as_docx(api.guide(five.cases, five.recueil, 30, groups, "9:30")) for name, groups in guides.items()}
    made = office(files)
    assert {name: sizes(pdf) for name, pdf in made.items() if name not in guides} == expected
    # No page of a guide is empty.
    assert all(f"Groupe{groups}" in text_of(made[name].pages[-1:]) for name, groups in guides.items())


def test_every_kind_that_has_the_format_is_built() -> None:
    kinds = {kind for kind, known in handout_kinds.KINDS.items() if "docx" in known.formats}
    assert {name.split("-")[0] for name in DOCUMENTS} == kinds
