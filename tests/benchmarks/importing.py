"""Importing large documents: three hundred tables of Word, five hundred rows of a workbook."""

from collections.abc import Iterator
from pathlib import Path

import docx
import openpyxl

from tests.benchmarks import table
from tests.benchmarks.measure import medians, one_core
from tests.benchmarks.workplace import Workplace

RUNS = 3
TABLES = 300
ROWS = 490
# Seconds of CPU.
BOUND = 3
LABELS = ("Enjeux", "Ambitions", "Objet", "Acteurs", "Partenaires", "Contexte")
COLUMNS = ("Nom du projet", "Outil", *LABELS)
POINTS = 3


def figures(place: Workplace) -> Iterator[table.Row]:
    """Measure `import --dry-run` of a Word document and of a workbook."""
    tables, rows = min(TABLES, place.count), min(ROWS, place.count)
    documents = (tables_of_word(place.folder, tables), workbook(place.folder, rows))
    with one_core():
        costs = medians([place.coopform("import", path, "--dry-run") for path in documents], place.runs(RUNS))
    for what, cost in zip((f"{tables} tables of Word", f"{rows} rows of a workbook"), costs, strict=True):
        yield table.value(
            f"coopform import, {what}",
            table.seconds(cost.cpu),
            table.seconds(cost.cpu),
            f"≤ {BOUND} s",
            met=cost.cpu <= BOUND,
        )


def tables_of_word(folder: Path, count: int) -> Path:
    """Write a Word document with a table of points for each case."""
    path = folder / "tables.docx"
    document = docx.Document()
    for number in range(count):
        document.add_heading(f"Entente du pays {number}", 1)
        cases = document.add_table(0, 2)
        for label in LABELS:
            cells = cases.add_row().cells
            cells[0].text = label
            for point in _points(label, number):
                cells[1].add_paragraph(style="List Bullet").add_run(point)
    document.save(str(path))
    return path


def workbook(folder: Path, count: int) -> Path:
    """Write a workbook with a case in each row."""
    path = folder / "rows.xlsx"
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("Fiches")
    sheet.append(COLUMNS)
    for number in range(count):
        sheet.append((f"Entente du pays {number}", "Entente", *("\n".join(_points(label, number)) for label in LABELS)))
    book.save(path)
    return path


def _points(label: str, number: int) -> list[str]:
    return [f"{label} {point} du pays {number} : l’eau, les forêts et les transports" for point in range(POINTS)]
