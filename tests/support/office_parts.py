"""Office documents in which every part holds words, and a reader of all their parts that shares no code with ours."""

import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import docx
from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from lxml import etree
from pptx.chart.data import CategoryChartData
from pptx.chart.xmlwriter import ChartXmlWriter
from pptx.enum.chart import XL_CHART_TYPE

_PREFIXES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
    "dgm": "http://schemas.openxmlformats.org/drawingml/2006/diagram",
    "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "p": "http://schemas.openxmlformats.org/presentationml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "v": "urn:schemas-microsoft-com:vml",
    "a14": "http://schemas.microsoft.com/office/drawing/2010/main",
    "s": "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
    "xdr": "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing",
}
SPACES = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in _PREFIXES.items())
Change = Callable[[bytes], bytes]

# Parts and elements without words of the document: properties, formats, instructions, numbers for the program.
_NO_WORDS_PARTS = re.compile(
    r"docProps/|customXml/|\.rels$|Content_Types|theme|(?:word|xl)/styles|settings|fontTable|numbering|slideLayouts|slideMasters"
    r"|notesMasters|[Aa]uthors|persons/|workbook\.xml|meta\.xml|manifest|Props|printerSettings|tableStyles"
)
_NO_WORDS = {
    "instrText", "delText", "f", "formatCode", "posOffset", "annotation", "col", "row", "colOff", "rowOff",
    "page-number", "page-count", "numFmt", "sheet-name", "note-citation", "tableStyleId", "editing-cycles",
}  # fmt: skip


def independent_words(path: Path) -> set[str]:
    """Return the words of all elements of all XML parts of a document, in small letters."""
    found: set[str] = set()
    with ZipFile(path) as archive:
        for name in archive.namelist():
            data = archive.read(name)
            if data and name.endswith(".xml") and not _NO_WORDS_PARTS.search(name):
                for element in etree.fromstring(data).iter():
                    found |= _words_of(element)
    return found


def _words_of(element: Any) -> set[str]:
    name = etree.QName(element).localname
    texts = [] if name in _NO_WORDS or _is_index(element) else [element.text]
    if element.getparent() is not None and etree.QName(element.getparent()).localname not in _NO_WORDS:
        texts.append(element.tail)
    plain = " ".join(filter(None, texts))
    if name.endswith(("Header", "Footer")):
        # The codes of the headers of sheets.
        plain = re.sub(r'&"[^"]*"|&\d+|&[A-Z]', " ", plain)
    return set(words(plain))


def _is_index(element: Any) -> bool:
    """Return whether an element is the number of a shared text."""
    return bool(etree.QName(element).localname == "v" and element.getparent().get("t") == "s")


def words(text: str) -> list[str]:
    """Return the words of a text in small letters."""
    return re.findall(r"[^\W_]+", text.lower())


def patched(
    path: Path, changes: Mapping[str, Change], added: Mapping[str, str] | None = None, *, method: int = ZIP_DEFLATED
) -> Path:
    """Change parts of a document in its place, and add parts to it; stored parts have no compression ratio."""
    with ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    with ZipFile(path, "w", method) as copy:
        for name, data in parts.items():
            copy.writestr(name, changes.get(name, bytes)(data))
        for name, text in (added or {}).items():
            copy.writestr(name, text)
    return path


def replacing(old: str, new: str) -> Change:
    """Return a change of a part that replaces a text, which must be there."""

    def change(data: bytes) -> bytes:
        assert old.encode() in data, old
        return data.replace(old.encode(), new.encode(), 1)

    return change


def chart_xml(title: str, category: str, series: str) -> bytes:
    """Return a chart with a title and a value."""
    data: Any = CategoryChartData()  # type: ignore[no-untyped-call]
    data.categories = [category]
    data.add_series(series, [437])
    xml: str = ChartXmlWriter(XL_CHART_TYPE.COLUMN_CLUSTERED, data).xml  # type: ignore[no-untyped-call]
    titled = (
        f"<c:chart><c:title><c:tx><c:rich><a:bodyPr/><a:p><a:r><a:t>{title}</a:t></a:r></a:p></c:rich></c:tx></c:title>"
    )
    return re.sub(r"<c:autoTitleDeleted[^>]*/>", "", xml).replace("<c:chart>", titled).encode()


def diagram_xml(*texts: str) -> bytes:
    """Return the data of a SmartArt diagram."""
    points = "".join(f"<dgm:pt><dgm:t><a:p><a:r><a:t>{text}</a:t></a:r></a:p></dgm:t></dgm:pt>" for text in texts)
    return f"<dgm:dataModel {SPACES}><dgm:ptLst>{points}</dgm:ptLst></dgm:dataModel>".encode()


EQUATION = (
    "<m:oMath><m:f><m:num><m:r><m:t>{0}</m:t></m:r></m:num><m:den><m:r><m:t>{1}</m:t></m:r></m:den></m:f></m:oMath>"
)


def equation_xml(above: str, below: str) -> str:
    """Return a fraction."""
    return EQUATION.format(above, below)


class WordBuilder:
    """A Word document with a case, to which parts and paragraphs of any kind are added."""

    def __init__(self, title: str = "Entente de Motville") -> None:
        self.document: Document = docx.Document()
        self.document.add_heading(title, 1)
        self.document.add_paragraph("Outil : Entente")
        for label, point in (("Enjeux", "motenjeu"), ("Acteurs", "motacteur")):
            self.document.add_paragraph().add_run(label).bold = True
            self.document.add_paragraph(point, style="List Bullet")

    def body(self, xml: str) -> "WordBuilder":
        """Add XML at the end of the body."""
        body = self.document.element.body
        for element in parse_xml(f"<w:body {SPACES}>{xml}</w:body>"):
            body.insert(len(body) - 1, element)
        return self

    def paragraph(self, inner: str) -> "WordBuilder":
        """Add a paragraph with this XML in it."""
        return self.body(f"<w:p>{inner}</w:p>")

    def part(self, name: str, kind: str, data: bytes, content_type: str = "application/xml") -> str:
        """Add a part, and return the ID of the relation to it."""
        part = Part(PackURI(name), content_type, data, self.document.part.package)
        return self.document.part.relate_to(part, f"{_PREFIXES['r']}/{kind}")

    def save(self, path: Path) -> Path:
        """Write the document."""
        self.document.save(str(path))
        return path


def run(text: str) -> str:
    """Return a run of Word."""
    return f"<w:r><w:t>{text}</w:t></w:r>"


def drawing(data: str) -> str:
    """Return a run of Word with a drawing that holds graphic data."""
    inner = f'<a:graphic><a:graphicData uri="u">{data}</a:graphicData></a:graphic>'
    return f'<w:r><w:drawing><wp:inline><wp:docPr id="1" name="d"/>{inner}</wp:inline></w:drawing></w:r>'


def footnotes_xml(kind: str, text: str) -> bytes:
    """Return the part with the footnotes or endnotes of Word."""
    return (
        f'<w:{kind}s {SPACES}><w:{kind} w:type="separator" w:id="0"><w:p/></w:{kind}>'
        f'<w:{kind} w:id="1"><w:p>{run(text)}</w:p></w:{kind}></w:{kind}s>'
    ).encode()


CHART_RELATION, COMMENTS_RELATION = RT.CHART, RT.COMMENTS
