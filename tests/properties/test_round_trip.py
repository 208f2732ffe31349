"""Every export format can be imported as the same collection."""

import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given

from coopform.casefile.reader import read_case, read_recueil
from coopform.casefile.source import Source as Text
from coopform.casefile.writer import typed_case, write_case
from coopform.casefile.yaml_text import as_yaml
from coopform.collection.collection import Collection
from coopform.exporting.cells import from_cell, to_cell
from coopform.exporting.endings import ENDINGS
from coopform.exporting.formats import export
from coopform.exporting.plain_data import case_data
from coopform.importing import detect
from coopform.importing.blocks import SourceDocument, Table
from coopform.importing.failures import UnreadableDocument
from coopform.importing.readers import own_tables, read_data
from coopform.importing.readers.table_cells import cell_of
from coopform.model import keys
from coopform.model.case import Case, Point, Recueil
from coopform.model.keys import Shape
from tests.support.strategies import NAUGHTY, case_of, collections, dealt_cases, fewer, recueil_of


def _table(rows: Iterable[Sequence[str]]) -> Table:
    return Table(tuple(tuple(map(cell_of, row)) for row in rows))


def cases_of(source: SourceDocument) -> list[Case | None]:
    cases = []
    for data in source.data:
        typed = {key: value for key, value in data.items() if key != "id"}
        cases.append(read_case(Text("", as_yaml(typed)), str(data["id"])).value)
    return cases


def assert_come_back(cases: Sequence[Case], recueil: Recueil, formats: Iterable[str], folder: Path) -> None:
    """Assert that cases come back from each format; those whose data are the same are read as cases once."""
    read: list[tuple[dict[str, Any], ...]] = []
    for fmt in formats:
        path = folder / f"recueil.{fmt}"
        path.write_bytes(export(tuple(cases), recueil, fmt))
        source = detect.read(path)
        assert source.blocks == ()
        if source.data not in read:
            assert cases_of(source) == list(cases), fmt
            read.append(source.data)
        if fmt in ("json", "yaml", "xlsx"):
            assert read_recueil(Text("", as_yaml(source.recueil))).value == recueil


@fewer
@given(drawn=collections())
def test_any_collection_comes_back(tmp_path: Path, drawn: tuple[list[Case], Recueil]) -> None:
    assert_come_back(*drawn, ENDINGS, tmp_path)


# YAML is that of case files (`test_writing`), and a line of JSON is JSON.
@pytest.mark.long
def test_each_text_comes_back_from_every_field(tmp_path: Path) -> None:
    dealt = dealt_cases()
    for start in range(0, len(dealt), 25):
        cases, recueil = dealt[start : start + 25], recueil_of(NAUGHTY[start])
        assert_come_back(cases, recueil, ("json", "csv"), tmp_path)
        # The cells of a workbook are those of CSV, whose values were read as cases.
        path = tmp_path / "recueil.xlsx"
        path.write_bytes(export(tuple(cases), recueil, "xlsx"))
        book = detect.read(path)
        assert (book.data, book.blocks) == (detect.read(tmp_path / "recueil.csv").data, ())
        assert read_recueil(Text("", as_yaml(book.recueil))).value == recueil


def test_what_a_spreadsheet_would_change_comes_back(tmp_path: Path) -> None:
    texts = (
        "– a", "- a", "• a", "a\n\n– b", "a\n\n- b\n\n• c", "=1+1", "'=1+1", "''=1+1", "'a", "-1", "07", "2015-03",
        "1e5", "#N/A", "TRUE", "_x0041_", "_x005F_x0041_", "a ; b", 'dit "oui"', "a : b", "a: b", "{}", "[]", "null",
    )  # fmt: skip
    cases = [case_of(text, f"cas-{number}") for number, text in enumerate(texts)]
    assert_come_back(cases, recueil_of("=1+1"), ENDINGS, tmp_path)


@pytest.mark.parametrize("fmt", ENDINGS)
def test_no_case_at_all_can_be_exported(fmt: str) -> None:
    assert export((), None, fmt) is not None


@pytest.mark.parametrize("fmt", ENDINGS)
def test_the_same_cases_give_the_same_bytes(five: Collection, monkeypatch: pytest.MonkeyPatch, fmt: str) -> None:
    first = export(five.cases, five.recueil, fmt)
    monkeypatch.setattr("time.localtime", lambda *_: (1999, 1, 1, 1, 1, 1, 0, 1, 0))
    assert export(five.cases, five.recueil, fmt) == first
    assert b"2026-" not in first.replace(b"2026-11-22", b"")


@pytest.mark.parametrize(
    ("shape", "typed", "value"),
    [
        (Shape.POINTS, "Pilotage : les élus\nAnimation", [{"Pilotage": "les élus"}, "Animation"]),
        (Shape.POINTS, "- un\n- deux", ["un", "deux"]),
        (Shape.POINTS, "• un\r\n• deux", ["un", "deux"]),
        (Shape.POINTS, "– un : deux : trois\n– quatre", ["un : deux : trois", "quatre"]),
        (Shape.POINTS, "– un\n\n– deux", ["un", "deux"]),
        (Shape.TEXTS, "Eau\nForêt", ["Eau", "Forêt"]),
        (Shape.TEXTS, "– Eau\n– Forêt", ["Eau", "Forêt"]),
        (Shape.TEXTS, "Eau\n\nForêt", "Eau\n\nForêt"),
        (Shape.FICHE, "auteur : [", "auteur : ["),
        (Shape.POINTS, "  \n ", None),
    ],
)
def test_what_people_type_in_a_cell_is_understood(shape: Shape, typed: str, value: object) -> None:
    assert from_cell(typed, shape) == value


def test_points_are_pleasant_to_read_in_a_cell() -> None:
    points = (Point(libelle="Axes", points=(Point(texte="l’eau"), Point(libelle="Le reste", texte="à voir"))),)
    case = Case(id="cas", titre="Cas", outil=("Entente",), objet=points)
    rows = export([case], None, "csv").decode("utf-8-sig")
    assert '"– Axes :\n    – l’eau\n    – Le reste : à voir"' in rows


def test_a_column_of_somebodys_own_is_kept(tmp_path: Path) -> None:
    rows = [["ID", "Titre", "outil", "Remarques"], ["cas", "Cas", "Entente", "à relire"], ["", "", "", ""]]
    source = own_tables.recognise(SourceDocument("recueil.csv", (_table(rows),)))
    assert source.data == ({"id": "cas", "titre": "Cas", "outil": "Entente", "Remarques": "à relire"},)


def test_a_table_of_somebody_else_stays_as_it_is() -> None:
    source = SourceDocument("notes.csv", (_table([["Titre", "Enjeux"], ["Cas", "l’eau"]]),))
    assert own_tables.recognise(source) == source


def test_a_case_shown_comes_back_from_each_format(five: Collection, tmp_path: Path) -> None:
    case = five.cases[-1]
    for name, text in {"tridan.json": json.dumps(case_data(case)), "tridan.yaml": write_case(case)}.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
        assert cases_of(read_data.read(tmp_path / name)) == [case]


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("a.json", b"[" * 200_000, "bomb"),
        ("a.json", b'{"titre":' * 100_000, "bomb"),
        ("a.json", b'{"titre": ' + b"[" * 40 + b"]" * 40 + b"}", "bomb"),
        ("a.json", b'{"titre": NaN}', "broken"),
        ("a.json", b'{"titre": -Infinity}', "broken"),
        ("a.json", b'{"titre": "a", "titre": "b"}', "broken"),
        ("a.json", '{"titre": "é"}'.encode("latin-1"), "broken"),
        ("a.json", b'{"titre": "a"', "broken"),
        ("a.json", b"3", "data"),
        ("a.json", b'{"a": 1}', "data"),
        ("a.json", b'["a"]', "data"),
        ("a.json", b'{"cases": 3}', "data"),
        ("a.json", b"", "empty"),
        ("a.json", b" \n", "empty"),
        ("a.json", b"[]", "empty"),
        ("a.jsonl", b'{"titre": "a"}\n{', "broken"),
        ("a.yaml", b"[" * 100_000, "bomb"),
        ("a.yaml", b"titre: &a x\noutil: *a\n", "broken"),
        ("a.yaml", b"titre: !!python/object:os.system x\n", "broken"),
        ("a.yaml", b"titre: a\ntitre: b\n", "broken"),
        ("a.yaml", b"titre: [\n", "broken"),
        ("a.yaml", b"- a\n", "data"),
    ],
)
def test_a_hostile_file_ends_in_one_reason(tmp_path: Path, name: str, content: bytes, reason: str) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(UnreadableDocument) as refusal:
        detect.read(path)
    assert (refusal.value.path, refusal.value.reason) == (path, reason)


def test_what_a_program_wrote_is_text_all_the_same(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    number = "9" * 5000
    path.write_text(f'[{{"id": "a", "titre": 1.10, "outil": {number}, "resume": "\\ud800\\u0000", "themes": true}}]')
    assert read_data.read(path).data == (
        {"id": "a", "titre": "1.10", "outil": number, "resume": "<U+D800><U+0000>", "themes": "true"},
    )


def test_a_folder_is_no_file_of_cases(tmp_path: Path) -> None:
    (tmp_path / "a.json").mkdir()
    with pytest.raises(UnreadableDocument):
        read_data.read(tmp_path / "a.json")


@given(drawn=collections(most=1))
def test_a_cell_gives_back_its_value(drawn: tuple[list[Case], Recueil]) -> None:
    for language in ("fr", "en"):
        for key, value in typed_case(drawn[0][0]).items():
            cell = to_cell(value, keys.CASE[key].shape, language)
            found = from_cell(cell, keys.CASE[key].shape)
            assert found == value or found == [value], "a text alone may come back as a list of one"
