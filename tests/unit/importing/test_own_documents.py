"""What coopform makes of several cases is imported as these cases: the comparison, the booklet, the slides."""

import re
from collections.abc import Sequence
from pathlib import Path

import docx
import pytest

import coopform as api
from coopform import import_document
from coopform.casefile.writer import write_case
from coopform.collection.collection import Collection
from coopform.handouts import booklet
from coopform.handouts.workshop.letters import letters_of
from coopform.model.case import Case
from coopform.model.grid import ROWS
from coopform.text.folding import fold
from tests.support.long_cases import LONGEST, long_cases
from tests.support.places import CASES
from tests.support.running import Coopform

DOCUMENTS = [
    ("comparison", "docx", "tableau-synoptique.docx"),
    ("comparison", "html", "tableau-synoptique.html"),
    ("comparison", "markdown", "tableau-synoptique.md"),
    ("booklet", "docx", "livret.docx"),
    ("slides", "pptx", "diaporama.pptx"),
]


def _words(case: Case, key: str) -> list[str]:
    """Return the words of a row; two partners on a line come back as two."""
    words = re.findall(r"[^\W_]+", fold(" ".join(case.row_texts(key))))
    return sorted(word for word in words if word != "et")


def _differences(found: Sequence[Case], cases: Sequence[Case]) -> list[str]:
    """Return what differs between the cases of a document and those it was made of, in their order."""
    wrong = [] if len(found) == len(cases) else [f"{len(found)} cases"]
    for made, case in zip(found, cases, strict=False):
        if made.titre not in (case.titre, case.short_title) or made.short_title != case.short_title:
            wrong.append(made.titre)
        wrong += [f"{case.id}: {key}" for key in ROWS if _words(made, key) != _words(case, key)]
    return wrong


def _imported(path: Path) -> list[Case]:
    return [made.built.case for made in import_document(path) if made.built]


@pytest.mark.parametrize(("kind", "fmt", "name"), DOCUMENTS, ids=str)
def test_a_document_is_read_back_as_its_cases(
    coopform: Coopform, five: Collection, tmp_path: Path, kind: str, fmt: str, name: str
) -> None:
    own_column = ["--with-us"] if kind == "comparison" else []
    run = coopform("render", "--document", kind, "--format", fmt, *own_column, "--cases", CASES, "-o", tmp_path)
    assert run.code == 0, run.err
    found = _imported(tmp_path / name)
    assert _differences(found, five.cases) == []
    # Slides and Markdown have no sources.
    if fmt in ("docx", "html"):
        assert [[source.titre for source in case.sources] for case in found] == [
            [source.titre for source in case.sources] for case in five.cases
        ]


@pytest.mark.parametrize(("kind", "fmt", "name"), [DOCUMENTS[1], DOCUMENTS[4]], ids=str)
def test_rows_that_go_on_overleaf_are_read_back_whole(
    coopform: Coopform, tmp_path: Path, kind: str, fmt: str, name: str
) -> None:
    (tmp_path / "cases").mkdir()
    cases = [long_cases()[number] for number in range(LONGEST[0] - 1, LONGEST[0] + 1)]
    for case in cases:
        (tmp_path / "cases" / f"{case.id}.yaml").write_text(write_case(case), encoding="utf-8")
    run = coopform("render", "--document", kind, "--format", fmt, "--cases", tmp_path / "cases", "-o", tmp_path)
    assert run.code == 0, run.err
    found = _imported(tmp_path / name)
    assert _differences(found, cases) == []
    # Which case has which of several sources below a table is not known.
    assert not any(case.sources for case in found)


@pytest.mark.parametrize(("kind", "fmt", "name"), DOCUMENTS[:4], ids=str)
def test_a_short_synthesis_and_a_title_of_coopform_are_no_words_of_a_case(
    coopform: Coopform, tmp_path: Path, kind: str, fmt: str, name: str
) -> None:
    """The synthesis of cases that say little has two rows; without a collection, the title is that of the document."""
    (tmp_path / "cases").mkdir()
    typed = "titre: Entente du lac {name}\ntitre_court: Lac {name}\noutil: Entente\nenjeux: L’eau\nobjet: Nager\n"
    for place in ("nord", "sud"):
        (tmp_path / "cases" / f"{place}.yaml").write_text(typed.format(name=place), encoding="utf-8")
    run = coopform("render", "--document", kind, "--format", fmt, "--cases", tmp_path / "cases", "-o", tmp_path)
    assert run.code == 0, run.err
    found = import_document(tmp_path / name)
    cases = [made.built.case for made in found if made.built]
    assert [(case.short_title, case.outil, case.resume) for case in cases] == [
        ("Lac nord", ("Entente",), None),
        ("Lac sud", ("Entente",), None),
    ]
    assert not any(made.built.left for made in found if made.built)


def test_a_booklet_of_a_pack_is_read_back_without_its_letters(five: Collection, tmp_path: Path) -> None:
    # The booklet holds all cases, the day reads some of them.
    made = booklet.booklet(api.compare(five.cases), five.recueil, letters_of(five.cases[1:3]))
    (tmp_path / "livret.docx").write_bytes(api.as_bytes(made, "docx"))
    written = docx.Document(str(tmp_path / "livret.docx"))
    lines = [line.text.replace("\u00a0", " ") for line in written.paragraphs]
    assert [line for line in lines if line[1:4] == " – " and "\t" not in line] == [
        "A – Convention de mutualisation PNR / Pays",
        "B – Convention d’articulation",
    ]
    assert written.tables[1].rows[0].cells[0].text == "1. Éléments déclencheurs"
    assert _differences(_imported(tmp_path / "livret.docx"), five.cases) == []
