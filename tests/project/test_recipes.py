"""One more key, document and language, by the steps of CONTRIBUTING and no other, are everywhere."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog

from coopform.model.handout_kinds import RENDERED
from tests.support.places import ROOT
from tests.tools.translations import compiled

KEY = '    "budget": Key(Shape.TEXTS, mark("What it costs each year.")),\n'
ATTRIBUTE = "    budget: tuple[str, ...] = ()\n"
KIND = """    "register": Kind(
        ("html", "markdown", "docx"),
        {"": DocumentPart(mark("Attendance list"), "", {"fr": "liste-de-presence", "en": "attendance-list"})},
        needs_cases=False,
    ),
"""
MODULE = """
from collections.abc import Iterator
from dataclasses import dataclass

from coopform.handouts.documents import Content, Document
from coopform.handouts.render_run import RenderRun


@dataclass(frozen=True, slots=True)
class Register(Content):
    places: int


def documents_of(run: RenderRun) -> Iterator[Document[Register]]:
    yield Document("register", run.recueil.langue, run.recueil, run.cases, Register(run.wanted.people))
"""
PAGE = """{% extends "base.html.j2" %}
{% block title %}{{ t(document_label("register")) }}{% endblock %}
{% block style %}{% include "register.css" %}{% endblock %}
{% block body %}<main class="register"><h1>{{ places }} places</h1></main>{% endblock %}
"""
BUILDER = """
from coopform.handouts.documents import Document
from coopform.handouts.register import Register
from coopform.rendering.word import styles
from coopform.rendering.word.page import A4
from coopform.rendering.word.writer import Writer


def make(document: Document[Register]) -> Writer:
    writer = Writer(document, A4, styles.Sizes(text=11, title=20, headings=(14, 12, 12), padding=4))
    writer.add(writer.docx, "Title", f"{document.content.places} places")
    return writer
"""

LANGUAGE = '    "es": Usage("es-ES", ("«", "»"), ":", "; ", thousands=".", first="1", delimiter=";"),\n'
MESSAGES = {"Stakes": "Retos", "March": "marzo"}

# Runs command lines one after the other in one process, with an end after what each prints.
PROGRAM = """
import json, sys
from coopform.cli.main import main
for line in json.loads(sys.argv[1]):
    if code := main(line):
        sys.exit(code)
    print(end="\f", flush=True)
"""
Commands = Callable[..., list[str]]


def insert(path: Path, added: str, before: str) -> None:
    head, found, tail = path.read_text(encoding="utf-8").partition(before)
    assert found
    path.write_text(head + added + found + tail, encoding="utf-8")


@pytest.fixture(scope="module")
def commands(tmp_path_factory: pytest.TempPathFactory) -> Commands:
    """Return what runs commands of a copy of coopform to which the recipes were applied, in a folder of its own.

    It takes the words of each, and returns what each prints.
    """
    folder = tmp_path_factory.mktemp("recipes")
    package = folder / "src" / "coopform"
    # With what is compiled, so that only what a recipe changes is compiled again.
    shutil.copytree(ROOT / "src" / "coopform", package)
    for name in ("cases", "templates"):
        shutil.copytree(ROOT / name, package / name)
    insert(package / "model" / "keys.py", KEY, before='    "langue": Key(')
    insert(package / "model" / "case.py", ATTRIBUTE, before="    langue: Language")
    insert(package / "model" / "handout_kinds.py", KIND, before='    "index": Kind(')
    (package / "handouts" / "register.py").write_text(MODULE, encoding="utf-8")
    (package / "rendering" / "word" / "register.py").write_text(BUILDER, encoding="utf-8")
    (package / "templates" / "register.html.j2").write_text(PAGE, encoding="utf-8")
    (package / "templates" / "register.md.j2").write_text("# {{ places }} places\n", encoding="utf-8")
    (package / "templates" / "register.css").write_text(".register h1 { margin: 0; }\n", encoding="utf-8")
    insert(package / "text" / "languages.py", LANGUAGE, before="}\n# In which")
    catalogue = Catalog(locale="es")
    for english, spanish in MESSAGES.items():
        catalogue.add(english, spanish)
    messages = package / "locale" / "es" / "LC_MESSAGES" / "coopform.mo"
    messages.parent.mkdir(parents=True)
    messages.write_bytes(compiled(catalogue))
    (folder / "cases").mkdir()
    case = "titre: Un accord\noutil: Entente\nbudget:\n  - 3 000 €\n  - 500 € en 2015\n"
    (folder / "cases" / "accord.yaml").write_text(case, encoding="utf-8")
    given = {"PYTHONPATH": str(package.parent), "COOPFORM_LANG": "en", "PYTHONUTF8": "1"}

    def run(*lines: Sequence[str], **environment: str) -> list[str]:
        line = [sys.executable, "-c", PROGRAM, json.dumps(lines)]
        whole = {**os.environ, **given, **environment}
        done = subprocess.run(line, cwd=folder, env=whole, capture_output=True, encoding="utf-8")
        assert done.returncode == 0, done.stderr
        return done.stdout.split("\f")[:-1]

    return run


def test_a_key_by_the_recipe(commands: Commands, tmp_path: Path) -> None:
    typed = ["3 000 €", "500 € en 2015"]
    table, cases = tmp_path / "cases.csv", tmp_path / "cases"
    checked, shown, as_yaml, schema, _, _, imported, _ = commands(
        ["check"],
        ["show", "accord", "--format", "json"],
        ["show", "accord", "--format", "yaml"],
        ["schema", "case"],
        ["export", "-o", str(table)],
        ["import", str(table), "--into", str(cases)],
        ["show", "accord", "--format", "json", "--cases", str(cases)],
        ["new", "Vide", "--blank", "--cases", str(cases)],
    )
    assert "budget" not in checked
    assert json.loads(shown)["budget"] == typed
    assert "budget:\n  - 3 000 €\n  - 500 € en 2015\n" in as_yaml
    assert json.loads(schema)["properties"]["budget"]["description"].endswith("each year.")
    assert json.loads(imported)["budget"] == typed
    assert "# What it costs each year.\n#budget: …" in (cases / "vide.yaml").read_text(encoding="utf-8")


def test_a_document_by_the_recipe(commands: Commands, tmp_path: Path) -> None:
    formats = ["--format", "html", "--format", "markdown", "--format", "docx"]
    documents = ["--document", "register", "--document", "index", "--people", "12"]
    said, _ = commands(["render", "--help"], ["render", *documents, *formats, "-o", str(tmp_path)])
    assert "register or index" in " ".join(said.split())
    completion = {"_COOPFORM_COMPLETE": "complete_bash", "COMP_LINE": "coopform render --document reg"}
    assert commands([], **completion) == ["register\n"]
    assert "<h1>12 places</h1>" in (tmp_path / "liste-de-presence.html").read_text(encoding="utf-8")
    assert (tmp_path / "liste-de-presence.md").read_text(encoding="utf-8") == "# 12 places\n"
    assert (tmp_path / "liste-de-presence.docx").read_bytes().startswith(b"PK")
    assert '<a href="liste-de-presence.html">Attendance list</a>' in (tmp_path / "index.html").read_text(
        encoding="utf-8"
    )


def test_a_language_by_the_recipe(commands: Commands, tmp_path: Path) -> None:
    cases = tmp_path / "cases"
    cases.mkdir()
    case = "titre: Un acuerdo\nenjeux: [El agua]\nsituation_au: 2015-03\nsources: [Un libro]\nlangue: es\n"
    for name in ("_recueil", "uno", "dos"):
        (cases / f"{name}.yaml").write_text("langue: es\n" if name == "_recueil" else case, encoding="utf-8")
    documents = [word for kind in RENDERED for word in ("--document", kind)]
    formats = [word for fmt in ("html", "markdown", "docx", "pptx") for word in ("--format", fmt)]
    given = ["--cases", str(cases)]
    commands(
        ["render", *documents, *formats, *given, "-o", str(tmp_path / "out")],
        ["export", *given, "-o", str(tmp_path / "cases.csv")],
        ["import", str(tmp_path / "out" / "uno.md"), "--into", str(tmp_path / "back")],
    )
    sheet = (tmp_path / "out" / "uno.md").read_text(encoding="utf-8")
    assert [part in sheet for part in ("## Retos\n\n- El agua\n", "marzo 2015", "«Un libro»")] == [True] * 3
    assert (tmp_path / "out" / "uno_draft-agreement.docx").exists()
    assert "Retos" in commands(["show", "uno", *given], COOPFORM_LANG="es")[0]
    assert (tmp_path / "back" / "un-acuerdo.yaml").read_text(encoding="utf-8").endswith("langue: es\n")
