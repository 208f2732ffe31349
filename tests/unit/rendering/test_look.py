"""The look of a collection: colour, logo, style sheet, templates, and the messages when one of them is wrong."""

import base64
import os
from pathlib import Path

import pytest

from tests.support.places import CASES, ROOT
from tests.support.printed import read
from tests.support.recueil import PIXEL, add
from tests.support.running import Coopform


def sheet(coopform: Coopform, workshop: Path, name: str = "tridan") -> str:
    assert coopform("render", "--format", "html", "-o", "out").code == 0
    return (workshop / "out" / f"{name}.html").read_text(encoding="utf-8")


# Colour, footer, style sheet, logo


def test_a_style_sheet_among_the_cases_comes_last(coopform: Coopform, workshop: Path) -> None:
    style = ".sheet h1 { color: black } /* </style><script>alert(1)</script> */"
    (workshop / "cases" / "_recueil.css").write_text(style, encoding="utf-8")
    page = sheet(coopform, workshop)
    assert page.index(".sheet h1 { color: black }") > page.index("--accent")
    assert page.count("</style>") == 1
    assert "<script" not in page.split("</style>")[1]


def test_a_logo_is_carried_by_the_page(coopform: Coopform, workshop: Path) -> None:
    (workshop / "cases" / "logo.png").write_bytes(PIXEL)
    add(workshop, "logo: logo.png")
    coopform("render", "--document", "comparison", "--format", "html", "-o", "out")
    page = (workshop / "out" / "tableau-synoptique.html").read_text(encoding="utf-8")
    assert f'src="data:image/png;base64,{base64.b64encode(PIXEL).decode()}" alt=""' in page


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("absent.png", "there is no such file"),
        ("tridan.yaml", "this is not a picture"),
        ("../../../etc/hosts.png", "there is no such file"),
        ("lourd.png", "larger than 2 MB"),
    ],
)
def test_a_logo_that_cannot_be_used_is_left_out(coopform: Coopform, workshop: Path, name: str, said: str) -> None:
    (workshop / "cases" / "lourd.png").write_bytes(PIXEL + b"\0" * 2_000_000)
    add(workshop, f"logo: {name}")
    run = coopform("render", "tridan", "--format", "html", "-o", "out")
    assert run.code == 0
    assert said in run.err
    assert "<img" not in (workshop / "out" / "tridan.html").read_text(encoding="utf-8")


# Templates


def test_templates_are_listed_and_copied(coopform: Coopform, workshop: Path) -> None:
    listed = coopform("templates").out.splitlines()
    assert {"sheet.html.j2", "sheet.md.j2", "design.css", "blocks.html.j2"} <= set(listed)
    run = coopform("templates", "sheet.html.j2", "sheet.css")
    assert (run.code, run.err.count("Written:")) == (0, 2)
    own = workshop / "templates" / "sheet.html.j2"
    assert own.read_bytes() == (CASES.parent / "templates" / "sheet.html.j2").read_bytes()
    assert sum("(your version:" in line for line in coopform("templates").out.splitlines()) == 2
    again = coopform("templates", "sheet.css")
    assert again.code == 2
    assert "--force" in again.err


def test_a_copied_template_changes_nothing(coopform: Coopform, workshop: Path) -> None:
    before = sheet(coopform, workshop)
    coopform("templates", "sheet.html.j2", "sheet-body.html.j2", "blocks.html.j2", "base.html.j2", "design.css")
    assert sheet(coopform, workshop) == before


def test_a_template_beside_the_cases_is_used(coopform: Coopform, workshop: Path) -> None:
    (workshop / "templates").mkdir()
    (workshop / "templates" / "sheet.md.j2").write_text("Chez nous : {{ case.titre }}\n", encoding="utf-8")
    coopform("render", "tridan", "-o", "out")
    assert (workshop / "out" / "tridan.md").read_text(
        encoding="utf-8"
    ) == "Chez nous : Entente interterritoriale TRIDAN\n"
    assert "<h1>Entente" in (workshop / "out" / "tridan.html").read_text(encoding="utf-8")
    assert coopform("show", "tridan", "--format", "markdown").out.startswith("Chez nous")


@pytest.mark.parametrize("words", ["{{ case.titre }}", '{% include "mien.css" %}', '{{ style("mien.css") }}'])
def test_a_style_sheet_that_speaks_of_the_case_is_made_for_each(coopform: Coopform, workshop: Path, words: str) -> None:
    (workshop / "templates").mkdir()
    (workshop / "templates" / "sheet.css").write_text(f"/* {words} */\n", encoding="utf-8")
    (workshop / "templates" / "mien.css").write_text("{{ case.titre }}", encoding="utf-8")
    for name, title in (("tridan", "Entente interterritoriale TRIDAN"), ("sage-ardeche", "Convention d’articulation")):
        assert f"/* {title}" in sheet(coopform, workshop, name)


def test_a_template_may_change_a_style_sheet(coopform: Coopform, workshop: Path) -> None:
    coopform("templates", "base.html.j2")
    own = workshop / "templates" / "base.html.j2"
    changed = own.read_text(encoding="utf-8").replace('style("design.css")', 'style("design.css") | upper')
    own.write_text(changed, encoding="utf-8")
    page = sheet(coopform, workshop)
    assert (CASES.parent / "templates" / "design.css").read_text(encoding="utf-8").upper().strip() in page
    assert "\0" not in page


def test_a_template_changed_between_two_runs_is_read_again(coopform: Coopform, workshop: Path) -> None:
    (workshop / "templates").mkdir()
    own = workshop / "templates" / "design.css"
    for number, text in enumerate(("/* un */", "/* deux */")):
        own.write_text(text, encoding="utf-8")
        os.utime(own, (number, number))
        assert text in sheet(coopform, workshop)


def test_an_unknown_template_is_named(coopform: Coopform, workshop: Path) -> None:
    run = coopform("templates", "shet.css")
    assert run.code == 2
    assert "The nearest: sheet.css" in run.err
    assert not (workshop / "templates").exists()


def test_the_shipped_cases_have_no_templates_of_their_own(coopform: Coopform, empty: Path) -> None:
    assert coopform("templates").code == 0
    run = coopform("templates", "sheet.css")
    assert run.code == 2
    assert "no folder of cases here" in run.err


@pytest.mark.parametrize(
    ("template", "line", "said"),
    [
        ("un\n{{ case.titr }}\n", 2, "the template uses “titr”, which does not exist"),
        ("un\ndeux\n{{ cas }}\n", 3, "the template uses “cas”, which does not exist"),
        ("{% if %}\n", 1, "the template cannot be used"),
        ("un\n{{ case.titre }\n", 2, "the template cannot be used"),
        ("un\n{{ case.titre | majuscules }}\n", 2, "the template cannot be used"),
        ('{% include "absent.j2" %}\n', 1, "the template cannot be used"),
        ("un\n{{ case.resume }}\n", 2, "the template cannot be used"),
        ("{{ 1 / 0 }}\n", 1, "the template cannot be used"),
    ],
)
def test_a_template_that_fails_is_named_with_its_line(
    coopform: Coopform, workshop: Path, template: str, line: int, said: str
) -> None:
    (workshop / "templates").mkdir()
    (workshop / "templates" / "sheet.html.j2").write_text(template, encoding="utf-8")
    run = coopform("render", "tridan", "--format", "html", "-o", "out")
    assert run.code == 2
    assert run.err.startswith(f"{workshop / 'templates' / 'sheet.html.j2'}:{line}: {said}")
    assert not (workshop / "out" / "tridan.html").exists()
    assert "Traceback" not in run.err


@pytest.mark.needs("weasyprint")
def test_a_logo_and_a_footer_cost_no_page(coopform: Coopform, workshop: Path) -> None:
    picture = '<svg xmlns="http://www.w3.org/2000/svg" width="300" height="120"><rect width="300" height="120"/></svg>'
    (workshop / "cases" / "logo.svg").write_text(picture, encoding="utf-8")
    add(workshop, "logo: logo.svg\npied_de_page: Parc naturel régional – kit d’animation")
    kinds = [f"--document={kind}" for kind in ("sheet", "comparison", "synthesis", "analysis", "blank", "guide")]
    assert coopform("render", "--format", "pdf", "-o", "out", *kinds).code == 0
    pages = {path.stem: len(read(path).pages) for path in (workshop / "out").glob("*.pdf")}
    expected = {"tableau-synoptique": 2, "pages-d-analyse": 5}
    assert pages == dict.fromkeys(pages, 1) | expected


def test_the_shipped_templates_are_not_called_ours(
    coopform: Coopform, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Without a collection, and in the source tree, which has the shipped templates in templates/.
    for folder in (tmp_path, ROOT, ROOT / "src"):
        monkeypatch.chdir(folder)
        run = coopform("templates")
        assert (run.code, run.err) == (0, "")
        assert "sheet.css" in run.out.splitlines()
        assert "yours" not in run.out
        before = (ROOT / "templates" / "sheet.css").stat().st_mtime_ns
        assert coopform("templates", "sheet.css", "--force").code == 2
        assert (ROOT / "templates" / "sheet.css").stat().st_mtime_ns == before
    (tmp_path / "depot").symlink_to(ROOT)
    assert "yours" not in coopform("--cases", tmp_path / "depot" / "cases", "templates").out
