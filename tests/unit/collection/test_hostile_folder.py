"""Folders from somebody else: links out of the folder, misleading file names."""

import json
import os
import stat
import sys
from pathlib import Path

import pytest

from coopform import read_collection, read_file
from tests.support.places import IDS
from tests.support.running import Coopform

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="links and names of POSIX systems")

SECRET = "titre: SECRET\noutil: Entente\nenjeux: SECRET\n"


@pytest.fixture
def outside(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a case, another file and a template, outside all folders of cases."""
    folder = tmp_path_factory.mktemp("ailleurs")
    (folder / "secret.yaml").write_text(SECRET, encoding="utf-8")
    (folder / "secret.txt").write_text("SECRET: SECRET\n", encoding="utf-8")
    (folder / "sheet.html.j2").write_text("SECRET {{ case.titre }}\n", encoding="utf-8")
    return folder


# Links to make, each with what it leads to; the last is the one that `check` names.
LEADING_OUT = {
    "to a file": {"cases/x.yaml": "{outside}/secret.yaml"},
    "to a file that is no case": {"cases/x.yaml": "{outside}/secret.txt"},
    "beside the cases": {"secret.yaml": "{outside}/secret.yaml", "cases/x.yaml": "../secret.yaml"},
    "to a folder of almost that name": {"cases-2": "{outside}", "cases/x.yaml": "../cases-2/secret.yaml"},
    "by a link inside": {"cases/_there": "{outside}/secret.yaml", "cases/x.yaml": "_there"},
    "by a folder inside": {"cases/_there": "{outside}", "cases/x.yaml": "_there/secret.yaml"},
    "out and in and out": {"cases/x.yaml": "../cases/./{relative}/secret.yaml"},
    "in a subfolder": {"cases/sud/x.yaml": "{outside}/secret.yaml"},
    "as a folder": {"cases/sud": "{outside}"},
}


def link(workshop: Path, outside: Path, links: dict[str, str]) -> Path:
    """Make links, and return the path of the last, from the workshop."""
    for name, target in links.items():
        (workshop / name).parent.mkdir(exist_ok=True)
        relative = os.path.relpath(outside, workshop / "cases")
        (workshop / name).symlink_to(target.format(outside=outside, relative=relative))
    return Path(name)


@pytest.mark.parametrize("way", LEADING_OUT)
def test_a_case_that_leads_out_is_named_and_the_others_are_delivered(
    coopform: Coopform, workshop: Path, outside: Path, way: str
) -> None:
    path = link(workshop, outside, LEADING_OUT[way])
    for fmt in ("text", "json", "github", "sarif"):
        run = coopform("check", "--format", fmt)
        assert run.code == 1
        assert "link-outside" in run.out
        assert path.as_posix() in run.out
        assert "SECRET" not in run.out + run.err
    run = coopform("list", "--format", "ids")
    assert (run.code, run.out.split()) == (1, IDS)
    assert f"{path}:1:1: This shortcut leads out of the folder of cases" in run.err
    run = coopform("render", "--format", "markdown", "-o", "out")
    assert (run.code, (workshop / "out" / "tridan.md").is_file()) == (1, True)
    assert all(b"SECRET" not in path.read_bytes() for path in (workshop / "out").iterdir())


@pytest.mark.parametrize("way", [way for way in LEADING_OUT if way != "as a folder"])
def test_a_case_that_leads_out_is_refused_when_it_is_named(
    coopform: Coopform, workshop: Path, outside: Path, way: str
) -> None:
    path = link(workshop, outside, LEADING_OUT[way])
    for arguments in (("check", path), ("show", path), ("edit", path), ("check", "--fix", path)):
        run = coopform(*arguments)
        assert run.code == 1
        assert "leads out of the folder of cases" in run.out + run.err
        assert "SECRET" not in run.out + run.err
    assert [problem.code for problem in read_file(path).problems] == ["link-outside"]


def test_a_file_behind_a_folder_that_leads_out_is_refused(coopform: Coopform, workshop: Path, outside: Path) -> None:
    (workshop / "cases" / "sud").symlink_to(outside, target_is_directory=True)
    run = coopform("show", "cases/sud/secret.yaml")
    assert run.code == 1
    assert "SECRET" not in run.out + run.err


def test_a_folder_that_leads_out_takes_no_case_its_id(coopform: Coopform, workshop: Path, outside: Path) -> None:
    (workshop / "cases" / "tridan").symlink_to(outside, target_is_directory=True)
    assert coopform("list", "--format", "ids").out.split() == IDS


def test_links_inside_the_folder_are_followed(coopform: Coopform, workshop: Path) -> None:
    cases = workshop / "cases"
    (cases / "_drafts").mkdir()
    (cases / "_drafts" / "un.yaml").write_text("titre: Un\noutil: Entente\n", encoding="utf-8")
    (cases / "sud").mkdir()
    (cases / "sud" / "deux.yaml").symlink_to("../_drafts/un.yaml")
    (cases / "trois.yaml").symlink_to("sud/deux.yaml")
    (cases / "_recueil.css").symlink_to("_drafts/style")
    (cases / "_drafts" / "style").write_text("/* la mienne */", encoding="utf-8")
    run = coopform("list", "--format", "ids")
    assert (run.code, set(run.out.split())) == (0, {*IDS, "deux", "trois"})
    assert coopform("show", "cases/sud/deux.yaml").code == 0
    assert coopform("render", "trois", "-o", "out").code == 0
    assert "/* la mienne */" in (workshop / "out" / "trois.html").read_text(encoding="utf-8")


def test_a_folder_of_cases_may_be_a_link_itself(coopform: Coopform, workshop: Path, tmp_path: Path) -> None:
    (tmp_path / "lien").symlink_to(workshop / "cases", target_is_directory=True)
    run = coopform("list", "--format", "ids", "--cases", "lien")
    assert (run.code, run.out.split()) == (0, IDS)
    assert len(read_collection(tmp_path / "lien").cases) == len(IDS)


def test_a_plain_file_is_read_wherever_it_is(coopform: Coopform, workshop: Path, outside: Path) -> None:
    assert coopform("check", outside / "secret.yaml").code == 0
    assert coopform("show", outside / "secret.yaml").code == 0


def test_a_description_that_leads_out_is_named(coopform: Coopform, workshop: Path, outside: Path) -> None:
    (outside / "recueil").write_text("titre: SECRET\n", encoding="utf-8")
    path = workshop / "cases" / "_recueil.yaml"
    path.unlink()
    path.symlink_to(outside / "recueil")
    for arguments in (["check"], ["check", "cases/_recueil.yaml"], ["list"], ["render", "-o", "out"]):
        run = coopform(*arguments)
        assert run.code == 1
        assert "_recueil.yaml:1:1" in run.out + run.err
        assert "SECRET" not in run.out + run.err
    assert b"SECRET" not in (workshop / "out" / "index.html").read_bytes()


def test_a_style_sheet_that_leads_out_is_named(coopform: Coopform, workshop: Path, outside: Path) -> None:
    (workshop / "cases" / "_recueil.css").symlink_to(outside / "secret.txt")
    run = coopform("render", "-o", "out")
    assert run.code == 2
    assert f"{Path('cases', '_recueil.css')}” is a shortcut that leads out of its folder" in run.err
    assert not (workshop / "out").exists()


def test_a_logo_that_leads_out_is_named_and_left_out(coopform: Coopform, workshop: Path, outside: Path) -> None:
    (outside / "logo.png").write_bytes(b"\x89PNG\r\n\x1a\nSECRET")
    (workshop / "logo.png").write_bytes(b"\x89PNG\r\n\x1a\nSECRET")
    (workshop / "cases" / "a.png").symlink_to(outside / "logo.png")
    (workshop / "cases" / "b.png").symlink_to("../logo.png")
    path = workshop / "cases" / "_recueil.yaml"
    text = path.read_text(encoding="utf-8")
    for name in ("a.png", "b.png", "../logo.png", str(outside / "logo.png")):
        path.write_text(f"logo: {name}\n{text}", encoding="utf-8")
        run = coopform("render", "tridan", "-o", "out", "--force")
        assert run.code == 0
        assert "it is outside the folder of cases" in run.err
        assert "<img" not in (workshop / "out" / "tridan.html").read_text(encoding="utf-8")


TEMPLATES_LEADING_OUT = {
    "itself": ({"templates/sheet.html.j2": "{outside}/sheet.html.j2"}, ""),
    "brought in": ({"templates/x.j2": "{outside}/secret.txt"}, '{% include "x.j2" %}'),
    "behind a folder": ({"templates/x": "{outside}"}, '{% include "x/secret.txt" %}'),
    "as a style": ({"templates/sheet.css": "{outside}/secret.txt"}, ""),
    "from the cases": ({"templates/sheet.html.j2": "../cases/tridan.yaml"}, ""),
}


@pytest.mark.parametrize(("links", "template"), TEMPLATES_LEADING_OUT.values(), ids=TEMPLATES_LEADING_OUT)
def test_a_template_that_leads_out_is_named(
    coopform: Coopform, workshop: Path, outside: Path, links: dict[str, str], template: str
) -> None:
    link(workshop, outside, links)
    if template:
        (workshop / "templates" / "sheet.html.j2").write_text(template, encoding="utf-8")
    run = coopform("render", "tridan", "--format", "html", "-o", "out")
    assert run.code == 2
    assert run.err.startswith(f"“{workshop / 'templates'}{os.sep}")
    assert "is a shortcut that leads out of its folder" in run.err
    assert not (workshop / "out" / "tridan.html").exists()


def test_templates_inside_their_folder_are_followed(coopform: Coopform, workshop: Path) -> None:
    (workshop / "templates").mkdir()
    (workshop / "templates" / "mien").write_text("Chez nous", encoding="utf-8")
    (workshop / "templates" / "sheet.html.j2").symlink_to("mien")
    assert coopform("render", "tridan", "--format", "html", "-o", "out").code == 0
    assert (workshop / "out" / "tridan.html").read_text(encoding="utf-8") == "Chez nous\n"


def test_a_folder_of_templates_that_leads_out_is_named(coopform: Coopform, workshop: Path, outside: Path) -> None:
    (workshop / "templates").symlink_to(outside, target_is_directory=True)
    for arguments in (["render", "tridan", "-o", "out"], ["templates", "sheet.css"]):
        run = coopform(*arguments)
        assert run.code == 2
        assert f"“{workshop / 'templates'}” is a shortcut that leads out of its folder" in run.err
    assert not (outside / "sheet.css").exists()


# File names


def test_an_editor_is_given_the_whole_path(coopform: Coopform, workshop: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = workshop / "editor"
    program.write_text('#!/bin/sh\necho "$1" > opened\n', encoding="utf-8")
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("VISUAL", str(program))
    for path in (Path("-csource evil.yaml"), Path("cases", "-c.yaml")):
        path.write_text("titre: Un\noutil: Entente\n", encoding="utf-8")
    for name, path in (("./-csource evil.yaml", Path("-csource evil.yaml")), ("c", Path("cases", "-c.yaml"))):
        assert coopform("edit", name).code == 0
        assert (workshop / "opened").read_text(encoding="utf-8").strip() == str(workshop / path)


ENDS = {
    "\n": "U+000A", "\r": "U+000D", "\t": "U+0009", "\x0b": "U+000B", "\x85": "U+0085", "\u2028": "U+2028",
    "\x1b": "U+001B", "\u202e": "U+202E",
}  # fmt: skip


@pytest.mark.parametrize("end", ENDS)
def test_a_line_end_in_a_name_is_written_out(coopform: Coopform, workshop: Path, end: str) -> None:
    name = f"a{end}error: b.yaml"
    shown = f"a<{ENDS[end]}>error: b.yaml"
    (workshop / "cases" / name).write_text("titre: Un\noutil: Entente\nenjeu: x\n", encoding="utf-8")
    (workshop / "cases" / "a-error-b.yml").write_text("titre: Un\noutil: Entente\n", encoding="utf-8")
    (workshop / "cases" / f"{name}.txt").write_text("x\n", encoding="utf-8")
    for arguments in (
        ["check"], ["check", "--format", "json"], ["check", "--format", "github"], ["list"], ["show", f"cases/{name}"],
        ["check", "--fix", f"cases/{name}"], ["show", f"nowhere/{name}"], ["list", "--cases", f"{name}"],
        ["export", "--format", "json", "-o", f"out{end}.json"], ["import", f"cases/{name}.txt", "--into", f"in{end}"],
        ["render", "tridan", "-o", f"out{end}"],
    ):  # fmt: skip
        run = coopform(*arguments)
        said = run.out + run.err
        assert f"a{end}error" not in said
        assert f"out{end}" not in said
        assert f"in{end}" not in said
        assert ENDS[end] in said, arguments
    said = coopform("check", "--select", "same-id").out
    assert f"cases/{shown}:1:1: error[same-id]" in said
    assert f"as cases/{shown}." in said


def test_a_line_end_in_a_name_is_written_out_for_programs(coopform: Coopform, workshop: Path) -> None:
    (workshop / "cases" / "a\nb.yaml").write_text("titre: Un\noutil: Entente\nenjeu: x\n", encoding="utf-8")
    found = json.loads(coopform("check", "--format", "json").out)
    assert {problem["path"] for problem in found} == {"cases/a<U+000A>b.yaml"}
    assert "a%3CU%2B000A%3Eb.yaml" in coopform("check", "--format", "sarif").out
