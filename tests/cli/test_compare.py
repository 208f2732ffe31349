"""`coopform compare`: choice of cases, formats, output."""

import json
from pathlib import Path

import pytest

from coopform.model.grid import GRID
from coopform.text.typography import typeset
from tests.support.running import Coopform


def test_every_row_of_every_case_is_there(coopform: Coopform, workshop: Path) -> None:
    for arguments in (["tridan", "sage-ardeche"], ["--all"]):
        data = json.loads(coopform("compare", *arguments, "--format", "json").out)
        assert [row["key"] for row in data["rows"]] == [rubric.key for rubric in GRID]
        for fmt in ("html", "markdown", "table"):
            # Without spaces, which depend on the format.
            out = "".join(
                coopform("compare", *arguments, "--format", fmt)
                .out.replace("<mark>", "")
                .replace("</mark>", "")
                .replace("<span> </span>", " ")
                .split()
            )
            for row in data["rows"]:
                for points in row["cells"].values():
                    assert points
                    for point in points:
                        text = "".join(typeset(point["texte"] or point["libelle"]).split())
                        assert (
                            text.replace(">", "&gt;" if fmt == "html" else "\\>" if fmt == "markdown" else ">") in out
                        )


def test_a_case_given_twice_is_compared_once(coopform: Coopform, workshop: Path) -> None:
    data = json.loads(coopform("compare", "tridan", "sage", "TRIDAN", "--format", "json").out)
    assert [case["id"] for case in data["cases"]] == ["tridan", "sage-ardeche"]


def test_the_order_is_that_of_the_command(coopform: Coopform, workshop: Path) -> None:
    data = json.loads(coopform("compare", "tridan", "monts", "--format", "json").out)
    assert list(data["rows"][0]["cells"]) == ["tridan", "monts-ardeche"]


def test_rows_asked_for_leave_out_the_synthesis(coopform: Coopform, workshop: Path) -> None:
    data = json.loads(coopform("compare", "--all", "--row", "acteurs", "--format", "json").out)
    assert [row["key"] for row in data["rows"]] == ["acteurs"]
    assert data["synthesis"] == []
    assert {excerpt["row"] for mot in data["mots"] for excerpt in mot["excerpts"]} == {"acteurs"}


def test_the_synthesis_quotes_the_cases(coopform: Coopform, workshop: Path) -> None:
    data = json.loads(coopform("compare", "tridan", "territoires", "--format", "json").out)
    synthesis = {row["key"]: row for row in data["synthesis"]}
    assert synthesis["outil"]["cells"]["tridan"] == ["Entente"]
    assert synthesis["famille"]["cells"] == {"tridan": ["entente"], "territoires-partenaires": ["convention"]}
    assert synthesis["partenaires"]["cells"]["territoires-partenaires"] == ["2 communes", "1 CA", "1 CU"]
    assert synthesis["animation"]["cells"]["tridan"] == ["chef de projet de l’entente"]
    assert {key for key, row in synthesis.items() if row["reading"]} == {
        "declenchement",
        "politique",
        "technique",
        "animation",
    }


def test_what_several_share_is_quoted_with_its_place(coopform: Coopform, workshop: Path) -> None:
    data = json.loads(coopform("compare", "tridan", "territoires", "--format", "json").out)
    shared = {mot["mot"]: mot["excerpts"] for mot in data["mots"]}
    assert set(shared) == {"chef de projet", "comité technique", "relation"}
    for mot, excerpts in shared.items():
        assert {excerpt["id"] for excerpt in excerpts} == {"tridan", "territoires-partenaires"}, mot
    first = shared["chef de projet"][0]
    assert first["text"][first["start"] : first["end"]] == "chef de projet"
    assert first["row"] == "acteurs"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["tridan"], "at least two cases"),
        (["tridan", "tridan"], "at least two cases"),
        ([], "Which cases?"),
        (["tridan", "--all"], "cannot be used together"),
        (["tridan", "sage", "-o", "c.docx"], "coopform render tridan sage --document comparison --format docx"),
        (["--all", "-o", "C.PDF"], "“C.PDF” is made by another command. Type: coopform render --document comparison"),
        (["tridan", "sage", "--format", "pdf"], "coopform render tridan sage --document comparison --format pdf"),
        (["tridan", "sage", "--format", "odt"], "in docx: coopform render tridan sage --document comparison --format"),
        (["tridan", "sage", "--format", "word"], "made by another command. Type: coopform render tridan sage"),
        (["--all", "-o", "c.pptx"], "not make this in the format of “c.pptx”, but in pdf: coopform render"),
        (["tridan", "Le SAGE", "-o", "c.pdf"], 'coopform render tridan "Le SAGE" --document comparison'),
        (["tridan", "sage", "--format", "html", "-o", "c.pdf"], "“c.pdf” is not a value of --output"),
        (["tridan", "sage", "-o", "c.xlsx"], "Type one of: *.md, *.html, *.htm, *.csv, *.json"),
        (["tridan", "sage", "-o", "nowhere/c.html"], "nowhere: The folder or file does not exist. Check its name."),
    ],
)
def test_wrong_use_is_said(coopform: Coopform, workshop: Path, arguments: list[str], said: str) -> None:
    run = coopform("compare", *arguments)
    assert (run.code, run.out) == (2, "")
    assert said in run.err


def test_a_folder_without_cases_does_not_ask_which(coopform: Coopform, workshop: Path) -> None:
    for path in Path("cases").glob("*.yaml"):
        if path.name != "_recueil.yaml":
            path.unlink()
    assert coopform("compare").err == (
        "A comparison needs at least two cases, and this folder does not contain two. To create one: coopform new\n"
    )


@pytest.mark.parametrize("name", ["c.html", "c.md", "c.csv", "c.json"])
def test_the_name_of_the_file_says_the_format(coopform: Coopform, workshop: Path, name: str) -> None:
    run = coopform("compare", "--all", "-o", name)
    assert (run.code, run.out, run.err) == (0, "", f"Written: {name}\n")
    fmt = {"html": "html", "md": "markdown", "csv": "csv", "json": "json"}[name.split(".")[1]]
    assert (workshop / name).read_bytes().decode("utf-8") == coopform("compare", "--all", "--format", fmt).out


def test_what_was_learnt_is_compared_where_a_case_has_it(coopform: Coopform, workshop: Path) -> None:
    path = workshop / "cases" / "tridan.yaml"
    path.write_text(path.read_text(encoding="utf-8") + "leviers: Une volonté commune\n", encoding="utf-8")
    data = json.loads(coopform("compare", "--all", "--format", "json").out)
    assert data["rows"][-1]["key"] == "leviers"
    assert [identifier for identifier, cell in data["rows"][-1]["cells"].items() if cell] == ["tridan"]


@pytest.mark.parametrize(
    ("language", "label"), [("fr", "collaborations antérieures"), ("en", "earlier collaborations")]
)
def test_people_read_the_labels_of_terms_and_exports_keep_the_terms(
    coopform: Coopform, workshop: Path, language: str, label: str
) -> None:
    path = workshop / "cases" / "tridan.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("  declenchement:\n", "  declenchement:\n    - antériorité\n"), encoding="utf-8")
    (workshop / "cases" / "_recueil.yaml").write_text(f"langue: {language}\n", encoding="utf-8")

    def compared(fmt: str) -> str:
        return coopform("compare", "tridan", "monts", "--format", fmt).out

    for fmt in ("table", "html", "markdown"):
        assert label in compared(fmt).replace("\u00a0", " ")
        assert "antériorité" not in compared(fmt)
    for fmt in ("json", "csv"):
        assert "antériorité" in compared(fmt) or "ant\\u00e9riorit\\u00e9" in compared(fmt)
        assert label not in compared(fmt)
    made = ("--document", "booklet", "--document", "library", "--format", "html", "--output", "out")
    assert coopform("render", *made).code == 0
    for page in (workshop / "out").glob("*.html"):
        assert label in page.read_text(encoding="utf-8")
        assert "antériorité" not in page.read_text(encoding="utf-8")


def test_the_sheet_in_the_terminal_shows_the_labels_of_terms(coopform: Coopform, workshop: Path) -> None:
    path = workshop / "cases" / "tridan.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("lecture:\n", "lecture:\n  configuration: emboîtée\n"), encoding="utf-8")
    shown = coopform("show", "tridan").out
    assert "périmètres emboîtés" in shown
    assert "emboîtée" not in shown
