"""Read workbooks of Excel: for each sheet a break with its name, a table of its texts, and what is around its cells."""

import io
from collections.abc import Iterator
from pathlib import Path

from openpyxl.utils.datetime import CALENDAR_MAC_1904, CALENDAR_WINDOWS_1900

from coopform.importing.blocks import Aside, AsideKind, Break, DocumentBlock, SourceDocument, TextLine, aside
from coopform.importing.readers.ooxml_parts import RELATIONS, Package, PackagePart
from coopform.importing.readers.safety import read_package
from coopform.importing.readers.workbook_asides import around_sheet, heading_lines, read_persons
from coopform.importing.readers.workbook_sheet import Workbook, WorkbookSheet, read_sheet, texts
from coopform.importing.readers.workbook_styles import S, read_styles
from coopform.model.limits import WORKBOOK

_USUAL = "xl/workbook.xml"
_ON = ("1", "true")


def read(path: Path) -> SourceDocument:
    """Read a workbook, with or without macros, which are not run.

    Raises:
        UnreadableDocument: see `safety.read_package`.
        OSError: the file cannot be opened.
    """
    return read_package(path, WORKBOOK, _blocks)


def _blocks(stream: io.BytesIO) -> Iterator[DocumentBlock]:
    main = Package(stream).main(_USUAL)
    book, persons = _shared(main), read_persons(main)
    headings: set[tuple[AsideKind, str]] = set()
    for listed in main.root.iterfind(f"{S}sheets/{S}sheet"):
        part, name = main.by_id(listed.get(f"{RELATIONS}id")), listed.get("name", "")
        if part is None or not part.take():
            continue
        yield Break(name)
        sheet = read_sheet(part.stream(), book)
        table = sheet.table().filled()
        if table:
            yield table
        yield from _asides(sheet, name)
        new = [heading for heading in dict.fromkeys(sheet.headings) if heading not in headings]
        headings.update(new)
        for kind, code in new:
            yield from aside(kind, heading_lines(code), name)
        yield from around_sheet(part, name, persons)


def _shared(main: PackagePart) -> Workbook:
    strings = main.first("sharedStrings")
    properties = main.root.find(f"{S}workbookPr")
    is_1904 = properties is not None and properties.get("date1904") in _ON
    return Workbook(
        [texts(one) for one in strings.iterfind(f"{S}si")] if strings is not None else [],
        read_styles(main.first("styles")),
        CALENDAR_MAC_1904 if is_1904 else CALENDAR_WINDOWS_1900,
    )


def _asides(sheet: WorkbookSheet, name: str) -> Iterator[Aside]:
    """Yield the formulas without a value and the texts under merged cells."""
    for reference, formula in sheet.formulas:
        yield Aside(AsideKind.FORMULA, (TextLine(formula),), f"{name}, {reference}")
    for reference, lines in sheet.covered():
        yield Aside(AsideKind.COVERED, lines, f"{name}, {reference}")
