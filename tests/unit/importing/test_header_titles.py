"""A title that is only in the header of the pages is that of the case, to be confirmed."""

from pathlib import Path

import docx
import pytest
from docx.document import Document
from docx.enum.section import WD_SECTION

from coopform import import_document
from coopform.importing.import_document import CaseText

ROWS = (("Enjeux", "L’eau"), ("Partenaires", "2 communes"), ("Objet", "Un bac"), ("Acteurs", "Un comité"))


def _add_rows(document: Document, end: str = "") -> None:
    for label, text in ROWS:
        document.add_heading(label, 2)
        document.add_paragraph(f"{text} {end}".strip())


def _imported(document: Document, folder: Path) -> list[CaseText]:
    document.save(str(folder / "fiche.docx"))
    return import_document(folder / "fiche.docx")


HEADERS = [
    (["Le bac des deux rives"], "Le bac des deux rives", []),
    # The tabs of a header, a letterhead, and what is said of the document.
    (
        ["PNR du Bois\tLe bac des deux rives\tmars 2025", "Page"],
        "Le bac des deux rives",
        ["PNR du Bois", "mars 2025"],
    ),
    (
        ["Communauté de communes du Lac", "1 rue Haute - 07000 Lorme", "lac@exemple.org", "Le bac des deux rives"],
        "Le bac des deux rives",
        ["Communauté de communes du Lac", "1 rue Haute - 07000 Lorme", "lac@exemple.org"],
    ),
    (["Recueil de la journée", "Le bac des deux rives"], "Le bac des deux rives", ["Recueil de la journée"]),
    (["Avec nos voisins", "Entente du bac"], "Entente du bac", ["Avec nos voisins"]),
    (["FICHE DE COOPÉRATION : Le bac des deux rives"], "Le bac des deux rives", ["FICHE DE COOPÉRATION"]),
    (["Rédigé par Jeanne Rive, mars 2025", "Mars 2025"], "", ["Mars 2025"]),
]


@pytest.mark.parametrize(("lines", "title", "left"), HEADERS, ids=[lines[0] for lines, *_ in HEADERS])
def test_the_title_is_in_the_header(tmp_path: Path, lines: list[str], title: str, left: list[str]) -> None:
    document = docx.Document()
    header = document.sections[0].header
    header.paragraphs[0].text = lines[0]
    for line in lines[1:]:
        header.add_paragraph(line)
    _add_rows(document)
    (made,) = _imported(document, tmp_path)
    assert made.built is not None
    assert made.title == title
    assert ("titre" in made.built.guessed) == bool(title)
    assert all(words in made.text.partition("# À reclasser")[2] for words in left)


# Where some have none, or all have the same, the header is that of the document.
@pytest.mark.parametrize(
    ("titles", "expected"),
    [
        (["Le bac", "La halle", "Le four"], ["Le bac", "La halle", "Le four"]),
        (["Le bac", "Le bac"], ["", ""]),
        (["Le bac", ""], ["", ""]),
    ],
)
def test_each_section_has_the_title_of_its_header(tmp_path: Path, titles: list[str], expected: list[str]) -> None:
    document = docx.Document()
    for number, title in enumerate(titles):
        section = document.add_section(WD_SECTION.NEW_PAGE) if number else document.sections[0]
        section.header.is_linked_to_previous = False
        section.header.paragraphs[0].text = title
        _add_rows(document, str(number))
    assert [made.title for made in _imported(document, tmp_path)] == expected


def test_a_title_in_the_text_is_not_replaced_by_the_header(tmp_path: Path) -> None:
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "Entente des voisins"
    document.add_heading("Le bac des deux rives", 1)
    _add_rows(document)
    (made,) = _imported(document, tmp_path)
    assert made.title == "Le bac des deux rives"
    assert "Entente des voisins" in made.text
