"""The author, the date and the source in the header or the footer of a document are those of the sheet."""

from pathlib import Path

import docx
import pytest

from coopform.collection.collection import read_collection
from tests.support.running import Coopform


def document(path: Path, header: str, footer: str) -> Path:
    made = docx.Document()
    made.sections[0].header.paragraphs[0].text = header
    made.sections[0].footer.paragraphs[0].text = footer
    for text in ("Entente des Trois Vallées", "Enjeux :", "Les transports scolaires", "Acteurs :", "Les maires"):
        made.add_paragraph(text)
    made.save(str(path))
    return path


@pytest.mark.parametrize(
    ("header", "author", "date"),
    [
        ("Fiche rédigée par Camille Dubosc, juin 2019", "Camille Dubosc", "2019-06"),
        ("Rédigée par : Camille Dubosc, le 12 mai 2016", "Camille Dubosc", "2016-05-12"),
        ("Auteur : syndicat mixte, pôle projets", "syndicat mixte, pôle projets", None),
        ("Written by Camille Dubosc on 12 May 2016", "Camille Dubosc", "2016-05-12"),
        ("Document de travail, vu par tous", None, None),
    ],
)
def test_a_header_signs_the_sheet(
    coopform: Coopform, tmp_path: Path, header: str, author: str | None, date: str | None
) -> None:
    path = document(tmp_path / "a.docx", header, "Source : syndicat mixte des Trois Vallées")
    assert coopform("import", path, "--into", tmp_path / "cases").code == 0
    (case,) = read_collection(tmp_path / "cases").cases
    assert (case.fiche.auteur, case.fiche.date) == (author, date)
    assert [source.titre for source in case.sources] == ["syndicat mixte des Trois Vallées"]
    text = (tmp_path / "cases" / f"{case.id}.yaml").read_text("utf-8")
    assert (author is None) == (header in text)


@pytest.mark.parametrize(
    ("line", "author", "date"),
    [
        ("Fiche établie par Hugo Rive le 3 avril 2021", "Hugo Rive", "2021-04-03"),
        ("Fiche rédigée en mai 2022 par Zoé Lorme", "Zoé Lorme", "2022-05"),
        ("Auteur : Zoé Lorme, mai 2022", "Zoé Lorme", "2022-05"),
        ("Rédigée par le PNR, la charte fixe tout", None, None),
        ("Rédigée par Zoé et relue par les élus.", None, None),
    ],
)
def test_a_line_of_the_text_signs_the_sheet(
    coopform: Coopform, tmp_path: Path, line: str, author: str | None, date: str | None
) -> None:
    text = f"Entente du Lac\n\nEnjeux :\nL’eau\n\nActeurs :\nLes maires\n{line}\n"
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    assert coopform("import", tmp_path / "a.txt", "--into", tmp_path / "cases").code == 0
    (case,) = read_collection(tmp_path / "cases").cases
    assert (case.fiche.auteur, case.fiche.date) == (author, date)
    assert len(case.acteurs) == 1 + (author is None)


def test_a_column_that_is_still_empty_is_a_case_to_be_completed(coopform: Coopform, tmp_path: Path) -> None:
    table = "Grille;Lac;Monts;Charte en projet\nOutil;Entente;Convention;\nEnjeux;Eau;Bois;\nActeurs;Maires;Élus;\n"
    (tmp_path / "grille.csv").write_text(table, encoding="utf-8")
    assert coopform("import", tmp_path / "grille.csv", "--into", tmp_path / "cases").code == 0
    assert [case.titre for case in read_collection(tmp_path / "cases").cases] == ["Charte en projet", "Lac", "Monts"]
