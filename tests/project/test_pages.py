"""The README and `docs/` are correct: samples are real output, links lead somewhere, keys and commands are named."""

import io
import os
import re
import shutil
import sys
import webbrowser
from pathlib import Path
from urllib.parse import unquote

import pytest

from coopform.cli.commands.registry import COMMANDS
from coopform.collection import collection
from coopform.model import keys
from coopform.model.handout_kinds import INDEX, KINDS, RENDERED
from tests.support import sample_documents
from tests.support.markdown_pages import (
    FRENCH,
    PAGES,
    anchor,
    blocks,
    headings,
    is_plain,
    links,
    name_of,
    tokens,
    typeset_page,
)
from tests.support.markdown_pages import language as language_of
from tests.support.page_runs import replace, run_page
from tests.support.places import ROOT

DOCS = ROOT / "docs"
# Pages with the problem examples are made from the catalogue, and tested with it.
RUN = [path for path in PAGES if path.name not in ("problems.md", "problemes.md")]
READ = [path for path in PAGES if path.is_relative_to(DOCS) or path.name.startswith("README")]


@pytest.fixture
def reader(workshop: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of a reader: five cases and documents of others.

    The editor, the browser, the printer and what writes for office programs are stubs.
    """
    documents = workshop / "documents"
    documents.mkdir()
    shutil.copy(ROOT / "tests" / "sources" / "journee-2015-03-05.txt", documents / "notes.txt")
    sample_documents.headings(documents / "fiche.docx")
    monkeypatch.setattr(sys, "stdin", io.StringIO("Entente du Haut-Pays\n"))
    monkeypatch.setenv("VISUAL", f'"{sys.executable}" -c ""')
    monkeypatch.setattr(webbrowser, "open", lambda address: True)
    monkeypatch.setattr("coopform.rendering.formats.choose", lambda asked="": lambda page: b"%PDF-1.7")
    for writer in ("word.as_docx.as_docx", "powerpoint.as_pptx.as_pptx"):
        monkeypatch.setattr(f"coopform.rendering.{writer}", lambda *_: b"PK")
    return workshop


@pytest.mark.parametrize("path", RUN, ids=name_of)
def test_samples_are_what_the_program_prints(path: Path, reader: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.setenv("COOPFORM_LANG", language_of(path))
    samples = list(run_page(path))
    if os.environ.get("UPDATE_GOLDEN"):
        replace(path, samples)
        return
    for sample in samples:
        assert sample.shown == sample.printed


@pytest.mark.parametrize("path", PAGES, ids=name_of)
def test_every_link_leads_somewhere(path: Path) -> None:
    for address, words in links(path):
        assert words, address
        if address.startswith(("https://", "http://")):
            continue
        name, _, place = address.partition("#")
        target = (path.parent / unquote(name)).resolve() if name else path
        assert target.exists(), address
        if place:
            assert unquote(place) in [anchor(heading) for heading in headings(target)], address
            assert is_plain(next(heading for heading in headings(target) if anchor(heading) == unquote(place))), address


def test_anchors_are_unique() -> None:
    for path in READ:
        anchors = [anchor(heading) for heading in headings(path)]
        assert len(set(anchors)) == len(anchors), path


def linked(path: Path) -> set[Path]:
    return {(path.parent / unquote(address.partition("#")[0])).resolve() for address, _ in links(path)}


def test_contents_name_every_page() -> None:
    for contents, pages in (
        (DOCS / "README.md", [path for path in READ if path not in FRENCH]),
        (DOCS / "fr" / "README.md", [path for path in FRENCH if path.is_relative_to(DOCS)]),
    ):
        assert set(pages) - {contents} <= linked(contents)


def test_the_two_languages_of_a_page_lead_to_each_other() -> None:
    for path in FRENCH:
        english = [page for page in linked(path) if page in READ and page not in FRENCH and path in linked(page)]
        assert english, path


@pytest.mark.parametrize("path", FRENCH, ids=name_of)
def test_french_pages_have_french_spaces_and_apostrophes(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    if os.environ.get("UPDATE_GOLDEN"):
        path.write_text(typeset_page(text), encoding="utf-8", newline="\n")
        return
    assert typeset_page(text) == text
    if path not in RUN:
        return  # it quotes files with faults
    prose = [child.content for token in tokens(path) for child in token.children or () if child.type == "text"]
    assert [one for one in prose if re.search(r"\w'\w", one)] == []


@pytest.mark.parametrize("path", READ, ids=name_of)
def test_case_files_have_no_problem(path: Path, workshop: Path) -> None:
    for block in blocks(path):
        if re.fullmatch(r"file: cases/[\w-]+-pays\.yaml", block.comment):
            place = workshop / "cases" / "haut-pays.yaml"
            place.write_text("\n".join(block.lines), encoding="utf-8")
            assert collection.read_file(place).problems == ()


def test_pictures_are_small() -> None:
    pictures = {place for path in PAGES for place in linked(path) if place.suffix == ".png"}
    assert pictures == set((DOCS / "img").glob("*.png"))
    for picture in pictures:
        assert picture.stat().st_size < 200_000


@pytest.mark.parametrize("page", ["commands.md", "fr/commandes.md"])
def test_every_command_has_its_section(page: str) -> None:
    found = headings(DOCS / page)
    assert [name for name in COMMANDS if name not in found] == []


@pytest.mark.parametrize("page", ["case-file.md", "fr/fiche.md"])
def test_every_key_is_named(page: str) -> None:
    text = (DOCS / page).read_text(encoding="utf-8")
    tables = (
        keys.CASE,
        keys.PARTNER,
        keys.STEP,
        keys.LECTURE,
        keys.INSTANCES,
        keys.REFERENCE,
        keys.FICHE,
        keys.RECUEIL,
    )
    assert [key for table in tables for key in table if f"`{key}`" not in text] == []


@pytest.mark.parametrize("page", ["handouts.md", "fr/documents.md"])
def test_every_document_is_there_with_its_formats(page: str) -> None:
    rows = re.findall(r"^\| `(\w+)` \|.*\| ([\w, ]+) \|$", (DOCS / page).read_text(encoding="utf-8"), re.MULTILINE)
    formats = {name: tuple(said.split(", ")) for name, said in rows}
    assert {kind: formats.get(kind) for kind in RENDERED if kind != INDEX} == {
        kind: KINDS[kind].formats for kind in RENDERED if kind != INDEX
    }


def test_the_two_commands_are_those_of_the_checks() -> None:
    checks = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    named = [block.comment.removeprefix("run: ") for block in blocks(ROOT / "README.md") if block.comment[:4] == "run:"]
    assert named == ["handouts", "tests"]
    assert all(f"readme_command {name}" in checks for name in named)
