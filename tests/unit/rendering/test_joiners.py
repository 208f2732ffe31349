"""Joined emoji and scripts with joining letters are kept as typed in every format, without a problem."""

import csv
import io
import json
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from coopform.text.characters import hidden_characters, visible
from tests.support import printed
from tests.support.running import Coopform

TEXTS = {
    "family": "👨\u200d👩\u200d👧\u200d👦",
    "skin tone": "👩🏽\u200d🚒",
    "variation selector": "❤\ufe0f\u200d🔥",
    "sign": "🏴\u200d☠\ufe0f",
    "arrow": "🙂\u200d↔\ufe0f",
    "flag of a region": "🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f",
    "Persian word": "می\u200cشود",
    "Persian ending of a number": "۱۲\u200cساله",
    "Persian ending of an acronym": "PDF\u200cها",
    "Persian abbreviation": "ه\u200d.ش",
    "Hindi": "क्\u200dष",
    "keycap": "1\ufe0f\u20e3",
}
HIDING = {
    "before a word": "\u200dmot",
    "after a word": "mot\u200c",
    "in a Latin word": "co\u200cop",
    "joined in a Latin word": "co\u200dop",
    "doubled": "می\u200c\u200cشود",
    "doubled in an emoji": "👩\u200d\u200d👧",
    "after an emoji": "👩\u200d fin",
    "before an emoji": "\u200d👩",
    "tags without a flag": "mot\U000e0061\U000e0062",
    "a flag without an end": "🏴\U000e0067\U000e0062 fin",
    "a long text in tags": "🏴" + "\U000e0061" * 20 + "\U000e007f",
}


@pytest.fixture
def folder(empty: Path) -> Path:
    (empty / "cases").mkdir()
    return empty


def _write(folder: Path, words: str) -> None:
    rows = "".join(f"{key}: Un point\n" for key in ("declencheurs", "partenaires", "ambitions", "objet", "acteurs"))
    text = f"titre: Famille {words} des Vallées\noutil: Entente\nenjeux:\n  - {words} d’abord\n{rows}"
    (folder / "cases" / "un.yaml").write_text(text, encoding="utf-8")


def _document(folder: Path, coopform: Coopform) -> str:
    assert coopform("render", "un", "--format", "docx", "-o", "out").code == 0
    with zipfile.ZipFile(folder / "out" / "un.docx") as archive:
        return archive.read("word/document.xml").decode("utf-8")


@pytest.mark.parametrize("words", TEXTS.values(), ids=TEXTS)
def test_it_is_shown_as_typed(words: str, coopform: Coopform, folder: Path) -> None:
    _write(folder, words)
    checked = coopform("check")
    assert (checked.code, checked.out) == (0, "1 file checked: no problem.\n")
    assert coopform("render", "un", "-o", "out").code == 0
    shown = [
        coopform("list").out,
        coopform("list", "--format", "csv").out,
        coopform("show", "un").out,
        coopform("show", "un", "--format", "yaml").out,
        (folder / "out" / "un.html").read_text(encoding="utf-8"),
        (folder / "out" / "un.md").read_text(encoding="utf-8"),
        _document(folder, coopform),
    ]
    for text in shown:
        assert f"Famille {words.replace('.', chr(92) + '.')}" in text or f"Famille {words}" in text
        assert "<U+" not in text
        assert "&lt;U+" not in text
    assert json.loads(coopform("show", "un", "--format", "json").out)["titre"] == f"Famille {words} des Vallées"


@pytest.mark.needs("weasyprint")
def test_no_code_is_printed(coopform: Coopform, folder: Path) -> None:
    _write(folder, " ".join(TEXTS.values()))
    assert coopform("render", "un", "--format", "pdf", "--pdf-engine", "weasyprint", "-o", "out").code == 0
    printed_text = printed.squeezed(printed.text(printed.read(folder / "out" / "un.pdf"))).replace("\0", "")
    assert "Famille" in printed_text
    assert "U+" not in printed_text


@pytest.mark.parametrize("words", HIDING.values(), ids=HIDING)
def test_what_hides_something_is_written_out(words: str, coopform: Coopform, folder: Path) -> None:
    _write(folder, words)
    assert "hidden-character" in coopform("check").out
    assert "<U+" in coopform("show", "un").out


def test_an_export_and_an_import_keep_it(coopform: Coopform, folder: Path) -> None:
    words = " ".join(TEXTS.values())
    _write(folder, words)
    for name in ("tout.csv", "tout.json", "tout.xlsx", "tout.yaml"):
        assert coopform("export", "-o", name).code == 0
        assert coopform("import", name, "--into", f"from-{name}").code == 0
        data = json.loads(coopform("show", "un", "--cases", f"from-{name}", "--format", "json").out)
        assert data["titre"] == f"Famille {words} des Vallées"
    rows = list(csv.reader(io.StringIO((folder / "tout.csv").read_text(encoding="utf-8-sig")), delimiter=";"))
    assert any(f"Famille {words} des Vallées" in cell for row in rows for cell in row)


def test_a_document_keeps_it_and_loses_what_hides_something(coopform: Coopform, folder: Path) -> None:
    (folder / "notes.txt").write_text(
        "Famille 👩\u200d👧 des\u200d Vallées\n\nEnjeux\n- می\u200cشود et co\u200cop\n\nObjet\n- Une charte\n",
        encoding="utf-8",
    )
    assert coopform("import", "notes.txt", "--into", "made").code == 0
    text = "".join(path.read_text(encoding="utf-8") for path in (folder / "made").glob("*.yaml"))
    assert "Famille 👩\u200d👧 des Vallées" in text
    assert "می\u200cشود et coop" in text


def test_the_columns_of_a_list_stay(coopform: Coopform, folder: Path) -> None:
    for number, words in enumerate(["Latin", *TEXTS.values()]):
        _write(folder, words)
        (folder / "cases" / "un.yaml").rename(folder / "cases" / f"cas-{number:02}.yaml")
    lines = [line for line in coopform("list").out.splitlines() if "Entente" in line]
    assert len(lines) == len(TEXTS) + 1
    assert len({cell_len(line.partition("Entente")[0]) for line in lines}) == 1


_mixed = st.text(
    st.sampled_from(
        [*"a1 .<👩👧❤🏴🚒مشه۱क्", "\u200c", "\u200d", "\ufe0f", "🏽", "\u061c", "\u180e", "\U000e0067", "\U000e007f"]
    )
)


@given(_mixed)
def test_what_is_visible_hides_nothing(text: str) -> None:
    assert hidden_characters(visible(text)) == []
    assert visible(visible(text)) == visible(text)


@given(_mixed)
def test_every_character_is_shown_or_written_out(text: str) -> None:
    shown = visible(text)
    for character in hidden_characters(text):
        written = f"<U+{ord(character):04X}>"
        assert written in shown
        shown = shown.replace(written, character, 1)
    assert sorted(shown) == sorted(text)


@pytest.mark.parametrize("words", [TEXTS["family"], TEXTS["skin tone"], TEXTS["variation selector"]])
def test_a_joined_picture_for_a_bullet_goes_as_one(words: str, coopform: Coopform, folder: Path) -> None:
    path = folder / "cases" / "un.yaml"
    path.write_text(f"titre: Un\noutil: Entente\nobjet:\n  {words} Eau\n  {words} Air\n", encoding="utf-8")
    coopform("check", "--fix")
    assert path.read_text(encoding="utf-8").endswith("objet:\n  - Eau\n  - Air\n")
