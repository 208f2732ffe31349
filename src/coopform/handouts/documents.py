"""Handouts: cases through a template, to HTML or Markdown.

A document is a pair of templates, one a format, named after its kind: `sheet.html.j2`, `sheet.md.j2`. What a kind
is filled with is gathered here, by one function a kind; what its files are called stands in `filenames`.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import PurePath
from typing import Any

from coopform.comparing import comparison, glossary, synthesis
from coopform.handouts import columns, copies, letter_sizes, schedule
from coopform.model import handout_kinds
from coopform.model.case import Case, Recueil
from coopform.model.grid import Rubric
from coopform.model.handout_kinds import document_label


@dataclass(frozen=True, slots=True)
class Document:
    """A document before it is written in a format.

    Attributes:
        kind: the name of its templates.
        language: of its labels and spaces.
        recueil: the collection that it belongs to.
        cases: one for a sheet, several for the others.
        values: what its templates know beside.
        part: which of the files of its kind: `a4`, `empty`… none for the main one.
    """

    kind: str
    language: str
    recueil: Recueil
    cases: Sequence[Case]
    values: Mapping[str, Any] = field(default_factory=dict)
    part: str = ""

    @property
    def name(self) -> str:
        """The name of its file, without ending."""
        names = handout_kinds.KINDS[self.kind].names
        return names[self.part][self.language] if names else self.cases[0].id

    @property
    def label(self) -> str:
        """What it is called, as a message."""
        return document_label(self.kind, self.part)


@dataclass(frozen=True, slots=True)
class Link:
    """A line of the index: a case and the files made of it, as (format, file name)."""

    case: Case
    files: tuple[tuple[str, str], ...]


def sheet(case: Case, recueil: Recueil | None = None, rows: Sequence[Rubric] = ()) -> Document:
    """Return the sheet of one case, in its own language.

    Args:
        case: the case.
        recueil: the collection that it belongs to, whose colour, logo and footer it bears.
        rows: the rows wanted; everything when none is named.
    """
    return Document("sheet", case.langue, recueil or Recueil(), [case], {"case": case, "rows": rows})


def side_by_side(
    compared: comparison.Comparison, recueil: Recueil, paper: str = "a3", *, with_us: bool = False
) -> Document:
    """Return the synoptic table.

    Args:
        compared: the cases side by side.
        recueil: the collection that they belong to.
        paper: `a3` or `a4`.
        with_us: add an empty last column for the group's own territory.
    """
    pages = columns.part(len(compared.cases), paper, extra=with_us)
    values = {"comparison": compared, "pages": pages, "paper": paper, "with_us": with_us}
    part = "a4" if paper == "a4" else ""
    return Document("comparison", recueil.langue, recueil, compared.cases, values, part)


def panels(compared: comparison.Comparison, recueil: Recueil) -> Document:
    """Return the panels: a rubric a sheet of A3, the cases in columns, to hang on a wall."""
    pages = columns.part(len(compared.cases), "panel", extra=True)
    values = {
        "comparison": compared,
        "pages": pages,
        "letters": {row.rubric.key: [letter_sizes.on_panel(row, page) for page in pages] for row in compared.rows},
        "lines": [letter_sizes.lines_beside([compared.cases[place] for place in page]) for page in pages],
    }
    return Document("panels", recueil.langue, recueil, compared.cases, values)


def synthesis_of(cases: Sequence[Case], recueil: Recueil, *, empty: bool = False) -> Document:
    """Return the synthesis on one A3: how each is organised, as its signed reading says, or with all boxes empty."""
    values = {"rows": synthesis.page_rows(cases, empty=empty), "pages": columns.part(len(cases), "a3"), "empty": empty}
    return Document("synthesis", recueil.langue, recueil, cases, values, "empty" if empty else "")


def analysis(cases: Sequence[Case], recueil: Recueil) -> Document:
    """Return the working pages for subgroups, one A4 a case."""
    return Document("analysis", recueil.langue, recueil, cases)


def booklet(compared: comparison.Comparison, recueil: Recueil) -> Document:
    """Return the booklet: cover, contents, definition, sheets, comparison, forms of agreement, acronyms, sources."""
    cases = compared.cases
    values = {
        "comparison": compared,
        "pages": columns.part(len(cases), "a4"),
        "with_us": False,
        "rows": (),
        "forms": glossary.forms(cases),
        "references": tuple(dict.fromkeys(source for case in cases for source in case.sources)),
    }
    return Document("booklet", recueil.langue, recueil, cases, values)


def blank(recueil: Recueil, paper: str = "a4") -> Document:
    """Return the grid to fill in by hand."""
    return Document("blank", recueil.langue, recueil, [], {"paper": paper}, "a3" if paper == "a3" else "")


def slides(compared: comparison.Comparison, recueil: Recueil) -> Document:
    """Return the pages for the projector: a rubric a page, then a case a page."""
    pages = columns.part(len(compared.cases), "slide")
    values = {
        "comparison": compared,
        "pages": pages,
        "letters": {row.rubric.key: [letter_sizes.on_slide(row, page) for page in pages] for row in compared.rows},
        "case_letters": [letter_sizes.on_case_slide(case) for case in compared.cases],
    }
    return Document("slides", recueil.langue, recueil, compared.cases, values)


def guide(cases: Sequence[Case], recueil: Recueil, people: int) -> Document:
    """Return the facilitator's page for a number of people."""
    values = {"plan": copies.plan(people, len(cases)), "steps": schedule.steps(len(cases))}
    return Document("guide", recueil.langue, recueil, cases, values)


def pack_page(
    cases: Sequence[Case], recueil: Recueil, people: int, paper: str, folders: Mapping[str, Sequence[str]]
) -> Document:
    """Return the page of a pack that says what to print, on which paper, how many.

    Args:
        cases: those of the pack.
        recueil: the collection.
        people: for how many copies are counted.
        paper: of the comparison.
        folders: by key of `filenames.PACK_FOLDERS`, the names of the files in it.
    """
    plan = copies.plan(people, len(cases), paper)
    found = [(handout_kinds.document_of(PurePath(name).stem), name) for name in folders["print"]]
    files = [[name for part, name in found if part == (line.document, line.part)] for line in plan.lines]
    values = {"plan": plan, "files": files, "folders": folders, "names": handout_kinds.PACK_FOLDERS}
    return Document("pack", recueil.langue, recueil, cases, values)


def index(
    cases: Sequence[Case], recueil: Recueil, links: Sequence[Link], documents: Sequence[tuple[str, str]] = ()
) -> Document:
    """Return the page that leads to the other files; `documents` are what each is called, and file names."""
    return Document("index", recueil.langue, recueil, cases, {"links": links, "documents": documents})
