"""Office documents made from the five cases, and what a reader should find in them."""

import csv
import io
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from html import escape
from pathlib import Path

import openpyxl
from openpyxl.styles import Font
from pptx import Presentation
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls
from pptx.text.text import TextFrame
from pptx.util import Cm

from coopform.importing.blocks import Cell, DocumentBlock, SourceDocument, Table, TextLine
from coopform.model import grid
from coopform.model.case import Case, Point

LABELS = {
    "declencheurs": "Éléments déclencheurs",
    "partenaires": "Partenaires / échelle",
    "enjeux": "Enjeux",
    "ambitions": "Ambitions",
    "objet": "Objet",
    "acteurs": "Acteurs",
}
# A text and its list level.
Item = tuple[str, int]


def items(points: Sequence[Point], level: int = 1) -> Iterator[Item]:
    for point in points:
        yield point.full_text(), level
        yield from items(point.points, level + 1)


def outline(case: Case, level: int = 1) -> list[Item]:
    """Return the content of a document of a case: its title, then each label with its points at `level`."""
    found: list[Item] = [(case.titre, 0)]
    for rubric in grid.GRID:
        found += [(LABELS[rubric.key], 0), *items(case.row(rubric.key), level)]
    return found


def flat(blocks: Sequence[DocumentBlock]) -> list[TextLine]:
    """Return every line of a document, those of its tables row by row."""
    lines: list[TextLine] = []
    for block in blocks:
        if isinstance(block, TextLine):
            lines.append(block)
        elif isinstance(block, Table):
            lines += [line for row in block.rows for cell in row for line in cell.lines]
    return lines


def shown(source: SourceDocument) -> list[Item]:
    """Return the texts of a document with their levels."""
    return [(line.text, line.level) for line in flat(source.blocks)]


def texts(cell: Cell) -> list[str]:
    return [line.text for line in cell.lines]


def deck(cases: Sequence[Case]) -> io.BytesIO:
    """Return slides like those of the source: one per case, with its title in a box, and a table with bullets."""
    slides = Presentation()
    for case in cases:
        slide = slides.slides.add_slide(slides.slide_layouts[5])
        slide.shapes.title.text_frame.text = "Quels outils pour formaliser des coopérations ?"
        # Added before the title's box, but below it on the slide.
        frame = slide.shapes.add_table(len(grid.GRID), 2, Cm(1), Cm(6), Cm(23), Cm(10))
        box = slide.shapes.add_textbox(Cm(1), Cm(4.5), Cm(20), Cm(1))
        box.text_frame.text = case.titre
        for row, rubric in zip(frame.table.rows, grid.GRID, strict=True):
            row.cells[0].text_frame.text = LABELS[rubric.key]
            _fill(row.cells[1].text_frame, list(items(case.row(rubric.key))))
        slide.notes_slide.notes_text_frame.text = f"À dire : {case.short_title}"
    return _saved(slides)


def _fill(frame: TextFrame, points: list[Item]) -> None:
    for number, (text, level) in enumerate(points):
        if number:
            frame.add_paragraph()  # type: ignore[no-untyped-call]
        paragraph = frame.paragraphs[number]
        paragraph.text = text
        paragraph.level = level - 1
        bullet = f'<a:buChar {nsdecls("a")} char="✓"/>'
        # As in PowerPoint, with a hanging indent.
        properties = paragraph._p.get_or_add_pPr()
        properties.set("marL", str(285750 * level))
        properties.set("indent", "-285750")
        properties.append(parse_xml(bullet))


def page(cases: Sequence[Case]) -> str:
    """Return an HTML page with a heading and a table per case, with its points as nested lists."""
    return "<html><head><meta charset='utf-8'></head><body>" + "".join(map(_page, cases)) + "</body></html>"


def _page(case: Case) -> str:
    rows = "".join(
        f"<tr><td>{LABELS[rubric.key]}</td><td>{_list(case.row(rubric.key))}</td></tr>" for rubric in grid.GRID
    )
    return f"<h1>{escape(case.titre)}</h1><table border='1'>{rows}</table>"


def _list(points: Sequence[Point]) -> str:
    if not points:
        return ""
    return "<ul>" + "".join(f"<li>{escape(p.full_text())}{_list(p.points)}</li>" for p in points) + "</ul>"


def side_by_side(cases: Sequence[Case]) -> list[list[str]]:
    """Return the rows of a table with one column per case, and one line per point."""
    rows = [["", *(case.titre for case in cases)]]
    for rubric in grid.GRID:
        points = [[text for text, _ in items(case.row(rubric.key))] for case in cases]
        rows.append([LABELS[rubric.key], *map("\n".join, points)])
    return rows


def workbook(cases: Sequence[Case]) -> io.BytesIO:
    """Return a workbook: a title over all columns, then the cases side by side, not in the corner of the sheet."""
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.title = "Expériences"
    sheet["B2"] = "Tableau synoptique"
    sheet.merge_cells(start_row=2, start_column=2, end_row=2, end_column=len(cases) + 2)
    for row, texts_of_row in enumerate(side_by_side(cases), 4):
        for column, text in enumerate(texts_of_row, 2):
            sheet.cell(row, column, text).font = Font(bold=column == 2)
    book.create_sheet("Vide")
    return _saved(book)


def as_csv(rows: list[list[str]], delimiter: str) -> str:
    """Return rows as CSV with the line ends of spreadsheets."""
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter, lineterminator="\r\n").writerows(rows)
    return out.getvalue()


def _saved(document: object) -> io.BytesIO:
    stream = io.BytesIO()
    document.save(stream)  # type: ignore[attr-defined]
    return stream


def convert(path: Path, kind: str, folder: Path, *, reader: str = "") -> Path:
    """Convert a document to another format (`odt`) with LibreOffice, and return the new file."""
    soffice = shutil.which("soffice")
    assert soffice is not None
    options = ["--headless", f"-env:UserInstallation={(folder / 'profile').as_uri()}"]
    options += [f"--infilter={reader}"] if reader else []
    run = subprocess.run(
        [soffice, *options, "--convert-to", kind, "--outdir", folder, path], capture_output=True, text=True, timeout=180
    )
    made = folder / f"{path.stem}.{kind}"
    assert made.exists(), run.stdout + run.stderr
    return made
