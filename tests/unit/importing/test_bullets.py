"""Bullets typed as hyphens, with and without a space after them, in every format."""

from collections.abc import Callable
from pathlib import Path

import pytest

from coopform.importing.import_document import import_document
from coopform.model.case import Case
from tests.support.running import Coopform
from tests.support.trade_sheets import Sheet, write

ROWS = {
    "Déclencheurs": ("-La sécheresse", "–les crues", "-« L’eau »"),
    "Partenaires": ("-5 CC", "-le PNR"),
    "Ambitions": ("-10 projets", "-2015 : un bilan", "−Grandir"),
    "Acteurs": ("-COPIL : maire", "-bureau : élus"),
}
Maker = Callable[[list[tuple[str, list[str]]], Path], Path]


def _text(rows: list[tuple[str, list[str]]], folder: Path) -> Path:
    return write(Sheet("fiche.txt", _lines(rows, "{}"), "", {}), folder)


def _markdown(rows: list[tuple[str, list[str]]], folder: Path) -> Path:
    return write(Sheet("fiche.md", _lines(rows, "## {}"), "", {}), folder)


def _lines(rows: list[tuple[str, list[str]]], label: str) -> str:
    parts = ("\n".join((label.format(name), *lines)) for name, lines in rows)
    return "\n\n".join(["Entente du Haut-Pays" if label == "{}" else "# Entente du Haut-Pays", *parts]) + "\n"


def _html(rows: list[tuple[str, list[str]]], folder: Path) -> Path:
    body = "".join(f"<h2>{name}</h2><p>{'<br>'.join(lines)}</p>" for name, lines in rows)
    return write(Sheet("fiche.html", f"<h1>Entente du Haut-Pays</h1>{body}", "", {}), folder)


def _items(rows: list[tuple[str, list[str]]], folder: Path) -> Path:
    body = "".join(f"<h2>{name}</h2><ul>{''.join(f'<li>{line}</li>' for line in lines)}</ul>" for name, lines in rows)
    return write(Sheet("liste.html", f"<h1>Entente du Haut-Pays</h1>{body}", "", {}), folder)


def _word(rows: list[tuple[str, list[str]]], folder: Path) -> Path:
    parts = [part for name, lines in rows for part in (("h2", name), *(("", line) for line in lines))]
    return write(Sheet("fiche.docx", [("h1", "Entente du Haut-Pays"), *parts], "", {}), folder)


def _word_table(rows: list[tuple[str, list[str]]], folder: Path) -> Path:
    table = [(name, "\n".join(lines)) for name, lines in rows]
    return write(Sheet("table.docx", [("h1", "Entente du Haut-Pays"), ("table", table)], "", {}), folder)


def _csv(rows: list[tuple[str, list[str]]], folder: Path) -> Path:
    cells = [("Titre", ["Entente du Haut-Pays"]), *rows]
    text = "\n".join('"{}";"{}"'.format(name, "\n".join(lines)) for name, lines in cells)
    return write(Sheet("fiche.csv", text, "", {}), folder)


def _opendocument(rows: list[tuple[str, list[str]]], folder: Path) -> Path:
    parts = [part for name, lines in rows for part in (("h2", name), *(("", line) for line in lines))]
    return write(Sheet("fiche.odt", [("h1", "Entente du Haut-Pays"), *parts], "", {}), folder)


def _read(make: Maker, rows: dict[str, tuple[str, ...]], folder: Path) -> tuple[Case, list[str]]:
    (made,) = import_document(make([(name, [*lines]) for name, lines in rows.items()], folder))
    assert made.built
    return made.built.case, made.built.hyphens


@pytest.mark.parametrize("make", [_text, _markdown, _html, _items, _word, _word_table, _csv, _opendocument])
def test_a_hyphen_glued_to_its_text_is_a_bullet(make: Maker, tmp_path: Path) -> None:
    case, hyphens = _read(make, ROWS, tmp_path)
    assert [point.texte for point in case.declencheurs] == ["La sécheresse", "les crues", "« L’eau »"]
    assert [(one.texte, one.type, one.nombre) for one in case.partenaires] == [
        ("5 CC", ("CC",), 5),
        ("le PNR", ("PNR",), None),
    ]
    assert [point.full_text() for point in case.ambitions] == ["10 projets", "2015 : un bilan", "Grandir"]
    assert [(point.libelle, point.texte) for point in case.acteurs] == [("COPIL", "maire"), ("bureau", "élus")]
    assert hyphens == []


@pytest.mark.parametrize(
    ("lines", "read", "unsure"),
    [
        (["-5 % de débit par an"], ["-5 % de débit par an"], 0),
        (["Un hiver doux", "-3 °C au plus froid"], ["Un hiver doux", "-3 °C au plus froid"], 0),
        (["- un déficit", "-1,5 M€ en 2014"], ["un déficit", "-1,5 M€ en 2014"], 0),
        (["- un", "-5 communes", "- deux"], ["un", "5 communes", "deux"], 0),
        (["-5 communes", "-3 bourgs"], ["5 communes", "3 bourgs"], 0),
        (["Un bourg", "-5 communes", "Un lac"], ["Un bourg", "-5 communes", "Un lac"], 1),
        (["-120 emplois"], ["-120 emplois"], 1),
        (["-La crue", "-20 % d’eau"], ["La crue", "-20 % d’eau"], 1),
        (["-La crue", "Un lac", "-120 emplois"], ["La crue", "Un lac", "120 emplois"], 0),
    ],
)
def test_a_hyphen_before_a_number_is_a_minus_sign_or_a_bullet_by_the_lines_around(
    tmp_path: Path, lines: list[str], read: list[str], unsure: int
) -> None:
    rows = {"Déclencheurs": tuple(lines), "Acteurs": ("Les maires",), "Objet": ("L’eau",)}
    case, hyphens = _read(_text, rows, tmp_path)
    assert [point.full_text() for point in case.declencheurs] == read
    assert hyphens == ["declencheurs"] * unsure


def test_the_board_names_the_points_that_may_be_negative(coopform: Coopform, tmp_path: Path) -> None:
    path = _text([("Enjeux", ["Un bourg", "-5 communes"]), ("Acteurs", ["Les maires"])], tmp_path)
    run = coopform("import", path, "--into", tmp_path / "cases")
    assert (
        "to check: in Stakes (enjeux), 1 point begins with a hyphen and a number: a bullet or a minus sign?" in run.err
    )
    assert run.err.startswith("to c")
